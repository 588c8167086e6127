package cn.gongkai.desk.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names by number, so that a row holds two bytes for a column instead of its name.
public final class NameTable {

  private final List<String> names = new ArrayList<>();
  private final Map<String, Short> numbers = new HashMap<>();

  public NameTable() {}

  NameTable(List<String> names) {
    names.forEach(this::numberOf);
  }

  /// The number of a name, given anew where it has none.
  public short numberOf(String name) {
    return numbers.computeIfAbsent(
        name,
        n -> {
          names.add(n);
          return (short) (names.size() - 1);
        });
  }

  public String name(short number) {
    return names.get(number);
  }

  List<String> names() {
    return List.copyOf(names);
  }
}
