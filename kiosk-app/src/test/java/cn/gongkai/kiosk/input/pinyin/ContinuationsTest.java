package cn.gongkai.kiosk.input.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuationsTest {

  private final Lexicon lexicon =
      TinyLexicon.with("养老金 yang lao jin 8", "老人 lao ren 9", "养猪 yang zhu 12");
  private final PinyinEngine engine = PinyinEngine.of(lexicon, Engines.NONE, DecoderLimits.DEFAULT);

  @Test
  void wordsGoOnCheapestFirst() {
    assertThat(texts("养")).containsExactly("老金", "老", "老保险", "猪");
  }

  @Test
  void moreOfWhatIsWrittenCountsFirst() {
    assertThat(texts("到养老")).containsExactly("金", "保险", "人");
  }

  @Test
  void theSitesOwnWordsComeBeforeOthers() {
    Syllables syllables = lexicon.syllables();
    Lexicon site =
        Lexicon.of(syllables, List.of(TinyLexicon.entry("养路 yang lu 50", syllables)), true);
    assertThat(engine.with(site).continuations("养").getFirst())
        .isEqualTo(new Candidate("路", 0, true));
  }

  @Test
  void whatNoWordBeginsWithGoesNowhere() {
    assertThat(texts("")).isEmpty();
    assertThat(texts("？")).isEmpty();
    assertThat(texts("🙂")).isEmpty();
  }

  private List<String> texts(String written) {
    return engine.continuations(written).stream().map(Candidate::text).toList();
  }
}
