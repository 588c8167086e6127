package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who types the number or the whole title of a document gets it first, however many newer texts
/// mention it or hold it in their titles.
class ExactAnswersTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 11, 20);
  private static final int MANY = 150;

  @TempDir static Path terminal;
  private static ContentReader reader;

  @BeforeAll
  static void fill() throws StoreException {
    Releases desk = new Releases();
    desk.put(Draft.column("zcwj", ""));
    desk.put(
        Draft.item("old")
            .titled("高龄津贴发放办法")
            .numbered("源政发〔2021〕6号")
            .at("2021-01-05T09:00:00+08:00")
            .saying("按月发给。"),
        Draft.item("other").titled("道路命名").numbered("源民发〔2021〕6号").at("2021-01-04T09:00:00+08:00"));
    for (int i = 0; i < MANY; i++) {
      desk.put(
          Draft.item("new-" + i)
              .titled("关于落实高龄津贴发放办法的第%d次答复".formatted(i))
              .at("2022-05-30T09:12:00+08:00")
              .saying("依据源政发〔2021〕6号和源民发〔2021〕6号执行。"));
    }
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.applyTo(writer);
    }
    reader = ContentReader.open(terminal, Releases.CLOCK);
    reader.prepareSearch();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static SearchResult find(String words) throws StoreException {
    return reader.search(SearchQuery.of(words, TODAY));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.item().key()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "源政发〔2021〕6号",
        "源政发[2021]6号",
        "源政發（2021）第06號",
        "源政发2021年6号",
        "源政发6号",
        "关于源政发〔2021〕6号",
      })
  void theDocumentOfANumberComesBeforeAllThatMentionIt(String number) throws StoreException {
    assertThat(ids(find(number))).startsWith("old").hasSize(20);
  }

  @Test
  void aNumberWithoutItsPrefixFindsEveryDocumentThatHasIt() throws StoreException {
    assertThat(ids(find("〔2021〕6号"))).startsWith("old", "other");
  }

  @Test
  void allThatMentionANumberAreCounted() throws StoreException {
    assertThat(find("源政发〔2021〕6号").total()).isEqualTo(MANY + 1);
  }

  @Test
  void theChosenFiltersHoldForADocumentFoundByItsNumber() throws StoreException {
    SearchQuery late =
        new SearchQuery(
            "源政发〔2021〕6号",
            Optional.empty(),
            Optional.empty(),
            Optional.of(2022),
            Optional.empty(),
            Optional.<Validity>empty(),
            TODAY,
            20);
    SearchResult found = reader.search(late);
    assertThat(ids(found)).doesNotContain("old").hasSize(20);
    assertThat(found.total()).isEqualTo(MANY);
  }

  @Test
  void theDocumentOfAWholeTitleComesBeforeTitlesThatHoldIt() throws StoreException {
    assertThat(ids(find("高龄津贴发放办法"))).startsWith("old").hasSizeGreaterThan(1);
  }
}
