package cn.gongkai.desk.yaml;

import java.util.List;

/// A YAML value and where it stands. Scalars keep their text as written: no value is guessed to be
/// a date or a number before a reader asks for one.
public sealed interface Yaml {

  /// From 1, in the file.
  int line();

  /// @param text as written, without quotes; empty for null
  record Scalar(String text, int line) implements Yaml {}

  record Sequence(List<Yaml> values, int line) implements Yaml {
    public Sequence {
      values = List.copyOf(values);
    }
  }

  record Mapping(List<Entry> entries, int line) implements Yaml {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /// A key of a mapping with its value.
  record Entry(String key, int line, Yaml value) {}
}
