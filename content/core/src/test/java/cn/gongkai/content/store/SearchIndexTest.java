package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 11, 20);

  @TempDir Path terminal;

  private final Releases desk = new Releases();
  private ContentWriter writer;
  private ContentReader reader;

  @BeforeEach
  void fill() throws StoreException {
    writer = ContentWriter.open(terminal, Releases.CLOCK);
    reader = ContentReader.open(terminal, Releases.CLOCK);
    desk.put(
        Draft.column("wenjian", ""),
        Draft.column("zcwj", "wenjian"),
        Draft.column("xw", ""),
        new Topic("yanglao", "养老", 1, "y", List.of("老人坐车")));
    desk.put(
        Draft.item("gaoling").titled("沂源县高龄津贴发放办法").numbered("源政发〔2021〕6号").saying("按月发给。"),
        Draft.item("mention").titled("关于老年优待的答复").saying("依据源政发〔2021〕6号执行。"),
        Draft.item("gongjiao")
            .titled("六十五岁免费乘车")
            .about(List.of(), List.of("yanglao"))
            .saying("凭证上车。"),
        Draft.item("tingshui").in("xw").titled("停水通知").by("沂源县水利局").saying("检修。"),
        Draft.item("370323109-tingshui")
            .in("xw")
            .titled("燕崖镇停水通知")
            .of("370323109")
            .at("2022-05-30T09:12:00+08:00"),
        Draft.item("jiu").titled("燃放烟花管理办法").saying("停水时不得燃放。"),
        Draft.item("guoqi").titled("停水旧闻").until("2023-11-01T00:00:00+08:00"));
    desk.applyTo(writer);
  }

  @AfterEach
  void close() {
    reader.close();
    writer.close();
  }

  private SearchResult find(String words) throws StoreException {
    return reader.search(SearchQuery.of(words, TODAY));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.item().key()).toList();
  }

  private static SearchQuery query(
      Optional<DivisionCode> home, Optional<String> column, Optional<Integer> year) {
    return new SearchQuery(
        "停水", home, column.map(ColumnId::new), year, Optional.empty(), Optional.empty(), TODAY, 20);
  }

  @Test
  void wordsNumbersPinyinAndWordsOfResidentsFindTheItem() throws StoreException {
    assertThat(ids(find("高龄津贴"))).startsWith("gaoling");
    assertThat(ids(find("老龄补贴"))).startsWith("gaoling");
    assertThat(ids(find("源政发[2021]6号"))).startsWith("gaoling", "mention");
    assertThat(ids(find("gljt"))).startsWith("gaoling");
    assertThat(ids(find("gaolinjintie"))).startsWith("gaoling");
    assertThat(ids(find("养"))).isEmpty();
  }

  @Test
  void wordsOfALifeTopicLeadToItsItems() throws StoreException {
    assertThat(ids(find("老人坐车"))).contains("gongjiao");
  }

  @Test
  void whatEndedIsNotFound() throws StoreException {
    assertThat(ids(find("停水"))).contains("tingshui").doesNotContain("guoqi");
    assertThat(find("停水").years()).doesNotContainKey(0);
  }

  @Test
  void theHallsOwnTownComesFirst() throws StoreException {
    SearchQuery there =
        query(Optional.of(new DivisionCode("370323109")), Optional.empty(), Optional.empty());
    assertThat(ids(reader.search(there))).startsWith("370323109-tingshui");
    assertThat(ids(find("停水"))).startsWith("tingshui");
  }

  @Test
  void filtersNarrowAndTheOtherChoicesStayCounted() throws StoreException {
    SearchResult news = reader.search(query(Optional.empty(), Optional.of("xw"), Optional.empty()));
    assertThat(ids(news)).containsExactly("tingshui", "370323109-tingshui");
    assertThat(news.total()).isEqualTo(2);
    assertThat(news.columns()).containsKeys(new ColumnId("xw"), new ColumnId("zcwj"));
    SearchResult year = reader.search(query(Optional.empty(), Optional.empty(), Optional.of(2022)));
    assertThat(ids(year)).containsExactly("370323109-tingshui");
    SearchResult above =
        reader.search(query(Optional.empty(), Optional.of("wenjian"), Optional.empty()));
    assertThat(ids(above)).containsExactly("jiu");
    assertThat(news.validities()).containsKey(Validity.UNSTATED);
    assertThat(news.offices()).containsEntry("沂源县水利局", 1);
  }

  @Test
  void aNewReleaseIsFoundAtOnceAndAWithdrawnItemNoMore() throws StoreException {
    assertThat(ids(find("xinfangzi"))).isEmpty();
    desk.put(Draft.item("xin").titled("新房子办法"))
        .delete(new EntityRef(EntityKind.ITEM, "gaoling"))
        .applyTo(writer);
    assertThat(ids(find("新房子"))).startsWith("xin");
    assertThat(ids(find("xinfangzi"))).startsWith("xin");
    assertThat(ids(find("高龄津贴"))).doesNotContain("gaoling");
  }

  @Test
  void titlesCanBeMadeReadyBeforehand() throws StoreException {
    reader.prepareSearch();
    assertThat(ids(find("ysgl"))).isEmpty();
    assertThat(ids(find("yhglbf"))).startsWith("jiu");
  }

  @Test
  void aLargeStoreAnswersBeforeItsTitlesAreReady() throws StoreException {
    StoreLimits few =
        new StoreLimits(
            1 << 20, 1 << 20, 2, Duration.ofSeconds(5), 10, 10, 10, 12, 1024, 100, 2, 64);
    try (ContentReader large = ContentReader.open(terminal, Releases.CLOCK, few)) {
      assertThat(ids(large.search(SearchQuery.of("高龄津贴", TODAY)))).startsWith("gaoling");
      large.prepareSearch();
      assertThat(ids(large.search(SearchQuery.of("gljt", TODAY)))).startsWith("gaoling");
      desk.put(Draft.item("xin").titled("新房子办法")).applyTo(writer);
      assertThat(ids(large.search(SearchQuery.of("新房子", TODAY)))).startsWith("xin");
      large.prepareSearch();
      assertThat(ids(large.search(SearchQuery.of("xfz", TODAY)))).startsWith("xin");
    }
  }

  @Test
  @Timeout(60)
  void theTitlesOfALargeStoreAreMadeReadyWhileNobodyWaits() throws StoreException {
    StoreLimits few =
        new StoreLimits(
            1 << 20, 1 << 20, 2, Duration.ofSeconds(5), 10, 10, 10, 12, 1024, 100, 2, 64);
    try (ContentReader large = ContentReader.open(terminal, Releases.CLOCK, few)) {
      large.beginToPrepareSearch();
      while (!large.searchReady()) {
        Thread.onSpinWait();
      }
      assertThat(ids(large.search(SearchQuery.of("gljt", TODAY)))).startsWith("gaoling");
    }
  }

  @Test
  void anEmptyStoreOffersWords() throws StoreException {
    Path other = terminal.resolve("other");
    try (ContentWriter ignored = ContentWriter.open(other, Releases.CLOCK);
        ContentReader empty = ContentReader.open(other, Releases.CLOCK)) {
      SearchResult result = empty.search(SearchQuery.of("养老", TODAY));
      assertThat(result.hits()).isEmpty();
      assertThat(result.suggestions()).isNotEmpty();
    }
  }
}
