package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Genre;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.Themes;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The metadata strip. Validity is computed on the phone on the day it is read; without script it
/// says for which day it was true.
final class MetadataHtml {

  static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Html html;
  private final PhoneSite site;
  private final LocalDate today;

  MetadataHtml(Html html, PhoneSite site, LocalDate today) {
    this.html = html;
    this.site = site;
    this.today = today;
  }

  /// The bar over a document that must not be relied on any more.
  void writeBar(Item item) {
    OfficialMetadata metadata = item.metadata();
    if (!hasValidity(metadata)) {
      return;
    }
    Validity now = metadata.validityOn(today);
    html.raw("<div class=\"over\" id=\"over\"").raw(now.isOver() ? ">" : " hidden>");
    String[] around = PhoneText.of("validity.over", "\u0000").split("\u0000", 2);
    html.text(around[0])
        .element("span", now.isOver() ? now.term() : "", "id", "overword")
        .text(around[1]);
    List<Listed> successors = site.pointingTo(item.id(), Relation.Kind.REPEALS);
    if (!successors.isEmpty()) {
      Listed successor = successors.getFirst();
      html.text(PhoneText.of("validity.successor"))
          .link(PhoneSite.href(successor), successor.title());
    }
    html.close("div").line();
  }

  /// What most readers look for stands open, the rest one touch away.
  void write(Item item) {
    OfficialMetadata m = item.metadata();
    html.open("dl")
        .fact(label("documentNumber"), m.documentNumber())
        .fact(label("publisher"), Optional.of(m.publisher()))
        .fact(label("publishedAt"), Optional.of(moment(m.publishedAt())));
    validity(m);
    m.telephone().ifPresent(n -> Telephone.write(html.element("dt", label("telephone")), n));
    html.close("dl").line();
    html.open("details", "class", "more")
        .element("summary", label("more"))
        .open("dl")
        .fact(label("indexNumber"), m.indexNumber())
        .fact(label("registrationNumber"), m.registrationNumber())
        .fact(label("issuingAuthority"), authorities(m))
        .fact(label("source"), m.source())
        .fact(label("signedOn"), m.signedOn())
        .fact(label("issuedOn"), m.issuedOn())
        .fact(label("effectiveOn"), m.effectiveOn())
        .fact(label("expiresOn"), m.expiresOn())
        .fact(label("invalidatedOn"), m.invalidatedOn())
        .fact(label("invalidatedBy"), m.invalidatedBy())
        .fact(label("genre"), m.genre().map(Genre::term))
        .fact(label("themes"), m.themes().stream().map(MetadataHtml::theme).toList())
        .fact(label("basis"), m.disclosureBasis())
        .fact(label("column"), site.findColumn(item.column()).map(Column::name))
        .close("dl")
        .close("details")
        .line();
  }

  /// A publication time of midnight is a day without a time.
  private static String moment(OffsetDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : MINUTES.format(time);
  }

  private static String label(String key) {
    return PhoneText.of("meta." + key);
  }

  private static Optional<String> authorities(OfficialMetadata m) {
    List<String> all =
        Stream.concat(m.issuingAuthority().stream(), m.jointAuthorities().stream())
            .distinct()
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("、", all));
  }

  private static String theme(String code) {
    String top = Themes.findName(code.substring(0, Math.min(2, code.length()))).orElse("");
    String name = Themes.findName(code).orElse(code);
    return code.length() > 2 ? top + "-" + name : name;
  }

  private static boolean hasValidity(OfficialMetadata m) {
    return m.stated() != Validity.UNSTATED
        || m.effectiveOn().isPresent()
        || m.expiresOn().isPresent()
        || m.invalidatedOn().isPresent();
  }

  private void validity(OfficialMetadata m) {
    if (!hasValidity(m)) {
      return;
    }
    html.element("dt", label("validity"))
        .element(
            "dd",
            PhoneText.of("validity.asPublished", m.validityOn(today).term()),
            "id",
            "validity",
            "data-stated",
            m.stated().term(),
            "data-effective",
            day(m.effectiveOn()),
            "data-expires",
            day(m.expiresOn()),
            "data-invalidated",
            day(m.invalidatedOn()));
  }

  private static String day(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
