package cn.gongkai.desk.authoring;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// Other ways to write the keys of an item's front matter: 标题 for `title`.
final class FieldNames {

  static final Map<String, String> SYNONYMS = load();

  private FieldNames() {}

  private static Map<String, String> load() {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(FieldNames.class.getResourceAsStream("item-fields.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the field names belong to the program", e);
    }
    Map<String, String> synonyms = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      for (String synonym : properties.getProperty(name).split(",")) {
        synonyms.put(synonym.strip(), name);
      }
    }
    return Map.copyOf(synonyms);
  }
}
