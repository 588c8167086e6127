package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.search.SearchResult.Span;
import org.junit.jupiter.api.Test;

class WordPartsTest {

  private static boolean isOfWholeWords(String text, String part) {
    int start = text.indexOf(part);
    return WordParts.isOfWholeWords(text, new Span(start, start + part.length()));
  }

  @Test
  void aPlaceOfWholeWordsBeginsAndEndsWithThem() {
    assertThat(isOfWholeWords("关于调整低保标准的通知", "低保")).isTrue();
    assertThat(isOfWholeWords("关于调整低保标准的通知", "低保标准")).isTrue();
    assertThat(isOfWholeWords("低保", "低保")).isTrue();
  }

  @Test
  void aPlaceInsideAWordOrAcrossPunctuationIsNot() {
    assertThat(isOfWholeWords("历山街道办事处公告", "道办")).isFalse();
    assertThat(isOfWholeWords("征收土地，补偿安置", "地，补")).isFalse();
    assertThat(isOfWholeWords("最低生活保障", "低生")).isFalse();
  }

  @Test
  void thePlaceMayBeFarIntoALongTitle() {
    String before = "沂源县人民政府办公室关于印发";
    assertThat(isOfWholeWords(before + "低保标准的通知", "低保")).isTrue();
  }
}
