package cn.gongkai.kiosk.input.pinyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.kiosk.input.pinyin.Engines.Row;
import cn.gongkai.kiosk.work.FaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often the right words are offered, on fixed sets of phrases, with the packaged lexicon. The
/// floors lie slightly below what was measured.
class PinyinQualityTest {

  private static PinyinEngine general;
  private static PinyinEngine atHome;

  /// Shares in percent.
  private record Score(double first, double third, double tenth) {}

  @BeforeAll
  static void openTheLexicon() throws FaultException, IOException {
    Optional<Lexicon> packaged = Engines.packaged();
    assumeTrue(packaged.isPresent(), "no lexicon: run ./gongkai setup");
    Lexicon lexicon = packaged.orElseThrow();
    general = PinyinEngine.of(lexicon, Engines.ALL, DecoderLimits.DEFAULT);
    atHome = general.with(Engines.site(lexicon.syllables()));
  }

  @Test
  void fullPinyinOfOfficePhrasesComesFirst() {
    Score score = score("general, full", general, Layout.LETTERS, "general.tsv", Row::whole);
    assertThat(score.first()).isGreaterThanOrEqualTo(92);
  }

  @Test
  void accentedPinyinOfOfficePhrasesComesFirst() {
    Score score = score("general, accented", general, Layout.LETTERS, "accented.tsv", Row::whole);
    assertThat(score.first()).isGreaterThanOrEqualTo(89);
  }

  @Test
  void nineKeysOfOfficePhrasesComeFirst() {
    Score score = score("general, nine keys", general, Layout.NINE_KEYS, "general.tsv", nine());
    assertThat(score.first()).isGreaterThanOrEqualTo(80);
  }

  @Test
  void fullPinyinOfTheSitesPhrasesComesFirst() {
    Score score = score("site, full", atHome, Layout.LETTERS, "site.tsv", Row::whole);
    assertThat(score.first()).isGreaterThanOrEqualTo(98);
  }

  @Test
  void initialsOfTheSitesPhrasesAreAmongTheFirstThree() {
    Score score = score("site, initials", atHome, Layout.LETTERS, "site.tsv", Row::initials);
    assertThat(score.third()).isGreaterThanOrEqualTo(98);
  }

  @Test
  void nineKeysOfTheSitesPhrasesComeFirst() {
    Score score = score("site, nine keys", atHome, Layout.NINE_KEYS, "site.tsv", nine());
    assertThat(score.first()).isGreaterThanOrEqualTo(97);
  }

  @Test
  void knowingTheSiteDoesNotSpoilOfficePhrases() {
    Score score = score("general at home", atHome, Layout.LETTERS, "general.tsv", Row::whole);
    assertThat(score.first()).isGreaterThanOrEqualTo(93);
  }

  private static Function<Row, String> nine() {
    return row -> Layout.NINE_KEYS.typed(row.whole());
  }

  private static Score score(
      String label, PinyinEngine engine, Layout layout, String file, Function<Row, String> typed) {
    List<Row> rows = Engines.rows(file);
    int[] within = new int[3];
    List<String> missed = new ArrayList<>();
    for (Row row : rows) {
      List<String> offered =
          engine.decode(typed.apply(row), layout).candidates().stream()
              .map(Candidate::text)
              .toList();
      int place = offered.indexOf(row.text());
      within[0] += place == 0 ? 1 : 0;
      within[1] += place >= 0 && place < 3 ? 1 : 0;
      within[2] += place >= 0 && place < 10 ? 1 : 0;
      if (place != 0) {
        missed.add(row.text() + ">" + offered.stream().findFirst().orElse("-") + "@" + place);
      }
    }
    double all = rows.size() / 100.0;
    Score score = new Score(within[0] / all, within[1] / all, within[2] / all);
    System.out.printf(
        Locale.ROOT,
        "%s: %d phrases, first %.1f %%, first three %.1f %%, first ten %.1f %%; not first %s%n",
        label,
        rows.size(),
        score.first(),
        score.third(),
        score.tenth(),
        missed);
    return score;
  }
}
