package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Synonym;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThesaurusTest {

  @Test
  void wordsOfTheGeneralLanguageHaveOthersThatMeanTheSame() {
    assertThat(Thesaurus.others("爹妈")).contains("父母", "老人").doesNotContain("爹妈");
    assertThat(Thesaurus.others("上坟")).contains("祭扫");
    assertThat(Thesaurus.others("龘龘")).isEmpty();
  }

  @Test
  void aWordThatOnlyBeginsTheSameIsAnother() {
    assertThat(Thesaurus.others("父")).doesNotContain("双亲");
  }

  private static List<String> found(String words, List<Synonym> own) throws Exception {
    try (MemorySource source =
        new MemorySource(
            List.of(
                SampleItems.of("sweep", "文明祭扫的通告", "不带火种。").item(),
                SampleItems.of("water", "停水通知", "检修。").item()))) {
      Finder finder = new Finder(source.titles(), List.of(), own, SearchLimits.standard(), () -> 0);
      SearchQuery query = SearchQuery.of(words, LocalDate.of(2023, 11, 20));
      return finder.find(query, source, () -> false).hits().stream()
          .map(hit -> hit.item().key())
          .toList();
    }
  }

  @Test
  void aWordThatNoDocumentSaysIsFoundByOneThatDocumentsSay() throws Exception {
    assertThat(found("上坟", List.of())).containsExactly("sweep");
  }

  @Test
  void theCountysOwnWordIsTakenAsTheCountyWroteIt() throws Exception {
    assertThat(found("上坟", List.of(new Synonym(List.of("上坟"), List.of())))).isEmpty();
  }
}
