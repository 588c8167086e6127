package cn.gongkai.content.search;

import cn.gongkai.content.search.SearchResult.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// All titles in memory, newest first: found by the characters in them, by their pinyin and by
/// their likeness to what was typed. 300,000 titles take about 50 MB. Immutable.
///
/// A `cancelled` argument is asked from time to time; when it says yes, what was found so far is
/// returned.
public final class TitleIndex {

  /// No titles.
  public static final TitleIndex NONE = of(Collections.emptyIterator());

  private static final char END = '\n';
  private static final int LIKENESS_PAIRS_MAX = 10;
  private static final int PLACES_MAX = 4;

  private final String text;
  private final int[] starts;
  private final long[] rows;
  private final Optional<TitleGrams> grams;
  private final Optional<TitleSounds> sounds;

  /// A title and the row it stands in.
  public record Title(long row, String title) {}

  /// A title that answers.
  ///
  /// @param order 0 for the newest title
  /// @param marks where in the title
  /// @param likeness 0 to 1: the share of the words that was found
  record Match(int order, long row, List<Span> marks, double likeness) {}

  private TitleIndex(
      String text,
      int[] starts,
      long[] rows,
      Optional<TitleGrams> grams,
      Optional<TitleSounds> sounds) {
    this.text = text;
    this.starts = starts;
    this.rows = rows;
    this.grams = grams;
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
        text.toString(),
        Arrays.copyOf(starts, n + 1),
        Arrays.copyOf(rows, n),
        Optional.empty(),
        Optional.empty());
  }

  /// The same index with the pinyin of its titles and the places of pairs of characters, which make
  /// it fast. Takes about 30 µs a title that `known` does not have in the same row.
  public TitleIndex withSounds(Optional<TitleIndex> known) {
    TitleIndex before = known.filter(TitleIndex::hasSounds).orElse(this);
    short[] all = new short[text.length()];
    int old = 0;
    for (int order = 0; order < size(); order++) {
      while (old < before.size() && before.rows[old] > rows[order]) {
        old++;
      }
      if (before != this && isSame(order, before, old)) {
        before.sounds.orElseThrow().copy(before.starts[old], all, starts[order], length(order));
      } else {
        short[] ids = Pinyin.ids(title(order));
        System.arraycopy(ids, 0, all, starts[order], ids.length);
      }
    }
    return new TitleIndex(
        text,
        starts,
        rows,
        Optional.of(TitleGrams.of(text, starts)),
        Optional.of(new TitleSounds(text, starts, all)));
  }

  private boolean isSame(int order, TitleIndex other, int its) {
    return its < other.size()
        && other.rows[its] == rows[order]
        && other.length(its) == length(order)
        && text.regionMatches(starts[order], other.text, other.starts[its], length(order));
  }

  private int length(int order) {
    return starts[order + 1] - 1 - starts[order];
  }

  public int size() {
    return rows.length;
  }

  public boolean hasSounds() {
    return sounds.isPresent();
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
    if (words.isEmpty()) {
      return List.of();
    }
    Optional<int[]> holders = rarestHolders(words);
    return holders.isPresent()
        ? among(holders.get(), words, limit, cancelled)
        : scanned(words, limit, cancelled);
  }

  /// Titles that are these words and nothing else, newest first. Empty before [#withSounds].
  ///
  /// @param title folded
  List<Match> named(String title, int limit) {
    if (title.length() < 2 || grams.isEmpty()) {
      return List.of();
    }
    List<Match> found = new ArrayList<>();
    for (int order : rarestHolders(List.of(title)).orElseThrow()) {
      if (length(order) == title.length()
          && text.startsWith(title, starts[order])
          && found.size() < limit) {
        found.add(new Match(order, rows[order], List.of(new Span(0, title.length())), 1));
      }
    }
    return found;
  }

  /// The titles with the rarest pair of characters of the words; empty where that is not known.
  private Optional<int[]> rarestHolders(List<String> words) {
    if (grams.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> rarest = Optional.empty();
    int at = 0;
    int fewest = Integer.MAX_VALUE;
    for (String word : words) {
      for (int i = 0; i + 2 <= word.length(); i++) {
        int count = grams.get().count(word, i);
        if (count < fewest) {
          fewest = count;
          rarest = Optional.of(word);
          at = i;
        }
      }
    }
    return rarest.isEmpty() ? Optional.empty() : Optional.of(grams.get().holders(rarest.get(), at));
  }

  private List<Match> among(
      int[] orders, List<String> words, int limit, BooleanSupplier cancelled) {
    List<Match> found = new ArrayList<>();
    for (int n = 0; n < orders.length && found.size() < limit; n++) {
      if ((n & 0xfff) == 0xfff && cancelled.getAsBoolean()) {
        return found;
      }
      int order = orders[n];
      if (holdsAll(order, words)) {
        found.add(new Match(order, rows[order], marks(order, words), 1));
      }
    }
    return found;
  }

  private boolean holdsAll(int order, List<String> words) {
    for (String word : words) {
      if (text.indexOf(word, starts[order], starts[order + 1] - 1) < 0) {
        return false;
      }
    }
    return true;
  }

  private List<Match> scanned(List<String> words, int limit, BooleanSupplier cancelled) {
    List<Match> found = new ArrayList<>();
    int order = 0;
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

  /// How many titles hold a pair of characters, as far as known: how common it is in texts, too.
  int holding(String pair) {
    return grams.isPresent() && pair.length() == 2 ? grams.get().count(pair, 0) : 0;
  }

  /// Titles that are said like this, newest first, with the first places where they are. Empty
  /// before [#withSounds].
  List<Match> sounding(SoundPattern pattern, int limit, BooleanSupplier cancelled) {
    List<Match> found = new ArrayList<>();
    if (sounds.isEmpty() || pattern.elements().isEmpty()) {
      return found;
    }
    TitleSounds.Search search = sounds.get().new Search(pattern);
    int looked = 0;
    for (int order = search.next(0); order < size(); order = search.next(order + 1)) {
      if (found.size() == limit || (looked++ & 0xfff) == 0 && cancelled.getAsBoolean()) {
        return found;
      }
      List<Span> places = places(search, order);
      if (!places.isEmpty()) {
        found.add(new Match(order, rows[order], places, 1));
      }
    }
    return found;
  }

  private static List<Span> places(TitleSounds.Search search, int order) {
    List<Span> places = new ArrayList<>();
    TitleSounds.Place place = search.in(order, 0);
    while (place.isSomewhere() && places.size() < PLACES_MAX) {
      places.add(new Span(place.start(), place.end()));
      place = search.in(order, place.end());
    }
    return places;
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
    return grams.isPresent() && pair.length() == 2
        ? grams.get().holders(pair, 0)
        : scannedHolders(pair);
  }

  private int[] scannedHolders(String pair) {
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
