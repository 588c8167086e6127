package cn.gongkai.kiosk.input.pinyin;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Two sounds that are one in the speech of the region: either may be typed for the other.
public enum FuzzyPair {
  Z_ZH("z", "zh", true),
  C_CH("c", "ch", true),
  S_SH("s", "sh", true),
  N_L("n", "l", true),
  IN_ING("in", "ing", false),
  EN_ENG("en", "eng", false),
  AN_ANG("an", "ang", false);

  private final String one;
  private final String other;
  private final boolean initial;

  FuzzyPair(String one, String other, boolean initial) {
    this.one = one;
    this.other = other;
    this.initial = initial;
  }

  /// The pairs of a list like `Z_ZH,N_L`; an empty list is none.
  ///
  /// @throws IllegalArgumentException for a name that is no pair
  public static Set<FuzzyPair> parse(String list) {
    Set<FuzzyPair> pairs = EnumSet.noneOf(FuzzyPair.class);
    for (String name : list.split(",")) {
      if (!name.isBlank()) {
        pairs.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
      }
    }
    return pairs;
  }

  /// Whether the pair is of initials; otherwise it is of endings.
  boolean initial() {
    return initial;
  }

  /// The part that may be typed instead of this one; the part itself where the pair is not its.
  String swapped(String part) {
    if (initial) {
      return part.equals(one) ? other : part.equals(other) ? one : part;
    }
    if (part.endsWith(other)) {
      return part.substring(0, part.length() - other.length()) + one;
    }
    return part.endsWith(one) ? part.substring(0, part.length() - one.length()) + other : part;
  }
}
