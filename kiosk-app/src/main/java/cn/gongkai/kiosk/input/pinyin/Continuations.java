package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the words of a lexicon go on (联想): its words by their first character, cheapest first. Four
/// bytes a word. Immutable, thread-safe.
final class Continuations {

  private final Lexicon lexicon;
  private final int[] words;

  Continuations(Lexicon lexicon) {
    this.lexicon = lexicon;
    long[] order = new long[lexicon.words()];
    for (int word = 0; word < order.length; word++) {
      long cost = Short.toUnsignedLong(Lexicon.stored(lexicon.cost(word)));
      // shifted, so that characters stand in the order of signed numbers
      long signed = (long) lexicon.first(word) + Short.MIN_VALUE;
      order[word] = signed << 48 | cost << 32 | word;
    }
    Arrays.parallelSort(order);
    words = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      words[at] = (int) order[at];
    }
  }

  /// What follows this beginning in the lexicon's words, cheapest first.
  ///
  /// @param beginning one character or more
  List<String> of(String beginning, int most) {
    List<String> found = new ArrayList<>();
    char first = beginning.charAt(0);
    for (int at = begin(first);
        at < words.length && lexicon.first(words[at]) == first && found.size() < most;
        at++) {
      if (lexicon.length(words[at]) > beginning.length()) {
        String text = lexicon.text(words[at]);
        if (text.startsWith(beginning)) {
          found.add(text.substring(beginning.length()));
        }
      }
    }
    return found;
  }

  /// Where the words with this first character begin.
  private int begin(char first) {
    int low = 0;
    int high = words.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lexicon.first(words[middle]) < first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
