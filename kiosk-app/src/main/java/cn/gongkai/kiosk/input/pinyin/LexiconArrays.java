package cn.gongkai.kiosk.input.pinyin;

/// The arrays of a [Lexicon].
///
/// @param childStart for each node its first child, and one more; a child is a node
/// @param syllable for each node the last of its syllables, -1 for the root
/// @param wordStart for each node its first word, and one more
/// @param costs for each word, in thousandths of a nat, unsigned
/// @param text all words' characters, in the order of the words
/// @param firstOfLength for each length the first word that long, and one more
record LexiconArrays(
    int[] childStart,
    short[] syllable,
    int[] wordStart,
    short[] costs,
    char[] text,
    int[] firstOfLength) {

  long bytes() {
    return 4L * (childStart.length + wordStart.length + firstOfLength.length)
        + 2L * (syllable.length + costs.length + text.length);
  }
}
