package cn.gongkai.desk.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// What an XLSX says of itself before its sheets are read (ECMA-376 part 1, 18.2 and 18.4).
///
/// @param sheets by the name of their part
/// @param strings the texts that cells refer to by number
record Workbook(Map<String, Sheet> sheets, List<String> strings) {

  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

  /// A sheet as its tab shows it, if it has one.
  record Sheet(String name, boolean hidden) {}

  static Workbook read(OfficeArchive archive) throws IOException, SAXException {
    Map<String, String> targets = new HashMap<>();
    archive.walk(
        "xl/_rels/workbook.xml.rels",
        new Starts(
            (name, a) -> {
              if (name.equals("Relationship")) {
                targets.put(value(a, "Id"), part(value(a, "Target")));
              }
            }));
    Map<String, Sheet> sheets = new HashMap<>();
    archive.walk(
        "xl/workbook.xml",
        new Starts(
            (name, a) -> {
              String id = Optional.ofNullable(a.getValue(RELATIONS, "id")).orElse("");
              if (name.equals("sheet") && targets.containsKey(id)) {
                boolean hidden = HIDDEN.contains(value(a, "state"));
                sheets.put(targets.get(id), new Sheet(value(a, "name"), hidden));
              }
            }));
    SharedStrings strings = new SharedStrings();
    archive.walk("xl/sharedStrings.xml", strings);
    return new Workbook(Map.copyOf(sheets), List.copyOf(strings.all));
  }

  private static String part(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private static String value(Attributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue("", name)).orElse("");
  }

  private interface OnStart {
    void start(String name, Attributes attributes);
  }

  private record Starts(OnStart onStart) implements OfficeArchive.Elements {

    @Override
    public void start(String name, Attributes attributes) {
      onStart.start(name, attributes);
    }

    @Override
    public void end(String name) {}

    @Override
    public void text(String text) {}
  }

  private static final class SharedStrings implements OfficeArchive.Elements {

    private final List<String> all = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    @Override
    public void start(String name, Attributes attributes) {}

    @Override
    public void end(String name) {
      if (name.equals("si")) {
        all.add(words.toString());
        words.setLength(0);
      }
    }

    @Override
    public void text(String text) {
      words.append(text);
    }
  }
}
