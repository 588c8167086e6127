package cn.gongkai.desk.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an entity was written: so that what is found later can still be shown in its place.
///
/// @param file path below the authored folder
/// @param line first line of the entity, from 1
/// @param lines the whole file
/// @param keys lines of the fields by name
/// @param overrides checks that the editors take responsibility for
public record Source(
    String file,
    int line,
    List<String> lines,
    Map<String, Integer> keys,
    List<Override> overrides) {

  public Source {
    keys = Map.copyOf(keys);
    overrides = List.copyOf(overrides);
  }

  /// A check that an editor sets aside, with the reason that stands in the report.
  public record Override(String code, String reason) {}

  /// Line of a field, or of the entity where the field is not written.
  public int lineOf(String key) {
    return keys.getOrDefault(key, line);
  }

  /// First line that holds the words, or the entity's own.
  public int lineWith(String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    return line;
  }

  public Optional<Override> findOverride(String code) {
    return overrides.stream().filter(o -> o.code().equals(code)).findFirst();
  }
}
