package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.search.SearchResult.Marked;
import cn.gongkai.content.search.SearchResult.Span;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SnippetsTest {

  private static final String TEXT =
      "低保工作由民政局负责。".repeat(20) + "申请低保的家庭，应当提交收入材料。" + "其他事项另行通知。".repeat(20);

  @Test
  void thePlaceWithMostDifferentWordsIsShown() {
    Marked snippet = Snippets.of(TEXT, List.of("低保", "收入"), 60);
    assertThat(snippet.text()).contains("申请低保的家庭，应当提交收入材料").startsWith("…").endsWith("…");
    assertThat(snippet.marks())
        .extracting(span -> snippet.text().substring(span.start(), span.end()))
        .contains("低保", "收入");
  }

  @Test
  void withoutAnyWordTheBeginningIsShown() {
    Marked snippet = Snippets.of(TEXT, List.of("樱桃"), 20);
    assertThat(snippet.text()).startsWith("低保工作由民政局负责。");
    assertThat(snippet.marks()).isEmpty();
  }

  @Test
  void traditionalFormsAreMarkedToo() {
    assertThat(Marks.of("關於養老金的通知", List.of("养老金"))).containsExactly(new Span(2, 5));
  }

  @Test
  void marksDoNotOverlap() {
    assertThat(Marks.of("城乡居民养老保险", List.of("居民养老", "养老保险", "居民"))).containsExactly(new Span(2, 8));
  }

  @Test
  void marksLieInsideAnyText() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(200), 0, 6)
          .mapToObj(i -> new String[] {"低", "保", "。", "\n", "𠮷", "A"}[i])
          .forEach(text::append);
      Marked snippet = Snippets.of(text.toString(), List.of("低保", "𠮷"), 30);
      int end = 0;
      for (Span mark : snippet.marks()) {
        assertThat(mark.start()).isGreaterThanOrEqualTo(end).isLessThan(mark.end());
        end = mark.end();
      }
      assertThat(end).isLessThanOrEqualTo(snippet.text().length());
    }
  }
}
