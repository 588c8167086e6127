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

  private static final int MISTYPED_MAX = 8;
  private static final int SHORT = 2;
  private static final String PARTICLES = "的了着过吗呢吧啊呀嘛";
  private static final int READINGS_MAX = 5;
  private static final Synonyms STANDARD = parse(Resource.lines("synonyms.txt"));

  private final Map<String, SequencedSet<String>> readings;
  private final AtomicReference<Map<String, List<String>>> bySpelling =
      new AtomicReference<>(Map.of());

  /// A stretch of the query that is a word of residents.
  ///
  /// @param readAs words of documents, the likeliest first
  record Place(int start, int end, List<String> readAs) {

    boolean overlaps(Place other) {
      return start < other.end && other.start < end;
    }
  }

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

  /// True for a word of either side, also where documents write it as it is.
  boolean knows(String word) {
    return readings.containsKey(word);
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

  /// The known words that were typed with a wrong character of the right sound, in order: 低保 where
  /// 低宝 stands. Only what is no word itself, and where another character of it is right.
  ///
  /// @param boundaries where words begin, with the text's end
  List<Place> mistypedIn(String folded, BitSet boundaries) {
    List<Place> places = new ArrayList<>();
    String[] said = Pinyin.syllables(folded);
    int at = 0;
    while (at < folded.length()) {
      Optional<Place> place = mistypedAt(folded, at, said, boundaries);
      place.ifPresent(places::add);
      at = place.map(Place::end).orElse(at + 1);
    }
    return places;
  }

  private Optional<Place> mistypedAt(String folded, int at, String[] said, BitSet boundaries) {
    StringBuilder letters = new StringBuilder();
    Optional<Place> longest = Optional.empty();
    int most = Math.min(folded.length(), at + MISTYPED_MAX);
    for (int end = at + 1; boundaries.get(at) && end <= most && !said[end - 1].isEmpty(); end++) {
      letters.append(said[end - 1]);
      int inside = boundaries.nextSetBit(at + 1);
      if (boundaries.get(end) && inside < end) {
        String typed = folded.substring(at, end);
        Optional<String> meant =
            spelt(letters.toString()).stream().filter(word -> isNearly(word, typed)).findFirst();
        if (meant.isPresent()) {
          List<String> readAs = new ArrayList<>(List.of(meant.get()));
          readAs.addAll(readings(meant.get()));
          longest = Optional.of(new Place(at, end, readAs));
        }
      }
    }
    return longest;
  }

  private static boolean isNearly(String word, String typed) {
    int same = 0;
    for (int i = 0; word.length() == typed.length() && i < typed.length(); i++) {
      boolean right = word.charAt(i) == typed.charAt(i);
      if (!right && PARTICLES.indexOf(typed.charAt(i)) >= 0) {
        return false; // 卖的 is not 卖地
      }
      same += right ? 1 : 0;
    }
    return same > 0 && same * 2 >= typed.length() && same < typed.length();
  }

  /// The word of residents that is spelt with these letters in pinyin: 低保 for `dibao`.
  Optional<String> findSpelt(String letters) {
    return letters.chars().allMatch(c -> c >= 'a' && c <= 'z')
        ? spelt(letters).stream().findFirst()
        : Optional.empty();
  }

  private List<String> spelt(String letters) {
    if (bySpelling.get().isEmpty()) {
      bySpelling.set(spellings());
    }
    return bySpelling.get().getOrDefault(letters, List.of());
  }

  private Map<String, List<String>> spellings() {
    Map<String, List<String>> words = new HashMap<>();
    for (String word : readings.keySet().stream().sorted().toList()) {
      if (word.length() > 1) {
        words
            .computeIfAbsent(String.join("", Pinyin.syllables(word)), key -> new ArrayList<>())
            .add(word);
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
