package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two letters stand for many pairs of characters, most of them in the middle of words.
class FirstLettersTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  private static List<String> found(String letters, List<Item> items) throws Exception {
    try (MemorySource source = new MemorySource(items)) {
      Finder finder =
          new Finder(source.titles(), List.of(), List.of(), SearchLimits.standard(), () -> 0);
      return finder.find(SearchQuery.of(letters, TODAY), source, () -> false).hits().stream()
          .map(hit -> hit.item().key())
          .toList();
    }
  }

  private static Item titled(String id, String title, LocalDate day) {
    return SampleItems.of(id, title, "正文。").on(day).item();
  }

  @Test
  void wordsComeBeforePiecesOfNewerWords() throws Exception {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      items.add(titled("street-" + i, "历山街道办事处第" + i + "号公告", TODAY.minusDays(i)));
    }
    items.add(titled("dibao", "调整低保标准", LocalDate.of(2020, 1, 1)));
    assertThat(found("db", items)).startsWith("dibao").hasSizeGreaterThan(1);
  }

  @Test
  void wordsAreFoundBehindAPieceOfAWordInTheSameTitle() throws Exception {
    List<Item> items =
        List.of(
            titled("only-street", "历山街道办事处公告", LocalDate.of(2024, 1, 1)),
            titled("both", "历山街道办事处调整低保标准", LocalDate.of(2023, 1, 1)));
    assertThat(found("db", items)).containsExactly("both", "only-street");
  }
}
