package cn.gongkai.content.search;

import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchResult.Reading;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How typed words are understood: a number, the words as they are, what they are about, the words
/// of documents for words of residents, and pinyin. Made once for a query; immutable.
///
/// @param folded as typed, after [Terms#normalise], without blanks at the ends
/// @param number a document or index number in it
/// @param chunks the typed words, separated where blanks and punctuation stood
/// @param units what it is about, word by word, without the words of asking
/// @param sounds readings of typed letters as pinyin, surest first
/// @param topics ids of the life topics it concerns
/// @param asksWhere true where a telephone, an office or a place is asked for
public record QueryReading(
    String folded,
    Optional<NumberReading> number,
    List<String> chunks,
    List<Unit> units,
    List<SoundPattern> sounds,
    List<String> topics,
    boolean asksWhere) {

  private static final int UNITS_MAX = 8;
  private static final int VARIANTS_MAX = 6;
  private static final int READINGS_MAX = 5;
  private static final int CHARACTERS_MAX = 5;
  private static final List<String> QUESTION_WORDS =
      Resource.lines("question-words.txt").stream()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
  private static final List<String> WHERE =
      List.of("在哪", "哪里", "哪儿", "电话", "地址", "谁管", "谁来管", "找谁", "几点", "哪个部门");
  private static final String LITTLE =
      "我你他她它们的地得了着过吗呢吧啊呀嘛和与及或在从到对把被给是有要想能会就都也还很太不没去来上下个一年月日管交住查办领报发";
  private static final Pattern BETWEEN = Pattern.compile("[俺咱我](?:们|家)?(?:的)?|[了着过的]");
  private static final Pattern COUNTED =
      Pattern.compile("((?:19|20)\\d{2})年|第?\\d{1,4}[期号届次批]|\\d{1,3}周?岁");

  /// One thing a query is about.
  ///
  /// @param word as typed
  /// @param readAs words of documents for it, the likeliest first
  /// @param parts smaller words of the word and of its readings, each with its form
  public record Unit(String word, List<String> readAs, Map<String, List<String>> parts) {
    public Unit {
      readAs = List.copyOf(readAs);
      parts = Map.copyOf(parts);
    }

    static Unit of(String word, List<String> readAs) {
      Map<String, List<String>> parts = new HashMap<>();
      Stream.concat(Stream.of(word), readAs.stream())
          .forEach(form -> parts.put(form, WordParts.of(form)));
      return new Unit(word, readAs, parts);
    }

    Stream<String> forms() {
      return Stream.concat(Stream.of(word), readAs.stream());
    }

    /// Smaller words of a form; empty where it has none.
    List<String> partsOf(String form) {
      return parts.getOrDefault(form, List.of());
    }
  }

  public QueryReading {
    chunks = List.copyOf(chunks);
    units = List.copyOf(units);
    sounds = List.copyOf(sounds);
    topics = List.copyOf(topics);
  }

  /// @param topics the county's life topics
  public static QueryReading of(String typed, Synonyms synonyms, List<Topic> topics) {
    String cut = typed.substring(0, typed.offsetByCodePoints(0, charactersOf(typed)));
    String folded = Terms.normalise(cut).strip();
    Optional<NumberReading> number = NumberReading.find(folded);
    String rest =
        number
            .map(n -> folded.substring(0, n.start()) + ' ' + folded.substring(n.end()))
            .orElse(folded);
    return new QueryReading(
        folded,
        number,
        chunks(folded),
        units(rest, synonyms),
        SoundReader.readings(folded),
        topics.stream()
            .filter(t -> concerns(t, folded) || concerns(t, tight(folded)))
            .map(Topic::id)
            .toList(),
        WHERE.stream().anyMatch(folded::contains));
  }

  private static boolean concerns(Topic topic, String folded) {
    return folded.contains(topic.name())
        || topic.words().stream().map(Terms::normalise).anyMatch(folded::contains);
  }

  private static int charactersOf(String typed) {
    return Math.min(SearchQuery.CHARACTERS_MAX, typed.codePointCount(0, typed.length()));
  }

  /// True where there is nothing to look for.
  boolean isEmpty() {
    return chunks.isEmpty();
  }

  /// Ways to say the whole query, as typed first: each a list of words that must all occur.
  List<List<String>> variants() {
    SequencedSet<List<String>> variants = new LinkedHashSet<>();
    variants.add(chunks);
    variants.add(units.stream().map(Unit::word).toList());
    int readings = units.stream().mapToInt(unit -> unit.readAs().size()).max().orElse(0);
    for (int k = 0; k < readings; k++) {
      int nth = k;
      variants.add(units.stream().map(unit -> form(unit, nth)).toList());
    }
    variants.removeIf(List::isEmpty);
    return variants.stream().limit(VARIANTS_MAX).toList();
  }

  private static String form(Unit unit, int nth) {
    return unit.readAs().isEmpty()
        ? unit.word()
        : unit.readAs().get(Math.min(nth, unit.readAs().size() - 1));
  }

  /// Every word worth a mark in a text, longest first.
  public List<String> markWords() {
    return Stream.concat(chunks.stream(), units.stream().flatMap(Unit::forms))
        .filter(word -> word.length() > 1 || chunks.size() == 1 && chunks.contains(word))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /// The single Chinese characters of what it is about: the last that is left to go by where no
  /// word of it stands anywhere, as in 花让冻了谁赔.
  List<String> characters() {
    return units.stream()
        .flatMapToInt(unit -> unit.word().codePoints())
        .filter(c -> Terms.isHan(c) && LITTLE.indexOf(c) < 0)
        .distinct()
        .limit(CHARACTERS_MAX)
        .mapToObj(Character::toString)
        .toList();
  }

  /// Words of residents that were read as words of documents.
  List<Reading> understood() {
    return units.stream()
        .filter(unit -> !unit.readAs().isEmpty())
        .map(unit -> new Reading(unit.word(), unit.readAs().getFirst()))
        .toList();
  }

  private static List<String> chunks(String folded) {
    List<String> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    folded
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                chunk.appendCodePoint(c);
              } else if (!chunk.isEmpty()) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
              }
            });
    if (!chunk.isEmpty()) {
      chunks.add(chunk.toString());
    }
    return chunks.stream().distinct().toList();
  }

  private static List<Unit> units(String text, Synonyms synonyms) {
    SequencedSet<Unit> units = new LinkedHashSet<>();
    Optional<String> spelt = synonyms.findSpelt(text.replace(" ", ""));
    if (spelt.isPresent()) {
      return List.of(Unit.of(spelt.get(), synonyms.readings(spelt.get())));
    }
    int at = 0;
    for (Synonyms.Place place : places(text, synonyms)) {
      addWords(text.substring(at, place.start()), units);
      units.add(unit(text.substring(place.start(), place.end()), place.readAs(), synonyms));
      at = place.end();
    }
    addWords(text.substring(at), units);
    addApart(text, synonyms, units);
    if (units.isEmpty()) {
      chunks(text).forEach(chunk -> units.add(Unit.of(chunk, List.of())));
    }
    return units.stream().limit(UNITS_MAX).toList();
  }

  /// Known words, and where none stands, those that were mistyped.
  private static List<Synonyms.Place> places(String text, Synonyms synonyms) {
    BitSet boundaries = boundaries(text);
    List<Synonyms.Place> places = new ArrayList<>(synonyms.in(text, boundaries));
    for (Synonyms.Place mistyped : synonyms.mistypedIn(text, boundaries)) {
      if (places.stream().noneMatch(place -> place.overlaps(mistyped))) {
        places.add(mistyped);
      }
    }
    places.sort(Comparator.comparingInt(Synonyms.Place::start));
    return places;
  }

  /// Known words that people say with little words in between: 占地 in 占了俺家的地.
  private static void addApart(String text, Synonyms synonyms, SequencedSet<Unit> units) {
    String tight = tight(text);
    if (!tight.equals(text)) {
      for (Synonyms.Place place : synonyms.in(tight, boundaries(tight))) {
        String word = tight.substring(place.start(), place.end());
        if (!text.contains(word)) {
          units.add(unit(word, place.readAs(), synonyms));
        }
      }
    }
  }

  private static String tight(String text) {
    return BETWEEN.matcher(text).replaceAll("");
  }

  /// A known word that is not read as anything may hold smaller ones that are.
  private static Unit unit(String word, List<String> readAs, Synonyms synonyms) {
    SequencedSet<String> readings = new LinkedHashSet<>(readAs);
    if (readings.isEmpty()) {
      for (int split = word.length() - 1; split >= 2; split--) {
        readings.addAll(synonyms.readings(word.substring(0, split)));
      }
    }
    readings.remove(word);
    return Unit.of(word, readings.stream().limit(READINGS_MAX).toList());
  }

  private static BitSet boundaries(String text) {
    BitSet boundaries = new BitSet();
    int at = 0;
    for (Term term : HanLP.segment(text)) {
      boundaries.set(at);
      at += term.word.length();
      boundaries.set(at);
    }
    return boundaries;
  }

  private static void addWords(String piece, SequencedSet<Unit> units) {
    for (String chunk : chunks(withoutQuestionWords(piece))) {
      int at = 0;
      Matcher counted = COUNTED.matcher(chunk);
      while (counted.find()) {
        addSegments(chunk.substring(at, counted.start()), units);
        String year = counted.group(1);
        units.add(Unit.of(counted.group(), year == null ? List.of() : List.of(year)));
        at = counted.end();
      }
      addSegments(chunk.substring(at), units);
    }
  }

  /// Characters that no word of the dictionary holds belong together: perhaps a word was mistyped.
  private static void addSegments(String text, SequencedSet<Unit> units) {
    StringBuilder loose = new StringBuilder();
    for (Term term : HanLP.segment(text)) {
      if (term.word.length() == 1 && Terms.isHan(term.word.charAt(0))) {
        loose.append(LITTLE.contains(term.word) ? "" : term.word);
      } else if (!term.word.isBlank()) {
        addLoose(loose, units);
        units.add(Unit.of(term.word, List.of()));
      }
    }
    addLoose(loose, units);
  }

  private static void addLoose(StringBuilder loose, SequencedSet<Unit> units) {
    if (loose.length() > 1) {
      units.add(Unit.of(loose.toString(), List.of()));
    }
    loose.setLength(0);
  }

  /// Takes words of asking out where they do not cut through others: not 能报 of 能报销.
  private static String withoutQuestionWords(String piece) {
    BitSet boundaries = boundaries(piece);
    StringBuilder left = new StringBuilder(piece);
    for (String word : QUESTION_WORDS) {
      for (int at = left.indexOf(word); at >= 0; at = left.indexOf(word, at + 1)) {
        int end = at + word.length();
        if (boundaries.get(at) && boundaries.get(end)) {
          left.replace(at, end, " ".repeat(word.length()));
        }
      }
    }
    return left.toString();
  }
}
