package cn.gongkai.content.search;

import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Words of residents and the words of documents that mean the same: 低保 and 最低生活保障. The list
/// `synonyms.txt` comes with the program; the county's own and the words of its life topics join it
/// with every release. Immutable.
public final class Synonyms {

  private static final int SHORT = 2;
  private static final int READINGS_MAX = 5;
  private static final Synonyms STANDARD = parse(Resource.lines("synonyms.txt"));

  private final Map<String, SequencedSet<String>> readings;
  private final AtomicReference<Map<String, String>> bySpelling = new AtomicReference<>(Map.of());

  /// A stretch of the query that is a word of residents.
  ///
  /// @param readAs words of documents, the likeliest first
  record Place(int start, int end, List<String> readAs) {}

  private Synonyms(Map<String, SequencedSet<String>> readings) {
    this.readings = readings;
  }

  /// The list that comes with the program.
  public static Synonyms standard() {
    return STANDARD;
  }

  /// Lines of the form `A, B = C, D` (either side finds the other) or `A, B > C, D` (residents say
  /// A or B where documents write C or D).
  ///
  /// @throws IllegalArgumentException for a line of another form
  static Synonyms parse(List<String> lines) {
    Map<String, SequencedSet<String>> readings = new HashMap<>();
    for (String line : lines) {
      boolean both = line.contains(" = ");
      String[] sides = line.split(both ? " = " : " > ");
      if (sides.length != 2) {
        throw new IllegalArgumentException("not 'A, B = C' nor 'A, B > C': " + line);
      }
      List<String> said = List.of(sides[0].split(", "));
      List<String> written = List.of(sides[1].split(", "));
      said.forEach(word -> add(readings, word, written));
      written.forEach(word -> add(readings, word, List.of()));
      if (both) {
        written.forEach(word -> add(readings, word, said.subList(0, 1)));
      }
    }
    return new Synonyms(readings);
  }

  /// This list with the county's own, which take the place of those that begin with the same word,
  /// and with the words of its life topics. These lead to the items of the topic, see [Ranking],
  /// and are kept together when a query is cut into words.
  public Synonyms with(List<Topic> topics, List<Synonym> own) {
    Map<String, SequencedSet<String>> more = new HashMap<>();
    readings.forEach((word, written) -> more.put(word, new LinkedHashSet<>(written)));
    own.stream()
        .flatMap(synonym -> synonym.said().stream())
        .map(Terms::normalise)
        .forEach(more::remove);
    own.forEach(synonym -> add(more, synonym));
    for (Topic topic : topics) {
      topic.words().forEach(word -> add(more, word, List.of()));
    }
    return new Synonyms(more);
  }

  private static void add(Map<String, SequencedSet<String>> readings, Synonym synonym) {
    List<String> said = normalised(synonym.said());
    List<String> written = normalised(synonym.written());
    said.forEach(word -> add(readings, word, written));
    written.forEach(word -> add(readings, word, List.of()));
  }

  private static List<String> normalised(List<String> words) {
    return words.stream().map(Terms::normalise).toList();
  }

  /// Every word of either side.
  public Set<String> words() {
    return Set.copyOf(readings.keySet());
  }

  /// How many words of residents are known.
  public int size() {
    return readings.size();
  }

  /// The known words inside a folded text, the longest first where they overlap, in order. A word
  /// of two characters counts only where it does not cut through other words: 老保 is not in 养老保险.
  ///
  /// @param boundaries where words begin, with the text's end
  List<Place> in(String folded, BitSet boundaries) {
    List<Place> places = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = endOfWordAt(folded, at, boundaries);
      if (end > at) {
        places.add(new Place(at, end, readings(folded.substring(at, end))));
        at = end;
      } else {
        at++;
      }
    }
    return places;
  }

  /// The word of residents that is spelt with these letters in pinyin: 低保 for `dibao`.
  Optional<String> findSpelt(String letters) {
    if (!letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return Optional.empty();
    }
    if (bySpelling.get().isEmpty()) {
      bySpelling.set(spellings());
    }
    return Optional.ofNullable(bySpelling.get().get(letters));
  }

  private Map<String, String> spellings() {
    Map<String, String> words = new HashMap<>();
    for (String word : readings.keySet().stream().sorted().toList()) {
      if (word.length() > 1) {
        words.putIfAbsent(String.join("", Pinyin.syllables(word)), word);
      }
    }
    return words;
  }

  /// What documents write for a word of residents; empty where the word is not known.
  List<String> readings(String word) {
    return readings.getOrDefault(word, new LinkedHashSet<>()).stream().limit(READINGS_MAX).toList();
  }

  private int endOfWordAt(String folded, int at, BitSet boundaries) {
    for (int end = Math.min(folded.length(), at + Synonym.WORD_MAX); end > at; end--) {
      boolean clean = boundaries.get(at) && boundaries.get(end);
      if ((clean || end - at > SHORT) && readings.containsKey(folded.substring(at, end))) {
        return end;
      }
    }
    return at;
  }

  private static void add(
      Map<String, SequencedSet<String>> readings, String word, List<String> written) {
    String said = Terms.normalise(word.strip());
    if (said.length() > Synonym.WORD_MAX || said.isEmpty()) {
      return;
    }
    SequencedSet<String> known = readings.computeIfAbsent(said, key -> new LinkedHashSet<>());
    written.stream()
        .map(w -> Terms.normalise(w.strip()))
        .filter(w -> !w.equals(said))
        .forEach(known::add);
  }
}
