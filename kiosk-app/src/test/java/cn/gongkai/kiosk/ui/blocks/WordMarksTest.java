package cn.gongkai.kiosk.ui.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordMarksTest {

  @Test
  void everyPlaceOfAWordIsFound() {
    assertThat(WordMarks.find("高龄津贴和高龄补贴", List.of("高龄")))
        .containsExactly(new WordMarks.Span(0, 2), new WordMarks.Span(5, 7));
  }

  @Test
  void overlappingWordsBecomeOneMark() {
    assertThat(WordMarks.find("最低生活保障金", List.of("最低生活", "生活保障")))
        .containsExactly(new WordMarks.Span(0, 6));
  }

  @Test
  void lettersOfEitherCaseAreFound() {
    assertThat(WordMarks.find("使用PDF文件", List.of("pdf"))).containsExactly(new WordMarks.Span(2, 5));
  }

  @Test
  void noWordsMarkNothing() {
    assertThat(WordMarks.find("高龄津贴", List.of("", " "))).isEmpty();
  }

  @Test
  void anyTextAndWordsStayWithinTheTextAndItsLimits() {
    long seed = 7;
    Random chance = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = chance.nextInt(400); i > 0; i--) {
        text.append("ab政务İ".charAt(chance.nextInt(5)));
      }
      List<WordMarks.Span> spans =
          WordMarks.find(text.toString(), List.of("a", "政务", "İ", "ba", "务a"));
      assertThat(spans).as("seed %d", seed).hasSizeLessThanOrEqualTo(WordMarks.SPANS_MAX);
      int end = 0;
      for (WordMarks.Span span : spans) {
        assertThat(span.start()).isGreaterThanOrEqualTo(end);
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
        end = span.end();
      }
    }
  }
}
