package cn.gongkai.kiosk.screen.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Block;
import cn.gongkai.kiosk.reading.MoreSamples;
import cn.gongkai.kiosk.reading.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueSearchTest {

  private static final List<Block> BODY =
      List.of(
          new Block.PageMark(1),
          Samples.p("关于发放高龄津贴的通知"),
          new Block.PageMark(2),
          Samples.p("农村公路管理养护办法。高龄津贴另行规定，高龄津贴标准见附件。"));

  private final IssueSearch search = new IssueSearch(BODY, IssueSearchPanel::initials);

  @Test
  void wordsAreFoundWithTheirPagesAndCounted() {
    assertThat(search.find("高龄津贴"))
        .extracting(IssueSearch.Hit::page, IssueSearch.Hit::places)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 1), org.assertj.core.groups.Tuple.tuple(2, 2));
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
    IssueSearch all = new IssueSearch(MoreSamples.issue(2023, 1, 200).body(), text -> text);
    assertThat(all.find("高龄津贴")).hasSize(IssueSearch.PAGES_MAX);
  }

  @Test
  void initialsKeepTheLengthOfTheText() {
    String text = "2023年，沂源县（PDF）𠮷！";
    assertThat(IssueSearchPanel.initials(text)).hasSameSizeAs(text);
  }
}
