package cn.gongkai.content.search;

import cn.gongkai.content.search.QueryReading.Unit;
import cn.gongkai.content.search.SoundPattern.How;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Puts results into the order a resident would call right: the exact number and title first, then
/// words of the title, then words of the text; in force before repealed, newer before older, the
/// own town before others. Every score comes with its reasons.
public final class Ranking {

  private static final double OWN_NUMBER = 10_000;
  private static final double WHOLE_TITLE = 5_000;
  private static final double PHRASE_IN_TITLE = 1_500;
  private static final double HEARD_IN_TITLE = 1_300;
  private static final double HEARD_STEP = 120;
  private static final double HEARD_GUESS = 400;
  private static final double HEARD_KNOWN_WORD = 120;
  private static final double HEARD_INSIDE_WORDS = -250;
  private static final double ALL_IN_TITLE = 1_000;
  private static final double NUMBER_IN_TEXT = 900;
  private static final double ALL_IN_TEXT = 500;
  private static final double SOME_IN_TEXT = 450;
  private static final double NEAR_MIN = 0.6;
  private static final int NEAR_CHARACTERS = 5;
  private static final double OVER = -700;
  private static final double MEANT = 2_000;

  /// Texts that have nothing in common are often as alike as this.
  static final double LIKENESS_MIN = 0.4;

  /// What is no longer in force, but all that was asked, comes before what holds only parts of it.
  private static final double COMPLETE_MIN = 380;

  private static final double OWN_TOWN = 260;
  private static final double OTHER_TOWN = -150;
  private static final double NEWEST = 60;
  private static final double NEWEST_YEARS = 4;
  private static final double OWN_TOPIC = 110;
  private static final double ONLY_TOPIC = 20;
  private static final int CHARACTERS_MIN = 2;
  private static final double OFFICE_ASKED = 200;
  private static final double OFFICE = 70;
  private static final double GAZETTE = -120;
  private static final double IN_BODY = 0.65;
  private static final double OTHER_READING = 0.9;
  private static final double IN_PARTS = 0.75;
  private static final int FORMS_IN_PARTS = 3;

  private final QueryReading reading;
  private final SearchQuery query;
  private final Map<String, Double> weights;

  /// What is scored.
  ///
  /// @param title, words folded; words as in [ItemWords#of]
  /// @param heard how the title answers by sound, where it does
  public record Candidate(Profile profile, String title, String words, Optional<Heard> heard) {}

  /// An answer by sound.
  ///
  /// @param share of the title that was heard, 0 to 1
  public record Heard(How how, double share, boolean fromStart, Piece piece) {}

  /// What was heard of a title, the best first.
  public enum Piece {
    /// A word that residents or documents use for something.
    KNOWN_WORD,
    /// Words from their beginning to their end.
    WORDS,
    /// What begins or ends in the middle of a word.
    INSIDE_WORDS
  }

  /// A score and its reasons; higher is better.
  ///
  /// @param complete true where everything that was typed is answered
  /// @param meant true where nothing but the meaning answers
  public record Score(double value, boolean complete, List<String> reasons, boolean meant) {}

  /// @param weights how much each unit's word says, for example by its rarity; 1 where missing
  public Ranking(QueryReading reading, SearchQuery query, Map<String, Double> weights) {
    this.reading = reading;
    this.query = query;
    this.weights = Map.copyOf(weights);
  }

  /// @param likeness of its meaning to what was typed, see [Meanings.Near]
  Score score(Candidate candidate, double likeness) {
    List<String> reasons = new ArrayList<>();
    Base base = base(candidate, reasons);
    double value = base.value();
    if (likeness > LIKENESS_MIN) {
      reasons.add("near in meaning, %.2f".formatted(likeness));
      value += MEANT * (likeness - LIKENESS_MIN);
    }
    if (value <= 0) {
      return new Score(0, false, List.of(), false);
    }
    double floor = base.complete() ? COMPLETE_MIN + value / 100 : Double.NEGATIVE_INFINITY;
    value = Math.max(floor, value + standing(candidate.profile(), reasons));
    return new Score(value, base.complete(), reasons, base.value() <= 0);
  }

  private record Base(double value, boolean complete) {}

