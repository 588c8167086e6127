package cn.gongkai.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of `docs/` with the examples in it: fenced blocks whose second word is their name.
final class DocumentPage {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```\\w+ (\\S+)\\n(.*?)^```$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|(.*)\\|$");

  private final String text;
  private final Map<String, String> examples = new LinkedHashMap<>();

  private DocumentPage(String text) {
    this.text = text;
    Matcher example = EXAMPLE.matcher(text);
    while (example.find()) {
      examples.put(example.group(1), example.group(2));
    }
  }

  static DocumentPage read(String name) {
    try {
      return new DocumentPage(Files.readString(Programs.root().resolve("docs").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> names() {
    return examples.keySet();
  }

  String example(String name) {
    return Optional.ofNullable(examples.get(name))
        .orElseThrow(() -> new AssertionError("the page has no example named " + name));
  }

  List<String> lines(String name) {
    return example(name).lines().toList();
  }

  /// The page with line breaks as spaces.
  String flowing() {
    return text.replaceAll("\\s+", " ");
  }

  /// The rows of the first table with this head below a mark: what stands beside a first cell in
  /// code type.
  Map<String, String> tableAfter(String mark, String head) {
    int from = text.indexOf(head, Math.max(0, text.indexOf(mark)));
    if (!text.contains(mark) || from < 0) {
      throw new AssertionError("the page has no table " + head + " after: " + mark);
    }
    int end = text.indexOf("\n\n", from);
    return rows(text.substring(from, end < 0 ? text.length() : end));
  }

  Map<String, String> rows() {
    return rows(text);
  }

  private static Map<String, String> rows(String part) {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(part);
    while (row.find()) {
      if (rows.put(row.group(1), row.group(2).strip()) != null) {
        throw new AssertionError(row.group(1) + " stands twice");
      }
    }
    return rows;
  }
}
