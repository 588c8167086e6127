package cn.gongkai.content.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The classification of government information by theme (主题分类), 22 themes in two levels, as gov.cn
/// uses it. A theme's code has two digits; a second-level one adds its position in two more.
public final class Themes {

  private static final Map<String, String> NAMES = load();

  private Themes() {}

  private static Map<String, String> load() {
    Map<String, String> names = new LinkedHashMap<>();
    try (InputStream in = Themes.class.getResourceAsStream("themes.json")) {
      for (JsonNode theme : new ObjectMapper().readTree(in)) {
        String code = theme.get("code").asText();
        names.put(code, theme.get("name").asText());
        int position = 0;
        for (JsonNode child : theme.get("children")) {
          position++;
          names.put("%s%02d".formatted(code, position), child.asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the theme tree belongs to the program", e);
    }
    return Collections.unmodifiableMap(names);
  }

  /// Names of themes by code, in the order of the classification.
  public static Map<String, String> names() {
    return NAMES;
  }

  /// The name of one level: `水利` for `0603`.
  public static Optional<String> findName(String code) {
    return Optional.ofNullable(NAMES.get(code));
  }

  /// The code of a theme given by its code, by its name, or by both levels joined with a hyphen as
  /// the county's platform writes them: `农业、林业、水利-水利`.
  public static Optional<String> findCode(String text) {
    String wanted = text.strip();
    if (NAMES.containsKey(wanted)) {
      return Optional.of(wanted);
    }
    int hyphen = wanted.indexOf('-');
    String top = hyphen < 0 ? wanted : wanted.substring(0, hyphen).strip();
    Optional<String> parent = codeOf(top, "", 2);
    return hyphen < 0
        ? parent
        : parent.flatMap(code -> codeOf(wanted.substring(hyphen + 1).strip(), code, 4));
  }

  private static Optional<String> codeOf(String name, String prefix, int length) {
    return NAMES.entrySet().stream()
        .filter(e -> e.getKey().length() == length && e.getKey().startsWith(prefix))
        .filter(e -> e.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
