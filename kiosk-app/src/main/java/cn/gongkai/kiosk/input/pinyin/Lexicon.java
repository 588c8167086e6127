package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words by their syllables: a trie in flat arrays, about 20 bytes a word. A node is a sequence of
/// syllables, a word is one of those that stand at a node, cheapest first. Nodes are numbered level
/// by level, so that the children of a node follow one another and words are ordered by length.
/// Immutable, thread-safe.
public final class Lexicon {

  /// A word has at most this many syllables.
  public static final int SYLLABLES_MAX = 32;

  static final int ROOT = 0;
  private static final double COST_UNITS = 1000;

  private final Syllables syllables;
  private final LexiconArrays arrays;
  private final int[] bestWord;

  Lexicon(Syllables syllables, LexiconArrays arrays, boolean completing) {
    this.syllables = syllables;
    this.arrays = arrays;
    this.bestWord = completing ? bestWords() : new int[0];
  }

  /// @param completing whether [#completion] is wanted; costs four bytes a node
  public static Lexicon of(Syllables syllables, List<Entry> entries, boolean completing) {
    return new Lexicon(syllables, new Growing(entries).grown(), completing);
  }

  public Syllables syllables() {
    return syllables;
  }

  public int words() {
    return arrays.costs().length;
  }

  public int nodes() {
    return arrays.childStart().length - 1;
  }

  /// Bytes of its arrays.
  public long bytes() {
    return arrays.bytes() + 4L * bestWord.length;
  }

  LexiconArrays arrays() {
    return arrays;
  }

  int firstChild(int node) {
    return arrays.childStart()[node];
  }

  int endOfChildren(int node) {
    return arrays.childStart()[node + 1];
  }

  /// The last syllable of a node.
  short syllable(int node) {
    return arrays.syllable()[node];
  }

  /// The child that adds this syllable, or -1.
  int child(int node, short syllable) {
    int found =
        Arrays.binarySearch(arrays.syllable(), firstChild(node), endOfChildren(node), syllable);
    return Math.max(found, -1);
  }

  int firstWord(int node) {
    return arrays.wordStart()[node];
  }

  int endOfWords(int node) {
    return arrays.wordStart()[node + 1];
  }

  double cost(int word) {
    return Short.toUnsignedInt(arrays.costs()[word]) / COST_UNITS;
  }

  static short stored(double cost) {
    return (short) Math.round(cost * COST_UNITS);
  }

  String text(int word) {
    return new String(arrays.text(), begin(word), length(word));
  }

  /// The first character of a word.
  char first(int word) {
    return arrays.text()[begin(word)];
  }

  private int begin(int word) {
    int length = length(word);
    int[] first = arrays.firstOfLength();
    int at = 0;
    for (int k = 1; k < length; k++) {
      at += (first[k + 1] - first[k]) * k;
    }
    return at + (word - first[length]) * length;
  }

  int length(int word) {
    int[] first = arrays.firstOfLength();
    int length = 1;
    while (first[length + 1] <= word) {
      length++;
    }
    return length;
  }

  /// The syllables of a word.
  short[] reading(int word) {
    short[] reading = new short[length(word)];
    int node = lastAtMost(arrays.wordStart(), word);
    for (int k = reading.length - 1; k >= 0; k--) {
      reading[k] = syllable(node);
      node = lastAtMost(arrays.childStart(), node);
    }
    return reading;
  }

  /// How often each character is written, by its code point, as shares of all that is written.
  public Map<Integer, Double> characterShares() {
    Map<Integer, Double> shares = new HashMap<>();
    double total = 0;
    for (int word = 0; word < words(); word++) {
      double probability = Math.exp(-cost(word));
      String text = text(word);
      for (int i = 0; i < text.length(); i++) {
        shares.merge((int) text.charAt(i), probability, Double::sum);
      }
      total += probability * text.length();
    }
    double all = total;
    shares.replaceAll((character, weight) -> weight / all);
    return shares;
  }

  /// The cheapest word at a node or below it, or -1.
  int completion(int node) {
    return bestWord.length == 0 ? -1 : bestWord[node];
  }

  /// The last index whose value is at most this, among values that never fall.
  private static int lastAtMost(int[] values, int value) {
    int low = 0;
    int high = values.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (values[middle] <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int[] bestWords() {
    int[] best = new int[nodes()];
    for (int node = nodes() - 1; node >= 0; node--) {
      int cheapest = firstWord(node) < endOfWords(node) ? firstWord(node) : -1;
      for (int child = firstChild(node); child < endOfChildren(node); child++) {
        int below = best[child];
        if (below >= 0 && (cheapest < 0 || cost(below) < cost(cheapest))) {
          cheapest = below;
        }
      }
      best[node] = cheapest;
    }
    return best;
  }

  /// Grows the trie level by level out of sorted words: a node is a run of words that begin alike.
  private static final class Growing {

    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::syllables, Arrays::compare)
            .thenComparingDouble(Entry::cost)
            .thenComparing(Entry::text);

    private final List<Entry> sorted;
    private final ArrayBuilder built = new ArrayBuilder();

    Growing(List<Entry> entries) {
      sorted = new ArrayList<>(entries.size());
      Set<String> alike = new HashSet<>();
      short[] before = {};
      for (Entry entry : entries.stream().sorted(ORDER).toList()) {
        if (entry.syllables().length > SYLLABLES_MAX) {
          throw new IllegalArgumentException("too long: " + entry.text());
        }
        if (!Arrays.equals(before, entry.syllables())) {
          alike.clear();
          before = entry.syllables();
        }
        if (alike.add(entry.text())) {
          sorted.add(entry);
        }
      }
    }

    LexiconArrays grown() {
      int[] level = {0, sorted.size()};
      built.addSyllable((short) -1);
      for (int depth = 0; level.length > 0; depth++) {
        level = grow(level, depth);
      }
      return built.arrays();
    }

    /// @param level begin and end of each node's run
    /// @return the runs of the next level
    private int[] grow(int[] level, int depth) {
      int[] next = new int[16];
      int n = 0;
      for (int k = 0; k < level.length; k += 2) {
        int at = level[k];
        int end = level[k + 1];
        built.beginNode();
        while (at < end && sorted.get(at).syllables().length == depth) {
          built.addWord(sorted.get(at++));
        }
        while (at < end) {
          short syllable = sorted.get(at).syllables()[depth];
          int stop = at;
          while (stop < end && sorted.get(stop).syllables()[depth] == syllable) {
            stop++;
          }
          built.addSyllable(syllable);
          if (n + 2 > next.length) {
            next = Arrays.copyOf(next, n * 2);
          }
          next[n++] = at;
          next[n++] = stop;
          at = stop;
        }
      }
      return Arrays.copyOf(next, n);
    }
  }
}
