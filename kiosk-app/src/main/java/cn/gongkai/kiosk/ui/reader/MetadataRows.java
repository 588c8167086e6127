package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Themes;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The official fields of an item, those that are known, in the order of the county's platform.
public final class MetadataRows {

  private static final int THEME_DIGITS = 2;

  /// A field and its value.
  public record Row(String label, String value) {}

  private final List<Row> rows = new ArrayList<>();

  private MetadataRows() {}

  /// All fields a document has.
  public static List<Row> ofDocument(Item item) {
    MetadataRows list = new MetadataRows();
    OfficialMetadata m = item.metadata();
    list.add("issuer", m.issuingAuthority().map(first -> joint(first, m)));
    list.add("number", m.documentNumber().map(Object::toString));
    list.add("index", m.indexNumber().map(Object::toString));
    list.add("registration", m.registrationNumber());
    list.day("signed", m.signedOn());
    list.day("issued", m.issuedOn());
    list.day("published", Optional.of(m.publishedOn()));
    list.day("effective", m.effectiveOn());
    list.day("expires", m.expiresOn());
    list.add("theme", Optional.of(themes(m)).filter(t -> !t.isEmpty()));
    list.add("genre", m.genre().map(genre -> genre.term()));
    list.add("publisher", Optional.of(m.publisher()));
    list.add("source", m.source());
    list.add("telephone", m.telephone());
    return List.copyOf(list.rows);
  }

  /// The few fields any other item shows: who published it, when, whom to ask.
  public static List<Row> ofAny(Item item) {
    MetadataRows list = new MetadataRows();
    OfficialMetadata m = item.metadata();
    list.add("publisher", Optional.of(m.publisher()));
    list.day("published", Optional.of(m.publishedOn()));
    list.add("source", m.source());
    list.add("index", m.indexNumber().map(Object::toString));
    list.add("telephone", m.telephone());
    return List.copyOf(list.rows);
  }

  private static String joint(String first, OfficialMetadata m) {
    List<String> all = new ArrayList<>(m.jointAuthorities());
    if (!all.contains(first)) {
      all.addFirst(first);
    }
    return String.join("、", all);
  }

  private static String themes(OfficialMetadata m) {
    return m.themes().stream().map(MetadataRows::theme).distinct().collect(Collectors.joining("；"));
  }

  /// For example `农业、林业、水利 - 水利`; the code itself where it is unknown.
  private static String theme(String code) {
    String name = Themes.findName(code).orElse(code);
    return code.length() <= THEME_DIGITS
        ? name
        : Themes.findName(code.substring(0, THEME_DIGITS))
            .map(top -> top + " - " + name)
            .orElse(name);
  }

  private void day(String key, Optional<LocalDate> day) {
    add(key, day.map(Wording::day));
  }

  private void add(String key, Optional<String> value) {
    value.ifPresent(text -> rows.add(new Row(ContentText.of("metadata." + key), text)));
  }
}
