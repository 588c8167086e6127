package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes an input as letters with a space between syllables, as its likeliest reading has them.
final class Spelled {

  private Spelled() {}

  static String of(Sentence best, String input, Layout layout) {
    List<String> syllables = new ArrayList<>();
    for (Sentence part : best.parts()) {
      Optional<Found> word = part.word();
      if (word.isPresent()) {
        for (short id : word.get().lexicon().reading(word.get().word())) {
          syllables.add(word.get().lexicon().syllables().name(id));
        }
      } else {
        syllables.add(part.literal());
      }
    }
    String typed = input.replace(String.valueOf(Layout.SEPARATOR), "");
    return aligned(syllables, typed, layout).orElse(input);
  }

  /// The part of each syllable that was typed; empty where an accent stands in the way.
  private static Optional<String> aligned(List<String> syllables, String typed, Layout layout) {
    int[][] took = new int[syllables.size() + 1][typed.length() + 1];
    took[0][0] = 1;
    for (int k = 0; k < syllables.size(); k++) {
      String keys = layoutKeys(syllables.get(k), layout);
      for (int at = 0; at < typed.length(); at++) {
        for (int n = 1; took[k][at] > 0 && n <= keys.length(); n++) {
          if (typed.startsWith(keys.substring(0, n), at)) {
            took[k + 1][at + n] = n;
          }
        }
      }
    }
    return took[syllables.size()][typed.length()] == 0 && !typed.isEmpty()
        ? Optional.empty()
        : Optional.of(joined(syllables, took, typed.length()));
  }

  private static String joined(List<String> syllables, int[][] took, int length) {
    List<String> parts = new ArrayList<>();
    int at = length;
    for (int k = syllables.size(); k > 0; k--) {
      int n = took[k][at];
      parts.addFirst(syllables.get(k - 1).substring(0, n));
      at -= n;
    }
    return String.join(" ", parts);
  }

  private static String layoutKeys(String syllable, Layout layout) {
    return Syllables.isSpelling(syllable) ? layout.typed(syllable) : syllable;
  }
}
