package cn.gongkai.kiosk.input.pinyin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/// The syllables a lexicon knows, without tones, numbered from 0 in alphabetical order. `v` stands
/// for ü.
public final class Syllables {

  static final int COUNT_MAX = 1024;
  static final int LETTERS_MAX = 6;

  private final String[] names;

  private Syllables(String[] names) {
    this.names = names;
  }

  /// @throws IllegalArgumentException where one is not of 1 to 6 letters a to z, or where they are
  ///   too many
  public static Syllables of(Collection<String> names) {
    String[] sorted = new TreeSet<>(names).toArray(String[]::new);
    for (String name : sorted) {
      if (!isSpelling(name)) {
        throw new IllegalArgumentException("not a syllable: " + name);
      }
    }
    if (sorted.length == 0 || sorted.length > COUNT_MAX) {
      throw new IllegalArgumentException(sorted.length + " syllables");
    }
    return new Syllables(sorted);
  }

  /// Whether it is written as a syllable is.
  public static boolean isSpelling(String name) {
    return !name.isEmpty()
        && name.length() <= LETTERS_MAX
        && name.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  public int count() {
    return names.length;
  }

  public String name(int id) {
    return names[id];
  }

  public List<String> names() {
    return List.of(names);
  }

  public OptionalInt find(String name) {
    int id = Arrays.binarySearch(names, name);
    return id >= 0 ? OptionalInt.of(id) : OptionalInt.empty();
  }

  /// Zh, ch, sh or the first consonant; empty before a vowel.
  static String initial(String name) {
    if (name.length() > 1 && name.charAt(1) == 'h' && "zcs".indexOf(name.charAt(0)) >= 0) {
      return name.substring(0, 2);
    }
    return "aoe".indexOf(name.charAt(0)) >= 0 ? "" : name.substring(0, 1);
  }
}
