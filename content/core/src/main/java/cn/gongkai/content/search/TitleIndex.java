package cn.gongkai.content.search;

import cn.gongkai.content.search.SearchResult.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// All titles in memory, newest first: found by the characters in them, by their pinyin and by
/// their likeness to what was typed. 300,000 titles take about 50 MB. Immutable.
///
/// A `cancelled` argument is asked from time to time; when it says yes, what was found so far is
/// returned.
public final class TitleIndex {

  private static final char END = '\n';
  private static final short NOT_SAID = 0;
  private static final int LIKENESS_PAIRS_MAX = 10;
  private static final int STRETCH_MIN = 2;

  private final String text;
  private final int[] starts;
  private final long[] rows;
  private final short[] sounds;

  /// A title and the row it stands in.
  public record Title(long row, String title) {}

  /// A title that answers.
  ///
  /// @param order 0 for the newest title
  /// @param marks where in the title
  /// @param likeness 0 to 1: the share of the words that was found
  record Match(int order, long row, List<Span> marks, double likeness) {}

  private TitleIndex(String text, int[] starts, long[] rows, short[] sounds) {
    this.text = text;
    this.starts = starts;
    this.rows = rows;
    this.sounds = sounds;
  }

  /// An index of titles that is searched by characters only.
  ///
  /// @param newestFirst at most once through
  public static TitleIndex of(Iterator<Title> newestFirst) {
    StringBuilder text = new StringBuilder();
    int[] starts = new int[1024];
    int n = 0;
    long[] rows = new long[1024];
    while (newestFirst.hasNext()) {
      Title title = newestFirst.next();
      if (n + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, n * 2);
        rows = Arrays.copyOf(rows, n * 2);
      }
      starts[n] = text.length();
      rows[n++] = title.row();
      text.append(Terms.normalise(title.title())).append(END);
    }
    starts[n] = text.length();
    return new TitleIndex(
        text.toString(), Arrays.copyOf(starts, n + 1), Arrays.copyOf(rows, n), new short[0]);
  }

  /// The same index with the pinyin of its titles. Takes about 30 µs a title that `known` does not
  /// have.
  public TitleIndex withSounds(Optional<TitleIndex> known) {
    Map<String, short[]> said = new HashMap<>();
    known.filter(TitleIndex::hasSounds).ifPresent(index -> index.collectSounds(said));
    short[] all = new short[text.length()];
    for (int k = 0; k < size(); k++) {
      String title = title(k);
      short[] ids = said.getOrDefault(title, null);
      if (ids == null) {
        ids = Pinyin.ids(title);
      }
      System.arraycopy(ids, 0, all, starts[k], ids.length);
    }
    return new TitleIndex(text, starts, rows, all);
  }

  public int size() {
    return rows.length;
  }

  public boolean hasSounds() {
    return sounds.length == text.length();
  }

  private void collectSounds(Map<String, short[]> into) {
    for (int k = 0; k < size(); k++) {
      into.put(title(k), Arrays.copyOfRange(sounds, starts[k], starts[k + 1] - 1));
    }
  }

  /// The folded title, without its end.
  String title(int order) {
    return text.substring(starts[order], starts[order + 1] - 1);
  }

  long row(int order) {
    return rows[order];
  }

  /// Titles that hold all the words, newest first.
  ///
  /// @param words folded, none empty
  List<Match> containing(List<String> words, int limit, BooleanSupplier cancelled) {
    List<Match> found = new ArrayList<>();
    int order = words.isEmpty() ? size() : 0;
    while (order < size() && found.size() < limit && !cancelled.getAsBoolean()) {
      int next = nextWithAll(words, order);
      if (next < 0) {
        return found;
      }
      found.add(new Match(next, rows[next], marks(next, words), 1));
      order = next + 1;
    }
    return found;
  }

  /// A rare word makes the scan skip whole stretches of titles with the common one.
  private int nextWithAll(List<String> words, int from) {
    int order = from;
    int agreed = 0;
    for (int i = 0; agreed < words.size(); i = (i + 1) % words.size()) {
      int at = text.indexOf(words.get(i), starts[order]);
      if (at < 0) {
        return -1;
      }
      int holder = orderAt(at);
      agreed = holder == order ? agreed + 1 : 1;
      order = holder;
    }
    return order;
  }

  private int orderAt(int at) {
    int found = Arrays.binarySearch(starts, at);
    return found < 0 ? -found - 2 : found;
  }

  private List<Span> marks(int order, List<String> words) {
    return Marks.of(title(order), words);
  }

  /// Titles that are said like this, newest first. Empty before [#withSounds].
  List<Match> sounding(SoundPattern pattern, int limit, BooleanSupplier cancelled) {
    List<Match> found = new ArrayList<>();
    if (!hasSounds() || pattern.elements().isEmpty()) {
      return found;
    }
    boolean[][] accepted = accepted(pattern);
    boolean[] first = accepted[0];
    char[] literals = literals(pattern);
    char literal = literals[0];
    for (int order = 0; order < size() && found.size() < limit; order++) {
      if ((order & 0xfff) == 0 && cancelled.getAsBoolean()) {
        return found;
      }
      int end = starts[order + 1] - 1;
      for (int i = starts[order]; i < end; i++) {
        if (first[sounds[i]] || literal != 0 && text.charAt(i) == literal) {
          int stop = matchAt(pattern.how(), accepted, literals, i, end);
          if (stop > 0) {
            Span mark = new Span(i - starts[order], stop - starts[order]);
            found.add(new Match(order, rows[order], List.of(mark), 1));
            break;
          }
        }
      }
    }
    return found;
  }

  private static char[] literals(SoundPattern pattern) {
    char[] literals = new char[pattern.elements().size()];
    for (int k = 0; k < literals.length; k++) {
      literals[k] = pattern.elements().get(k).literal();
    }
    return literals;
  }

  private static boolean[][] accepted(SoundPattern pattern) {
    boolean[][] accepted = new boolean[pattern.elements().size()][Syllables.count() + 1];
    for (int k = 0; k < accepted.length; k++) {
      boolean[] set = accepted[k];
      pattern.elements().get(k).syllables().stream().forEach(id -> set[id] = true);
    }
    return accepted;
  }

  /// Where a match that begins here ends, or -1.
  private int matchAt(
      SoundPattern.How how, boolean[][] accepted, char[] literals, int from, int end) {
    Reach reach = reach(accepted, literals, 0, from, end);
    if (reach.element() == accepted.length) {
      return reach.at();
    }
    int first = reach.element();
    if (how != SoundPattern.How.IN_TWO_PLACES
        || first < STRETCH_MIN
        || accepted.length - first < STRETCH_MIN) {
      return -1;
    }
    for (int at = reach.at(); at < end; at++) {
      Reach rest = reach(accepted, literals, first, at, end);
      if (rest.element() == accepted.length) {
        return rest.at();
      }
    }
    return -1;
  }

  /// How far a pattern goes.
  private record Reach(int element, int at) {}

  /// Punctuation inside a title is not said and not typed.
  private Reach reach(boolean[][] accepted, char[] literals, int element, int from, int end) {
    int at = from;
    int k = element;
    while (k < accepted.length && at < end) {
      if (accepted[k][sounds[at]] || literals[k] != 0 && literals[k] == text.charAt(at)) {
        k++;
      } else if (k == element
          || sounds[at] != NOT_SAID
          || Character.isLetterOrDigit(text.charAt(at))) {
        break;
      }
      at++;
    }
    return new Reach(k, at);
  }

  /// Titles that share pairs of characters with the words, the most alike first; rare pairs weigh
  /// more.
  List<Match> alike(List<String> words, int limit, BooleanSupplier cancelled) {
    List<String> pairs = pairs(words);
    float[] weight = new float[size()];
    double most = 0;
    for (String pair : pairs) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      int[] holders = holders(pair);
      double rare = Math.log(1 + size() / (holders.length + 0.5));
      most += rare;
      for (int order : holders) {
        weight[order] += (float) rare;
      }
    }
    return top(weight, most, pairs, limit);
  }

  private List<Match> top(float[] weight, double most, List<String> pairs, int limit) {
    List<Integer> best = new ArrayList<>();
    for (int order = 0; order < weight.length; order++) {
      if (weight[order] > 0) {
        insert(best, order, weight, limit);
      }
    }
    return best.stream()
        .map(order -> new Match(order, rows[order], marks(order, pairs), weight[order] / most))
        .toList();
  }

  private static void insert(List<Integer> best, int order, float[] weight, int limit) {
    if (best.size() == limit && weight[best.getLast()] >= weight[order]) {
      return;
    }
    int at = best.size();
    while (at > 0 && weight[best.get(at - 1)] < weight[order]) {
      at--;
    }
    best.add(at, order);
    if (best.size() > limit) {
      best.removeLast();
    }
  }

  private int[] holders(String pair) {
    int[] found = new int[16];
    int n = 0;
    int at = text.indexOf(pair);
    while (at >= 0) {
      int order = orderAt(at);
      if (n == found.length) {
        found = Arrays.copyOf(found, n * 2);
      }
      found[n++] = order;
      at = text.indexOf(pair, starts[order + 1]);
    }
    return Arrays.copyOf(found, n);
  }

  private static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (String word : words) {
      for (int i = 0; i + 2 <= word.length(); i++) {
        pairs.add(word.substring(i, i + 2));
      }
      if (word.length() == 1) {
        pairs.add(word);
      }
    }
    return pairs.stream()
        .filter(pair -> pair.chars().allMatch(Character::isLetterOrDigit))
        .distinct()
        .limit(LIKENESS_PAIRS_MAX)
        .toList();
  }
}
