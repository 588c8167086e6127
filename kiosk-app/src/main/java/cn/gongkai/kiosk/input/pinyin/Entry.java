package cn.gongkai.kiosk.input.pinyin;

/// A word for a lexicon.
///
/// @param text as many characters as syllables, all in the basic plane
/// @param cost negative natural logarithm of its probability, 0 to 60
public record Entry(String text, short[] syllables, double cost) {

  static final double COST_MAX = 60;

  public Entry {
    if (text.isEmpty() || text.length() != syllables.length) {
      throw new IllegalArgumentException(text + " has " + syllables.length + " syllables");
    }
    cost = Math.clamp(cost, 0, COST_MAX);
  }
}
