package cn.gongkai.kiosk.input.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.kiosk.input.ink.train.Glyph;
import cn.gongkai.kiosk.input.ink.train.Hand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often the right character is offered, on ink of hands and of a seed that neither training
/// nor the choice of weights has seen. The characters are of the copybook that was trained on, so
/// this says how the reading bears other hands, not other copybooks. The floors lie slightly below
/// what was measured; those of usual characters further, because which characters are drawn follows
/// the words of the lexicon, and each new list of words draws others.
class InkQualityTest {

  private static final long SEED = 19_491_001;
  private static final int CHARACTERS = 400;

  private static InkRecogniser alone;
  private static InkRecogniser whole;
  private static List<Glyph> some;
  private static List<Glyph> usual;

  @BeforeAll
  static void openTheHandwriting() throws Exception {
    Optional<Path> folder = InkSets.packaged();
    assumeTrue(folder.isPresent(), "no handwriting: run ./gongkai setup");
    InkModel model = InkModelFile.read(folder.get().resolve(InkModelFile.NAME));
    alone = InkRecogniser.of(model, InkLimits.DEFAULT);
    whole = InkRecogniser.open(folder.get(), InkLimits.DEFAULT);
    List<Glyph> copybook = InkSets.copybook(folder.get());
    some = InkSets.some(copybook, CHARACTERS, SEED);
    usual = InkSets.usual(copybook, model, CHARACTERS, SEED);
  }

  @Test
  void cleanInkIsReadByItsStrokes() {
    InkScore score = score("classifier, clean", alone, some, InkSets.CLEAN);
    floors(score, 98, 99, 99);
  }

  @Test
  void joinedInkIsReadByItsStrokes() {
    InkScore score = score("classifier, joined", alone, some, InkSets.JOINED);
    floors(score, 96, 99, 99);
  }

  @Test
  void usualCharactersInARoughHandAreReadByTheirStrokes() {
    InkScore score = score("classifier, rough, usual", alone, usual, InkSets.ROUGH);
    floors(score, 80, 92, 94);
  }

  @Test
  void cleanInkIsReadByBoth() {
    assumeTrue(whole.description() == InkParts.CLASSIFIER_AND_READER, "no line reader");
    InkScore score = score("both, clean", whole, some, InkSets.CLEAN);
    floors(score, 95, 99, 99);
  }

  @Test
  void joinedInkIsReadByBoth() {
    assumeTrue(whole.description() == InkParts.CLASSIFIER_AND_READER, "no line reader");
    InkScore score = score("both, joined", whole, some, InkSets.JOINED);
    floors(score, 94, 98, 99);
  }

  @Test
  void usualCharactersInARoughHandAreReadByBoth() {
    assumeTrue(whole.description() == InkParts.CLASSIFIER_AND_READER, "no line reader");
    InkScore score = score("both, rough, usual", whole, usual, InkSets.ROUGH);
    floors(score, 85, 94, 96);
  }

  private static InkScore score(
      String label, InkRecogniser recogniser, List<Glyph> glyphs, Hand hand) {
    InkScore score = InkScore.of(recogniser, InkSets.written(glyphs, hand, SEED));
    System.out.printf("handwriting, %s: %s%n", label, score);
    return score;
  }

  private static void floors(InkScore score, double first, double five, double ten) {
    assertThat(score.first()).isGreaterThanOrEqualTo(first);
    assertThat(score.five()).isGreaterThanOrEqualTo(five);
    assertThat(score.ten()).isGreaterThanOrEqualTo(ten);
  }
}
