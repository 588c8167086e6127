package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which sounds of the region may be typed for one another.
///
/// @param pairs those that are on
/// @param unknown names that are no pair, as written; at most [#UNKNOWN_MAX]
public record Accents(Set<FuzzyPair> pairs, List<String> unknown) {

  /// Stable code of settings that name what is no pair. The pairs that are known stay in force.
  public static final String UNKNOWN = "KIOSK-ACCENT";

  static final int NAMES_MAX = 64;
  static final int UNKNOWN_MAX = 8;

  /// Where nothing is set.
  public static final Accents ALL = new Accents(EnumSet.allOf(FuzzyPair.class), List.of());

  public Accents {
    pairs = Set.copyOf(pairs);
    unknown = List.copyOf(unknown);
  }

  /// @param names such as `z/zh`; empty for nothing set, which means all; an empty list means none
  public static Accents of(Optional<List<String>> names) {
    if (names.isEmpty()) {
      return ALL;
    }
    Set<FuzzyPair> pairs = EnumSet.noneOf(FuzzyPair.class);
    List<String> unknown = new ArrayList<>();
    for (String name : names.get().stream().limit(NAMES_MAX).toList()) {
      Optional<FuzzyPair> pair = FuzzyPair.find(name);
      pair.ifPresent(pairs::add);
      if (pair.isEmpty() && unknown.size() < UNKNOWN_MAX) {
        unknown.add(name);
      }
    }
    return new Accents(pairs, unknown);
  }

  /// The names of the pairs that are on, for the settings.
  public List<String> names() {
    return pairs.stream().sorted().map(FuzzyPair::term).toList();
  }
}