  private Base base(Candidate candidate, List<String> reasons) {
    String title = candidate.title();
    if (reading.number().filter(n -> n.isOf(candidate.profile())).isPresent()) {
      reasons.add("its own number");
      return new Base(OWN_NUMBER, true);
    }
    if (reading.folded().equals(title)) {
      reasons.add("the whole title");
      return new Base(WHOLE_TITLE, true);
    }
    Base best = new Base(0, false);
    if (title.contains(reading.folded()) && !reading.isEmpty()) {
      reasons.add("the words in the title");
      best = new Base(PHRASE_IN_TITLE + place(title, reading.folded()), true);
    } else if (candidate.heard().isPresent()) {
      Heard heard = candidate.heard().get();
      reasons.add("the title by sound, " + heard.how().name().toLowerCase(Locale.ROOT));
      best = new Base(heard(heard), true);
    } else if (reading.number().filter(n -> n.isMentionedIn(candidate.words())).isPresent()) {
      reasons.add("mentions the number");
      best = new Base(NUMBER_IN_TEXT, true);
    }
    double near = best.value() == 0 ? nearness(title) : 0;
    if (near >= NEAR_MIN) {
      reasons.add("nearly the title");
      best = new Base(ALL_IN_TITLE * near, false);
    }
    Base covered = covered(candidate, reasons);
    if (covered.value() == 0 && best.value() == 0 && isOfTopic(candidate.profile())) {
      return new Base(ONLY_TOPIC, false);
    }
    if (covered.value() == 0 && best.value() == 0) {
      return new Base(characters(title, reasons), false);
    }
    return covered.value() > best.value() ? covered : best;
  }

  /// For at least half of the single characters in the title; 0 otherwise.
  private double characters(String title, List<String> reasons) {
    List<String> typed = reading.characters();
    long held = typed.stream().filter(title::contains).count();
    if (held < CHARACTERS_MIN || held * 2 < typed.size()) {
      return 0;
    }
    reasons.add("characters of the words");
    return ONLY_TOPIC + held * ONLY_TOPIC / typed.size();
  }

  /// The share of the pairs of what was typed that the title has.
  private double nearness(String title) {
    String typed = reading.folded();
    if (reading.chunks().size() != 1 || typed.length() < NEAR_CHARACTERS) {
      return 0;
    }
    int held = 0;
    for (int i = 0; i + 2 <= typed.length(); i++) {
      held += title.contains(typed.substring(i, i + 2)) ? 1 : 0;
    }
    return held / (typed.length() - 1.0);
  }

  private static double heard(Heard heard) {
    double base =
        switch (heard.how()) {
          case SYLLABLES -> HEARD_IN_TITLE;
          case INITIALS, MIXED, ACCENTED -> HEARD_IN_TITLE - HEARD_STEP * heard.how().ordinal();
          case LETTER_DROPPED, IN_TWO_PLACES -> HEARD_IN_TITLE - HEARD_STEP * 4;
          case SAME_SOUND, ONE_OF_THE_WORDS -> HEARD_GUESS;
        };
    double piece =
        switch (heard.piece()) {
          case KNOWN_WORD -> HEARD_KNOWN_WORD;
          case WORDS -> 0;
          case INSIDE_WORDS -> HEARD_INSIDE_WORDS;
        };
    return base + 200 * heard.share() + (heard.fromStart() ? 60 : 0) + piece;
  }

  private static double place(String title, String words) {
    return 300.0 * words.length() / title.length() + (title.startsWith(words) ? 60 : 0);
  }

  private Base covered(Candidate candidate, List<String> reasons) {
    double all = 0;
    double inTitle = 0;
    double anywhere = 0;
    double often = 0;
    List<String> found = new ArrayList<>();
    for (Unit unit : reading.units()) {
      double weight = weights.getOrDefault(unit.word(), 1.0);
      Cover cover = cover(unit, candidate);
      all += weight;
      inTitle += weight * cover.title();
      anywhere += weight * Math.max(cover.title(), cover.body());
      often += cover.often();
      cover.by().ifPresent(found::add);
    }
    if (all == 0 || anywhere == 0) {
      return new Base(0, false);
    }
    reasons.add(found.isEmpty() ? "about parts of the words" : "about " + String.join(", ", found));
    double title = inTitle / all;
    double any = anywhere / all;
    double frequency = Math.min(100, 8 * often);
    double spread = 200 * Math.min(1, lengthOf(found) / (double) candidate.title().length());
    if (title > 0.85) {
      return new Base(ALL_IN_TITLE * title + spread + frequency / 4, true);
    }
    if (found.size() == reading.units().size()) {
      return new Base(ALL_IN_TEXT + 350 * title + frequency, true);
    }
    return new Base(SOME_IN_TEXT * any + 250 * title + frequency / 2, false);
  }

