package cn.gongkai.content.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The syllables of standard Chinese without tones, numbered from 1, with the sets of them that a
/// hurried or accented hand may mean.
final class Syllables {

  /// A syllable has at most this many letters.
  static final int LETTERS_MAX = 6;

  private static final String[][] ACCENTS = {
    {"zh", "z"},
    {"ch", "c"},
    {"sh", "s"},
    {"n", "l"},
    {"l", "n"},
    {"h", "f"},
    {"f", "h"},
    {"r", "l"}
  };
  private static final String[][] ENDINGS = {{"ing", "in"}, {"eng", "en"}, {"ang", "an"}};

  private static final List<String> NAMES = names();
  private static final Map<String, Integer> IDS = ids();
  private static final Map<String, BitSet> BY_PREFIX = byPrefix();
  private static final Map<String, BitSet> WITHOUT_ONE_LETTER = withoutOneLetter();
  private static final BitSet[] ACCENTED = accented();

  private Syllables() {}

  /// How many there are; ids run from 1 to this.
  static int count() {
    return NAMES.size() - 1;
  }

  static String name(int id) {
    return NAMES.get(id);
  }

  static Optional<Integer> findId(String letters) {
    return Optional.ofNullable(IDS.get(letters));
  }

  /// Syllables that begin with these letters; empty set where none does.
  static BitSet startingWith(String letters) {
    return copy(BY_PREFIX, letters);
  }

  /// Syllables that become these letters when one letter is left out.
  static BitSet missingOneOf(String letters) {
    return copy(WITHOUT_ONE_LETTER, letters);
  }

  /// The given syllables and those an accent of the region makes of them or hears in them: z/zh,
  /// c/ch, s/sh, n/l, f/h, r/l, in/ing, en/eng, an/ang.
  static BitSet accents(BitSet syllables) {
    BitSet wide = new BitSet();
    syllables.stream().forEach(id -> wide.or(ACCENTED[id]));
    return wide;
  }

  private static BitSet copy(Map<String, BitSet> sets, String letters) {
    BitSet copy = new BitSet();
    copy.or(sets.getOrDefault(letters, copy));
    return copy;
  }

  private static List<String> names() {
    TreeSet<String> sorted = new TreeSet<>();
    Resource.lines("syllables.txt").forEach(line -> sorted.addAll(List.of(line.split(" "))));
    List<String> names = new ArrayList<>();
    names.add("");
    names.addAll(sorted);
    return names;
  }

  private static Map<String, Integer> ids() {
    Map<String, Integer> ids = new HashMap<>();
    for (int id = 1; id < NAMES.size(); id++) {
      ids.put(NAMES.get(id), id);
    }
    return ids;
  }

  private static Map<String, BitSet> byPrefix() {
    Map<String, BitSet> sets = new HashMap<>();
    for (int id = 1; id < NAMES.size(); id++) {
      String name = NAMES.get(id);
      for (int k = 1; k <= name.length(); k++) {
        sets.computeIfAbsent(name.substring(0, k), key -> new BitSet()).set(id);
      }
    }
    return sets;
  }

  private static Map<String, BitSet> withoutOneLetter() {
    Map<String, BitSet> sets = new HashMap<>();
    for (int id = 1; id < NAMES.size(); id++) {
      String name = NAMES.get(id);
      for (int k = 0; k < name.length() && name.length() > 2; k++) {
        String shorter = name.substring(0, k) + name.substring(k + 1);
        sets.computeIfAbsent(shorter, key -> new BitSet()).set(id);
      }
    }
    return sets;
  }

  private static BitSet[] accented() {
    BitSet[] sets = new BitSet[NAMES.size()];
    for (int id = 0; id < sets.length; id++) {
      sets[id] = new BitSet();
      sets[id].set(id);
    }
    for (int id = 1; id < NAMES.size(); id++) {
      for (String start : starts(NAMES.get(id))) {
        for (String said : ends(start)) {
          Optional<Integer> other = findId(said);
          if (other.isPresent()) {
            sets[id].set(other.get());
            sets[other.get()].set(id);
          }
        }
      }
    }
    return sets;
  }

  private static List<String> starts(String name) {
    List<String> said = new ArrayList<>(List.of(name));
    for (String[] pair : ACCENTS) {
      if (name.startsWith(pair[0])) {
        said.add(pair[1] + name.substring(pair[0].length()));
        break;
      }
    }
    return said;
  }

  private static List<String> ends(String name) {
    List<String> said = new ArrayList<>(List.of(name));
    for (String[] pair : ENDINGS) {
      if (name.endsWith(pair[0])) {
        said.add(name.substring(0, name.length() - pair[0].length()) + pair[1]);
      }
    }
    return said;
  }
}
