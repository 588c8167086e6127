package cn.gongkai.kiosk.input.pinyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PinyinEngineTest {

  private final PinyinEngine engine = engine(Engines.ALL);

  @Test
  void aSpellingWithTwoCutsOffersBoth() {
    assertThat(texts("xian")).startsWith("先", "县").contains("西安", "西");
  }

  @Test
  void aSeparatorForcesTheCut() {
    assertThat(texts("xi'an")).startsWith("西安");
    assertThat(engine.decode("xi'an", Layout.LETTERS).candidates())
        .filteredOn(candidate -> candidate.consumed() == "xi'an".length())
        .extracting(Candidate::text)
        .doesNotContain("先", "县");
  }

  @Test
  void everyWayToTypeTheDottedUIsUnderstood() {
    assertThat(texts("lve")).startsWith("略");
    assertThat(texts("lue")).startsWith("略");
    assertThat(texts("celue")).startsWith("策略");
    assertThat(texts("nue")).startsWith("虐");
    assertThat(texts("lü")).startsWith("绿");
    assertThat(texts("nyu")).startsWith("女");
    assertThat(texts("lu")).startsWith("路").contains("绿");
  }

  @Test
  void wordsAreChainedToSentences() {
    assertThat(texts("yanglaobaoxianbutie")).startsWith("养老保险补贴");
  }

  @Test
  void initialsAloneAreEnough() {
    assertThat(texts("ylbx")).startsWith("养老保险");
  }

  @Test
  void initialsAndSyllablesMix() {
    assertThat(texts("ylbaoxian")).startsWith("养老保险");
    assertThat(texts("yanglbx")).startsWith("养老保险");
  }

  @Test
  void theLastSyllableNeedNotBeFinished() {
    assertThat(texts("yanglaobaoxi")).startsWith("养老保险");
  }

  @Test
  void accentsAreUnderstoodWhereTheyAreSwitchedOn() {
    assertThat(texts("zidao")).contains("知道");
    assertThat(texts("lanxin")).contains("南星", "蓝心");
    assertThat(texts(engine(Engines.NONE), "zidao")).doesNotContain("知道");
    assertThat(texts(engine(EnumSet.of(FuzzyPair.Z_ZH)), "zidao")).contains("知道");
    assertThat(texts(engine(EnumSet.of(FuzzyPair.S_SH)), "zidao")).doesNotContain("知道");
  }

  @Test
  void whatIsTypedExactlyComesBeforeAccents() {
    assertThat(texts("zi").indexOf("子")).isLessThan(texts("zi").indexOf("只"));
  }

  @Test
  void aChosenBeginningLeavesTheRestToBeTyped() {
    Candidate first =
        engine.decode("yanglaobutie", Layout.LETTERS).candidates().stream()
            .filter(candidate -> candidate.text().equals("养老"))
            .findFirst()
            .orElseThrow();
    assertThat(first.consumed()).isEqualTo("yanglao".length());
  }

  @Test
  void nineKeysAreRead() {
    Decoded decoded = engine.decode("9264526", Layout.NINE_KEYS);
    assertThat(decoded.candidates().getFirst().text()).isEqualTo("养老");
    assertThat(decoded.spelled()).isEqualTo("yang lao");
    assertThat(engine.decode("9529", Layout.NINE_KEYS).candidates())
        .extracting(Candidate::text)
        .contains("养老保险");
  }

  @Test
  void theLikeliestCutIsShown() {
    assertThat(engine.decode("yanglaobaox", Layout.LETTERS).spelled()).isEqualTo("yang lao bao x");
    assertThat(engine.decode("ylbx", Layout.LETTERS).spelled()).isEqualTo("y l b x");
  }

  @Test
  void lettersThatBeginNoWordStayLetters() {
    assertThat(texts("yanglaov")).isNotEmpty().allMatch(text -> !text.isEmpty());
    assertThat(engine.decode("vvv", Layout.LETTERS).candidates().getFirst().text())
        .isEqualTo("vvv");
  }

  @Test
  void wordsOfTheSiteComeFirstAndAreCompleted() {
    Lexicon general = TinyLexicon.with();
    SitePhrases phrases =
        new SitePhrases(
            general.syllables(),
            text -> text.equals("县安") ? new String[] {"xian", "an"} : said(text),
            text -> List.of(text),
            SitePhrases.Limits.DEFAULT);
    phrases.addName("县安");
    phrases.addName("养老保险补贴");
    PinyinEngine home =
        PinyinEngine.of(general, Engines.ALL, DecoderLimits.DEFAULT).with(phrases.lexicon());
    assertThat(texts(home, "xianan")).startsWith("县安");
    Candidate completion =
        home.decode("ylbx", Layout.LETTERS).candidates().stream()
            .filter(Candidate::completes)
            .findFirst()
            .orElseThrow();
    assertThat(completion.text()).isEqualTo("养老保险补贴");
    assertThat(home.alone().knowsSite()).isFalse();
  }

  @Test
  void aSitesLexiconOfOtherSyllablesIsRefused() {
    assertThatThrownBy(() -> engine.with(TinyLexicon.with()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingTypedMeansNothing() {
    assertThat(engine.decode("", Layout.LETTERS)).isEqualTo(Decoded.NOTHING);
    assertThat(engine.decode("〔2021〕6", Layout.LETTERS)).isEqualTo(Decoded.NOTHING);
  }

  @Test
  void pairsAreReadFromAList() {
    Accents set = Accents.of(Optional.of(List.of("z/zh", " L / N ", "q/k")));
    assertThat(set.pairs()).containsExactlyInAnyOrder(FuzzyPair.Z_ZH, FuzzyPair.N_L);
    assertThat(set.unknown()).containsExactly("q/k");
    assertThat(Accents.of(Optional.of(List.of())).pairs()).isEmpty();
    assertThat(Accents.of(Optional.empty()).pairs()).hasSize(FuzzyPair.values().length);
  }

  private static String[] said(String text) {
    return switch (text) {
      case "养老保险补贴" -> new String[] {"yang", "lao", "bao", "xian", "bu", "tie"};
      default -> new String[text.length()];
    };
  }

  private static PinyinEngine engine(Set<FuzzyPair> pairs) {
    return PinyinEngine.of(TinyLexicon.with(), pairs, DecoderLimits.DEFAULT);
  }

  private List<String> texts(String typed) {
    return texts(engine, typed);
  }

  private static List<String> texts(PinyinEngine engine, String typed) {
    return engine.decode(typed, Layout.LETTERS).candidates().stream().map(Candidate::text).toList();
  }
}
