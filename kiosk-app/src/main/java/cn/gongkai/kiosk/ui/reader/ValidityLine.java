package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Relation;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a resident is told about whether a document holds today.
///
/// @param words the state in a few words
/// @param detail since when, until when, why
/// @param successors what holds instead
public record ValidityLine(
    Tone tone, String words, Optional<String> detail, List<Item> successors) {

  /// How the line looks; each has its own sign besides its colour.
  public enum Tone {
    HOLDS,
    WAITS,
    CARE,
    OVER
  }

  /// The line for a document; empty where nothing about validity is known or asked.
  public static Optional<ValidityLine> find(Dossier dossier) {
    OfficialMetadata m = dossier.item().metadata();
    LocalDate today = dossier.today();
    List<Item> successors = dossier.incoming(Relation.Kind.REPEALS);
    return switch (m.validityOn(today)) {
      case IN_FORCE -> Optional.of(inForce(m, successors));
      case NOT_YET_IN_FORCE ->
          line(Tone.WAITS, "validity.waits", m.effectiveOn().map(d -> date("validity.from", d)));
      case AMENDED -> line(Tone.CARE, "validity.amended", m.invalidatedBy());
      case PARTLY_REPEALED -> line(Tone.CARE, "validity.partly", m.invalidatedBy());
      case UNDER_REVIEW -> line(Tone.CARE, "validity.review", Optional.empty());
      case EXPIRED ->
          Optional.of(
              new ValidityLine(
                  Tone.OVER,
                  ContentText.of("validity.expired"),
                  m.expiresOn().map(d -> date("validity.until", d)),
                  successors));
      case REPEALED -> Optional.of(repealed(m, successors));
      case UNSTATED ->
          successors.isEmpty() ? Optional.empty() : Optional.of(repealed(m, successors));
    };
  }

  private static ValidityLine inForce(OfficialMetadata m, List<Item> successors) {
    Optional<String> until = m.expiresOn().map(d -> date("validity.until", d));
    if (successors.isEmpty()) {
      return new ValidityLine(Tone.HOLDS, ContentText.of("validity.holds"), until, List.of());
    }
    return new ValidityLine(
        Tone.CARE,
        ContentText.of("validity.replacing"),
        m.invalidatedOn().map(d -> date("validity.repealedFrom", d)),
        successors);
  }

  private static ValidityLine repealed(OfficialMetadata m, List<Item> successors) {
    Optional<String> since = m.invalidatedOn().map(d -> date("validity.repealedFrom", d));
    Optional<String> why = m.invalidatedBy().filter(by -> successors.isEmpty());
    Optional<String> detail =
        since.isPresent() && why.isPresent()
            ? Optional.of(since.get() + "，" + why.get())
            : since.or(() -> why);
    return new ValidityLine(Tone.OVER, ContentText.of("validity.repealed"), detail, successors);
  }

  private static Optional<ValidityLine> line(Tone tone, String key, Optional<String> detail) {
    return Optional.of(new ValidityLine(tone, ContentText.of(key), detail, List.of()));
  }

  private static String date(String key, LocalDate day) {
    return ContentText.of(key, Wording.day(day));
  }
}
