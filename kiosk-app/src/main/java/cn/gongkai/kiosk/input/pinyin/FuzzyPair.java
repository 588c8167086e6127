package cn.gongkai.kiosk.input.pinyin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /// As settings name it, for example `z/zh`.
  public String term() {
    return one + "/" + other;
  }

  /// The pair of a name such as `z/zh` or `zh/z`, in any case, with blanks around its letters.
  public static Optional<FuzzyPair> find(String name) {
    String plain = name.replace(" ", "").toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(pair -> plain.equals(pair.term()) || plain.equals(pair.other + "/" + pair.one))
        .findFirst();
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
