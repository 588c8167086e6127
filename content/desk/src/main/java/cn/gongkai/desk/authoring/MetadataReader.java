package cn.gongkai.desk.authoring;

import cn.gongkai.content.model.DisclosureLevel;
import cn.gongkai.content.model.DisclosureMode;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.Genre;
import cn.gongkai.content.model.IndexNumber;
import cn.gongkai.content.model.InvalidValue;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Themes;
import cn.gongkai.content.model.Validity;
import cn.gongkai.desk.yaml.Fields;
import cn.gongkai.desk.yaml.Yaml;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the official metadata of an item's front matter.
final class MetadataReader {

  static final Set<String> NAMES =
      Set.of(
          "publisher",
          "source",
          "issuingAuthority",
          "jointAuthorities",
          "indexNumber",
          "documentNumber",
          "registrationNumber",
          "signedOn",
          "issuedOn",
          "publishedAt",
          "effectiveOn",
          "expiresOn",
          "invalidatedOn",
          "validity",
          "invalidatedBy",
          "themes",
          "genre",
          "keywords",
          "abstract",
          "disclosureMode",
          "disclosureBasis",
          "level",
          "division",
          "telephone",
          "sourceUrl",
          "onlineUntil");

  private static final int ABSTRACT_CHARACTERS_MAX = 300;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final OffsetDateTime ABSENT = OffsetDateTime.MIN;

  private final Fields fields;

  MetadataReader(Fields fields) {
    this.fields = fields;
  }

  /// @return empty where something is wrong, which is reported
  Optional<OfficialMetadata> read(DivisionCode home) {
    DivisionCode division =
        fields.parsed("division", "AUTHORED-DIVISION", MetadataReader::findDivision).orElse(home);
    DisclosureLevel level =
        fields
            .term("level", DisclosureLevel.class)
            .orElse(division.isCounty() ? DisclosureLevel.COUNTY : DisclosureLevel.TOWNSHIP);
    String publisher = fields.required("publisher");
    OffsetDateTime publishedAt =
        fields.requiredTime("publishedAt").map(t -> t.atOffset(CHINA)).orElse(ABSENT);
    checkOrder("effectiveOn", "expiresOn");
    checkOrder("signedOn", "invalidatedOn");
    Optional<String> abstractText = fields.text("abstract");
    if (abstractText.orElse("").length() > ABSTRACT_CHARACTERS_MAX) {
      fields
          .problems()
          .block(fields.line("abstract"), "AUTHORED-ABSTRACT", ABSTRACT_CHARACTERS_MAX);
    }
    try {
      OfficialMetadata metadata =
          new OfficialMetadata(
              fields.parsed("indexNumber", "AUTHORED-INDEX-NUMBER", IndexNumber::find),
              documentNumber(),
              fields.text("registrationNumber"),
              fields.text("issuingAuthority"),
              fields.texts("jointAuthorities"),
              publisher.isEmpty() ? "?" : publisher,
              fields.text("source"),
              fields.date("signedOn"),
              fields.date("issuedOn"),
              publishedAt,
              fields.date("effectiveOn"),
              fields.date("expiresOn"),
              fields.date("invalidatedOn"),
              fields.term("validity", Validity.class).orElse(Validity.UNSTATED),
              fields.text("invalidatedBy"),
              themes(),
              fields.term("genre", Genre.class),
              fields.texts("keywords"),
              abstractText.filter(a -> a.length() <= ABSTRACT_CHARACTERS_MAX),
              fields.term("disclosureMode", DisclosureMode.class).orElse(DisclosureMode.PROACTIVE),
              fields.texts("disclosureBasis"),
              level,
              division,
              fields.text("telephone"),
              fields.address("sourceUrl"),
              fields.time("onlineUntil").map(t -> t.atOffset(CHINA)));
      return Optional.of(metadata);
    } catch (InvalidValue e) {
      fields.problems().invalid(fields.line(), e);
      return Optional.empty();
    }
  }

  static Optional<DivisionCode> findDivision(String text) {
    return text.matches("[1-9]\\d{5}(\\d{3})?")
        ? Optional.of(new DivisionCode(text))
        : Optional.empty();
  }

  private void checkOrder(String first, String second) {
    Optional<LocalDate> from = fields.text(first).flatMap(MetadataReader::day);
    Optional<LocalDate> to = fields.text(second).flatMap(MetadataReader::day);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      fields.problems().block(fields.line(second), "AUTHORED-DATE-ORDER", to.get(), from.get());
    }
  }

  private static Optional<LocalDate> day(String text) {
    return cn.gongkai.desk.yaml.AuthoredDates.findTime(text).map(LocalDateTime::toLocalDate);
  }

  /// Repaired to the form of the standard where it can be; that is worth a warning only.
  private Optional<DocumentNumber> documentNumber() {
    Optional<String> text = fields.text("documentNumber");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int line = fields.line("documentNumber");
    try {
      Optional<DocumentNumber> number = DocumentNumber.parse(text.get());
      if (!DocumentNumber.isCanonical(text.get())) {
        String repaired = number.map(DocumentNumber::toString).orElse("无");
        fields.problems().warn(line, "AUTHORED-NUMBER-REPAIRED", text.get(), repaired);
      }
      return number;
    } catch (InvalidValue e) {
      fields.problems().block(line, "AUTHORED-DOCUMENT-NUMBER", text.get());
      return Optional.empty();
    }
  }

  private List<String> themes() {
    List<String> codes = new ArrayList<>();
    for (Yaml.Scalar theme : fields.scalars("themes")) {
      Optional<String> code = Themes.findCode(theme.text());
      if (code.isEmpty()) {
        fields.problems().block(theme.line(), "AUTHORED-THEME", theme.text());
      }
      code.ifPresent(codes::add);
    }
    return codes;
  }
}
