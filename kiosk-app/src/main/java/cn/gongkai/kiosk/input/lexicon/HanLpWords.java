package cn.gongkai.kiosk.input.lexicon;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import java.util.HashMap;
import java.util.Map;

/// The words of HanLP's dictionaries with their frequencies. HanLP offers no way to list them, so
/// they are read off its double-array tries: a state's child by character `c` stands at its base
/// plus `c` plus 1 and names that base as its parent's; a word ends where there is a child at the
/// base itself.
final class HanLpWords {

  private HanLpWords() {}

  static Map<String, Integer> core() {
    return words(CoreDictionary.trie);
  }

  static Map<String, Integer> custom() {
    return words(CustomDictionary.DEFAULT.dat);
  }

  private static Map<String, Integer> words(DoubleArrayTrie<CoreDictionary.Attribute> trie) {
    int[] base = trie.getBase();
    int[] check = trie.getCheck();
    Map<Integer, Integer> stateOfBase = new HashMap<>();
    stateOfBase.put(base[0], 0);
    for (int state = 1; state < base.length; state++) {
      if (base[state] > 0 && check[state] > 0) {
        stateOfBase.put(base[state], state);
      }
    }
    Map<String, Integer> words = new HashMap<>();
    for (int state = 1; state < base.length; state++) {
      if (base[state] < 0 && check[state] == state) {
        String word = path(stateOfBase.getOrDefault(state, 0), check, stateOfBase);
        words.put(word, trie.get(-base[state] - 1).totalFrequency);
      }
    }
    return words;
  }

  private static String path(int leaf, int[] check, Map<Integer, Integer> stateOfBase) {
    StringBuilder reversed = new StringBuilder();
    int state = leaf;
    while (state > 0) {
      reversed.append((char) (state - check[state] - 1));
      state = stateOfBase.getOrDefault(check[state], 0);
    }
    return reversed.reverse().toString();
  }
}