  private static int lengthOf(List<String> words) {
    return words.stream().mapToInt(String::length).sum();
  }

  /// @param by the form that was found, as typed or as read
  private record Cover(double title, double body, int often, Optional<String> by) {}

  /// The best form counts; parts of forms only where no form occurs whole.
  private static Cover cover(Unit unit, Candidate candidate) {
    double worth = 1;
    Cover best = new Cover(0, 0, 0, Optional.empty());
    for (String form : unit.forms().toList()) {
      boolean inTitle = candidate.title().contains(form);
      int times = times(candidate.words(), form);
      if (inTitle) {
        double body = Math.max(best.body, times > 0 ? worth * IN_BODY : 0);
        return new Cover(worth, body, best.often + times, Optional.of(form));
      }
      if (times > 0) {
        double body = Math.max(best.body, worth * IN_BODY);
        best = new Cover(0, body, best.often + times, best.by.or(() -> Optional.of(form)));
      }
      worth *= OTHER_READING;
    }
    return best.by.isPresent() ? withTitleParts(best, unit, candidate) : inParts(unit, candidate);
  }

  private static Cover withTitleParts(Cover cover, Unit unit, Candidate candidate) {
    double title = 0;
    for (String form : unit.forms().limit(FORMS_IN_PARTS).toList()) {
      title = Math.max(title, share(unit.partsOf(form), candidate.title()));
    }
    return new Cover(title * OTHER_READING, cover.body, cover.often, cover.by);
  }

  private static Cover inParts(Unit unit, Candidate candidate) {
    double worth = 1;
    double title = 0;
    double body = 0;
    for (String form : unit.forms().limit(FORMS_IN_PARTS).toList()) {
      List<String> parts = unit.partsOf(form);
      title = Math.max(title, worth * share(parts, candidate.title()));
      body = Math.max(body, worth * IN_BODY * share(parts, candidate.words()));
      worth *= OTHER_READING;
    }
    return new Cover(title, body, 0, Optional.empty());
  }

  /// How much of a form its parts make up.
  private static double share(List<String> parts, String text) {
    long held = parts.stream().filter(text::contains).count();
    return held == 0 ? 0 : IN_PARTS * held / parts.size();
  }

  private static int times(String text, String word) {
    int times = 0;
    int at = text.indexOf(word);
    while (at >= 0 && times < 5) {
      times++;
      at = text.indexOf(word, at + word.length());
    }
    return times;
  }

  private double standing(Profile profile, List<String> reasons) {
    double value = 0;
    if (profile.validity().isOver()) {
      value += OVER;
      reasons.add("no longer in force");
    }
    if (!profile.division().isCounty() && query.home().isPresent()) {
      boolean own = profile.division().equals(query.home().get());
      value += own ? OWN_TOWN : OTHER_TOWN;
      reasons.add(own ? "own town" : "another town");
    }
    if (isOfTopic(profile)) {
      value += OWN_TOPIC;
      reasons.add("of the life topic");
    }
    value += kind(profile.kind(), reasons);
    double years = ChronoUnit.DAYS.between(profile.published(), query.today()) / 365.25;
    value += NEWEST * Math.exp(-Math.max(0, years) / NEWEST_YEARS);
    reasons.add("published " + profile.published());
    return value;
  }

  private boolean isOfTopic(Profile profile) {
    return reading.topics().stream().anyMatch(profile.topics()::contains);
  }

  /// An issue of the gazette holds a little of everything: the article itself is the better answer.
  private double kind(Profile.Kind kind, List<String> reasons) {
    return switch (kind) {
      case OFFICE -> {
        reasons.add("tells whom to ask");
        yield reading.asksWhere() ? OFFICE_ASKED : OFFICE;
      }
      case SERVICE -> {
        if (!reading.asksWhere()) {
          yield 0;
        }
        reasons.add("tells where");
        yield OFFICE;
      }
      case GAZETTE -> reading.folded().contains("公报") ? 0 : GAZETTE;
      case OTHER -> 0;
    };
  }
}
