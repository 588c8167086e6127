package cn.gongkai.kiosk.screen.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.search.Pinyin;
import cn.gongkai.kiosk.reading.MoreSamples;
import cn.gongkai.kiosk.reading.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueSearchTest {

  private static final List<Block> BODY =
      List.of(
          new Block.PageMark(1),
          Samples.p("关于发放高龄津贴的通知"),
          new Block.PageMark(2),
          Samples.p("农村公路管理养护办法。高龄津贴另行规定，高龄津贴标准见附件。"));

  private final IssueSearch search = new IssueSearch(BODY, Pinyin::syllables);

  @Test
  void wordsAreFoundWithTheirPagesAndCounted() {
    assertThat(search.find("高龄津贴"))
        .extracting(IssueSearch.Hit::page, IssueSearch.Hit::places)
        .containsExactly(tuple(1, 1), tuple(2, 2));
  }

  @Test
  void firstLettersOfPinyinFindTheSameWords() {
    List<IssueSearch.Hit> hits = search.find("gljt");
    assertThat(hits).extracting(IssueSearch.Hit::page).containsExactly(1, 2);
    assertThat(hits).allMatch(hit -> hit.found().equals("高龄津贴"));
  }

  @Test
  void nothingIsFoundForNothing() {
    assertThat(search.find("  ")).isEmpty();
    assertThat(search.find("不动产")).isEmpty();
  }

  @Test
  void aLongIssueListsABoundedNumberOfPages() {
    IssueSearch all =
        new IssueSearch(MoreSamples.issue(2023, 1, 200).body(), text -> new String[0]);
    assertThat(all.find("高龄津贴")).hasSize(IssueSearch.PAGES_MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaolingjintie", "gaolingjt", "高龄jint", "GLJT", "gaol津t"})
  void syllablesBegunAndMixedWithCharactersFindTheSameWords(String typed) {
    assertThat(search.find(typed))
        .extracting(IssueSearch.Hit::page, IssueSearch.Hit::found, IssueSearch.Hit::places)
        .containsExactly(tuple(1, "高龄津贴", 1), tuple(2, "高龄津贴", 2));
  }

  @Test
  void noCharacterIsLeftOutInBetween() {
    assertThat(search.find("nongcgl")).extracting(IssueSearch.Hit::found).containsExactly("农村公路");
    assertThat(search.find("nongong")).isEmpty();
  }

  @Test
  void aTextThatCannotBeReadAloudIsStillFoundAsWritten() {
    List<Block> body = List.of(Samples.p("2023年，沂源县（PDF）𠮷！"));
    IssueSearch odd = new IssueSearch(body, Pinyin::syllables);
    assertThat(odd.find("pdf）𠮷")).extracting(IssueSearch.Hit::found).containsExactly("PDF）𠮷");
    assertThat(odd.find("yiyuan")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void lettersThatCouldBeCutInManyWaysEndSoon() {
    List<Block> body = List.of(Samples.p("安".repeat(4_000)));
    assertThat(new IssueSearch(body, Pinyin::syllables).find("an".repeat(15) + "x")).isEmpty();
  }
}
