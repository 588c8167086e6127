package cn.gongkai.kiosk.input.lexicon;

import cn.gongkai.kiosk.input.pinyin.Entry;
import cn.gongkai.kiosk.input.pinyin.Lexicon;
import cn.gongkai.kiosk.input.pinyin.Syllables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Word lists mixed into one: a word's probability is the weighted mean of what each list gives it.
final class Mixture {

  private record Key(String text, List<String> syllables) {}

  private final Predicate<String> accepted;
  private final Set<String> said;
  private final Map<Key, Double> probabilities = new HashMap<>();

  /// @param accepted which words are let in
  /// @param said the syllables there are; a word with another one stays out
  Mixture(Predicate<String> accepted, Set<String> said) {
    this.accepted = accepted;
    this.said = said;
  }

  /// @param share of the whole that this list has, 0 to 1
  void add(List<Word> list, double share) {
    double total = list.stream().mapToDouble(Word::weight).sum();
    for (Word word : list) {
      if (word.text().length() <= Lexicon.SYLLABLES_MAX
          && accepted.test(word.text())
          && said.containsAll(word.syllables())) {
        probabilities.merge(
            new Key(word.text(), word.syllables()), share * word.weight() / total, Double::sum);
      }
    }
  }

  Lexicon lexicon() {
    Set<String> names = new TreeSet<>();
    probabilities.keySet().forEach(key -> names.addAll(key.syllables()));
    Syllables syllables = Syllables.of(names);
    List<Entry> entries = new ArrayList<>(probabilities.size());
    probabilities.forEach(
        (key, probability) ->
            entries.add(
                new Entry(key.text(), ids(key.syllables(), syllables), -Math.log(probability))));
    return Lexicon.of(syllables, entries, false);
  }

  private static short[] ids(List<String> names, Syllables syllables) {
    short[] ids = new short[names.size()];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = (short) syllables.find(names.get(k)).orElseThrow();
    }
    return ids;
  }
}
