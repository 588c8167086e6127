package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Collects what a site calls its things and makes a lexicon of it, so that its titles, services
/// and places are offered before words of the general lexicon. Not thread-safe.
public final class SitePhrases {

  /// Turns a text into one syllable a character, `""` where there is none.
  @FunctionalInterface
  public interface Reader {
    String[] syllables(String text);
  }

  /// Cuts a text into its words.
  @FunctionalInterface
  public interface Cutter {
    List<String> words(String text);
  }

  /// Bounds of a site's lexicon.
  ///
  /// @param phrasesMax names and titles that are kept; later ones are left out
  /// @param partsMax parts of titles that are kept besides
  public record Limits(int phrasesMax, int partsMax) {

    public static final Limits DEFAULT = new Limits(60_000, 60_000);
  }

  private static final double TOPIC = 4.5;
  private static final double NAME = 5.5;
  private static final double TITLE = 8.5;
  private static final double PART = 10;
  private static final int LENGTH_MIN = 2;
  private static final int PART_LENGTH_MIN = 3;
  private static final int PART_LENGTH_MAX = 12;
  private static final int PART_WORDS_MAX = 5;

  private static final Pattern ASIDE = Pattern.compile("[（(\\[【〔][^）)\\]】〕]*[）)\\]】〕]");
  private static final Pattern RUN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern OPENING =
      Pattern.compile("^.*?关于(?:(?:进一步)?(?:印发|做好|加强|公布|调整|规范|修改|开展|推进|实施|禁止和限制))?");
  private static final Pattern ENDING =
      Pattern.compile("(?:工作)?的?(?:通知|通告|公告|公示|意见|决定|批复|函|解读|实录|实施意见)$");
  private static final Pattern TOWN = Pattern.compile("^\\p{IsHan}{1,6}?(?:街道|镇|乡|县|区)");

  private final Syllables syllables;
  private final Reader reader;
  private final Cutter cutter;
  private final Limits limits;
  private final Map<String, Double> costs = new LinkedHashMap<>();
  private final SequencedSet<String> parts = new LinkedHashSet<>();

  /// @param syllables of the engine the lexicon is for
  public SitePhrases(Syllables syllables, Reader reader, Cutter cutter, Limits limits) {
    this.syllables = syllables;
    this.reader = reader;
    this.cutter = cutter;
    this.limits = limits;
  }

  /// What residents most often come for: preferred to every other word.
  public void addTopic(String name) {
    for (String run : runs(name)) {
      add(run, TOPIC);
    }
  }

  /// A word of a topic, a service, an office, a column: preferred to words of titles.
  public void addName(String name) {
    for (String run : runs(name)) {
      add(run, NAME);
    }
  }

  /// A place or what stands in it: `悦庄镇便民服务中心` gives the whole, `悦庄镇` and `悦庄`.
  public void addPlace(String name) {
    addName(name);
    for (String run : runs(name)) {
      Matcher town = TOWN.matcher(run);
      if (town.find()) {
        add(town.group(), NAME);
        add(town.group().replaceFirst("(?:街道|.)$", ""), NAME);
      }
    }
  }

  /// The title of an item: each of its runs of characters, what it is about, and its parts.
  public void addTitle(String title) {
    for (String run : runs(title)) {
      add(run, TITLE);
      String matter = ENDING.matcher(OPENING.matcher(run).replaceFirst("")).replaceFirst("");
      add(matter, TITLE);
      Matcher town = TOWN.matcher(matter);
      if (town.find()) {
        add(matter.substring(town.end()), TITLE);
      }
      addParts(run);
    }
  }

  /// How many phrases there are so far.
  public int size() {
    return costs.size() + parts.size();
  }

  /// What was added so far as a lexicon. Reads every phrase aloud: some 30 µs each.
  public Lexicon lexicon() {
    List<Entry> entries = new ArrayList<>(costs.size() + parts.size());
    costs.forEach((text, cost) -> addEntry(entries, text, cost));
    parts.stream()
        .filter(part -> !costs.containsKey(part))
        .limit(limits.partsMax())
        .forEach(part -> addEntry(entries, part, PART));
    return Lexicon.of(syllables, entries, true);
  }

  /// Neighbouring words of a title, as far as there is room.
  private void addParts(String run) {
    if (parts.size() >= limits.partsMax()) {
      return;
    }
    List<String> words = cutter.words(run);
    for (int from = 0; from < words.size(); from++) {
      StringBuilder part = new StringBuilder();
      for (int k = from; k < Math.min(words.size(), from + PART_WORDS_MAX); k++) {
        part.append(words.get(k));
        if (k > from && part.length() >= PART_LENGTH_MIN && part.length() <= PART_LENGTH_MAX) {
          parts.add(part.toString());
        }
      }
    }
  }

  private void add(String phrase, double cost) {
    boolean fits = phrase.length() >= LENGTH_MIN && phrase.length() <= Lexicon.SYLLABLES_MAX;
    if (fits && (costs.size() < limits.phrasesMax() || costs.containsKey(phrase))) {
      costs.merge(phrase, cost, Math::min);
    }
  }

  private void addEntry(List<Entry> entries, String text, double cost) {
    String[] said = reader.syllables(text);
    if (said.length != text.length()) {
      return;
    }
    short[] ids = new short[said.length];
    for (int k = 0; k < ids.length; k++) {
      OptionalInt id = syllables.find(said[k]);
      if (id.isEmpty()) {
        return;
      }
      ids[k] = (short) id.getAsInt();
    }
    entries.add(new Entry(text, ids, cost));
  }

  /// Stretches of characters; what stands in brackets is an aside.
  private static List<String> runs(String text) {
    return RUN.matcher(ASIDE.matcher(text).replaceAll(" "))
        .results()
        .map(result -> result.group())
        .map(dateless())
        .toList();
  }

  /// Without the 年 or 号 that a number before it leaves behind.
  private static UnaryOperator<String> dateless() {
    return run -> run.replaceFirst("^(?:年度?|月|日|号|期|第)+", "");
  }
}
