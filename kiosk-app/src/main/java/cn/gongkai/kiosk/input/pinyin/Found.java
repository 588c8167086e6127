package cn.gongkai.kiosk.input.pinyin;

/// A word met in the lattice.
///
/// @param cost of the word and of how it is read
record Found(Lexicon lexicon, int word, double cost) {

  String text() {
    return lexicon.text(word);
  }
}
