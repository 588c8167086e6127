package cn.gongkai.kiosk.input;

/// What the keys stand for.
public enum KeyMode {
  /// Full pinyin or initials on letter keys; candidates are offered.
  PINYIN,
  /// The same on nine keys, as on a telephone.
  NINE_KEYS,
  /// No keys but a pad to write on with a finger.
  HANDWRITING,
  /// Letters that go straight into the search: first letters of pinyin, or anything Latin.
  LETTERS,
  /// Figures and the signs of document numbers.
  FIGURES;

  /// Whether there is a choice of words here.
  boolean offers() {
    return composes() || this == HANDWRITING;
  }

  /// Whether letters become words here.
  boolean composes() {
    return this == PINYIN || this == NINE_KEYS;
  }
}
