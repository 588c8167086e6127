package cn.gongkai.kiosk.input.pinyin;

/// What the keys of a keyboard send.
public enum Layout {
  /// A key a letter.
  LETTERS,
  /// Digits 2 to 9, each three or four letters, as on a telephone.
  NINE_KEYS;

  /// Separates syllables that would otherwise be read together, as in `xi'an`.
  public static final char SEPARATOR = '\'';

  private static final String DIGITS = "22233344455566677778889999";

  /// How a spelling in letters a to z is typed.
  String typed(String letters) {
    if (this == LETTERS) {
      return letters;
    }
    StringBuilder digits = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      digits.append(DIGITS.charAt(letters.charAt(i) - 'a'));
    }
    return digits.toString();
  }

  /// The input without what this layout has no key for.
  ///
  /// @param max the most characters that are kept
  String cleaned(String input, int max) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < input.length() && kept.length() < max; i++) {
      char c = lower(input.charAt(i));
      if (accepts(c) || c == SEPARATOR && !kept.isEmpty() && kept.charAt(kept.length() - 1) != c) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  boolean accepts(char c) {
    return this == LETTERS ? c >= 'a' && c <= 'z' : c >= '2' && c <= '9';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c == 'ü' ? 'v' : c;
  }
}
