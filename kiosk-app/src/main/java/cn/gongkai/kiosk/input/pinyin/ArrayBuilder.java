package cn.gongkai.kiosk.input.pinyin;

import java.util.Arrays;

/// Collects the arrays of a lexicon, node by node in their final order.
final class ArrayBuilder {

  private int[] childStart = new int[64];
  private int[] wordStart = new int[64];
  private short[] syllable = new short[64];
  private short[] costs = new short[64];
  private final StringBuilder text = new StringBuilder();
  private final int[] ofLength = new int[Lexicon.SYLLABLES_MAX + 1];
  private int nodes;
  private int known;
  private int words;

  /// Announces a node: the root, or the next child of the node begun last.
  void addSyllable(short of) {
    if (known == syllable.length) {
      syllable = Arrays.copyOf(syllable, known * 2);
    }
    syllable[known++] = of;
  }

  /// Begins the next announced node; its words and children follow.
  void beginNode() {
    if (nodes + 1 >= childStart.length) {
      childStart = Arrays.copyOf(childStart, nodes * 2 + 2);
      wordStart = Arrays.copyOf(wordStart, nodes * 2 + 2);
    }
    childStart[nodes] = known;
    wordStart[nodes++] = words;
  }

  void addWord(Entry entry) {
    addWord(entry.text(), Lexicon.stored(entry.cost()));
  }

  void addWord(String of, short cost) {
    if (words == costs.length) {
      costs = Arrays.copyOf(costs, words * 2);
    }
    costs[words++] = cost;
    text.append(of);
    ofLength[of.length()]++;
  }

  LexiconArrays arrays() {
    childStart[nodes] = known;
    wordStart[nodes] = words;
    int[] firstOfLength = new int[Lexicon.SYLLABLES_MAX + 2];
    for (int length = 1; length <= Lexicon.SYLLABLES_MAX; length++) {
      firstOfLength[length + 1] = firstOfLength[length] + ofLength[length];
    }
    return new LexiconArrays(
        Arrays.copyOf(childStart, nodes + 1),
        Arrays.copyOf(syllable, known),
        Arrays.copyOf(wordStart, nodes + 1),
        Arrays.copyOf(costs, words),
        text.toString().toCharArray(),
        firstOfLength);
  }
}
