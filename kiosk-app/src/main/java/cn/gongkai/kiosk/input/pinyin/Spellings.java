package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What typed letters or digits may stand for: whole syllables, accented ones, begun ones and
/// initials, each with what it costs to read them so. Immutable.
final class Spellings {

  /// How a stretch of input is read.
  enum Reading {
    /// As typed.
    WHOLE,
    /// With the accent of the region, or without the dots of ü.
    ACCENTED,
    /// The last syllable, not yet finished.
    BEGUN,
    /// The first letter or letters of a syllable.
    INITIAL
  }

  /// @param penalty in nats, like the costs of words
  record Meaning(Reading reading, SyllableSet syllables, double penalty) {}

  static final double ACCENT = 2.0;
  private static final double SECOND_ACCENT = 1.0;
  static final double BEGUN = 0.6;
  static final double INITIAL = 1.2;
  private static final double EASED = 2.5;

  private record Key(String typed, Reading reading, double penalty) {}

  private final Layout layout;
  private final Map<String, List<Meaning>> meanings = new HashMap<>();

  private Spellings(Layout layout, Map<Key, Set<Integer>> found) {
    this.layout = layout;
    found.forEach(
        (key, ids) ->
            meanings
                .computeIfAbsent(key.typed(), typed -> new ArrayList<>())
                .add(new Meaning(key.reading(), SyllableSet.of(ids), key.penalty())));
    meanings.values().forEach(list -> list.sort((a, b) -> a.reading().compareTo(b.reading())));
  }

  static Spellings of(Syllables syllables, Layout layout, Set<FuzzyPair> pairs) {
    Map<Key, Set<Integer>> found = new HashMap<>();
    for (int id = 0; id < syllables.count(); id++) {
      String name = syllables.name(id);
      for (String spelling : aliases(name)) {
        add(found, layout, spelling, Reading.WHOLE, 0, id);
        for (int k = 1; k < spelling.length(); k++) {
          add(found, layout, spelling.substring(0, k), Reading.BEGUN, BEGUN, id);
        }
      }
      for (Map.Entry<String, Double> accent : accents(name, pairs).entrySet()) {
        add(found, layout, accent.getKey(), Reading.ACCENTED, accent.getValue(), id);
      }
      for (String initial : initials(name)) {
        add(found, layout, initial, Reading.INITIAL, INITIAL, id);
      }
    }
    return new Spellings(layout, found);
  }

  Layout layout() {
    return layout;
  }

  /// All readings of a typed stretch, surest first; empty where it has none.
  List<Meaning> of(String typed) {
    return meanings.getOrDefault(typed, List.of());
  }

  private static void add(
      Map<Key, Set<Integer>> found,
      Layout layout,
      String spelling,
      Reading reading,
      double penalty,
      int id) {
    found
        .computeIfAbsent(new Key(layout.typed(spelling), reading, penalty), key -> new TreeSet<>())
        .add(id);
  }

  /// Other ways to write the same syllable: lüe is typed lve, lue and lyue.
  private static Set<String> aliases(String name) {
    Set<String> aliases = new LinkedHashSet<>(List.of(name));
    char first = name.charAt(0);
    if (name.length() > 1 && name.charAt(1) == 'v') {
      String rest = name.substring(2);
      aliases.add(first + "yu" + rest);
      if (!rest.isEmpty()) {
        aliases.add(first + "u" + rest);
      }
    } else if ("jqxy".indexOf(first) >= 0 && name.length() > 1 && name.charAt(1) == 'u') {
      aliases.add(first + "v" + name.substring(2));
    }
    return aliases;
  }

  /// What else may be typed for a syllable, with its penalty.
  private static Map<String, Double> accents(String name, Set<FuzzyPair> pairs) {
    Map<String, Double> accents = new TreeMap<>();
    String initial = Syllables.initial(name);
    String rest = name.substring(initial.length());
    Set<String> initials = new LinkedHashSet<>(List.of(initial));
    Set<String> rests = new LinkedHashSet<>(List.of(rest));
    for (FuzzyPair pair : pairs) {
      if (pair.initial()) {
        initials.add(pair.swapped(initial));
      } else {
        rests.add(pair.swapped(rest));
      }
    }
    for (String a : initials) {
      for (String b : rests) {
        int changes = (a.equals(initial) ? 0 : 1) + (b.equals(rest) ? 0 : 1);
        accents.merge(a + b, changes == 2 ? ACCENT + SECOND_ACCENT : ACCENT, Math::min);
      }
    }
    if (name.equals("lv") || name.equals("nv")) {
      accents.put(name.charAt(0) + "u", EASED);
    }
    accents.remove(name);
    accents.keySet().removeIf(spelling -> spelling.length() > Syllables.LETTERS_MAX);
    return accents;
  }

  private static Set<String> initials(String name) {
    Set<String> initials = new LinkedHashSet<>(List.of(name.substring(0, 1)));
    String initial = Syllables.initial(name);
    if (initial.length() == 2) {
      initials.add(initial);
    }
    return initials;
  }
}
