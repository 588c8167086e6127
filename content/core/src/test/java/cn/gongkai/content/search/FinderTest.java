package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.model.Validity;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinderTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
  private static final List<Topic> TOPICS =
      List.of(new Topic("zhongdi", "种地", 1, "z", List.of("惠农一本通")));

  /// For a dozen items; most ways to say a query come to nothing here.
  private static final int ASKED_MAX = 400;

  private static MemorySource source;
  private static Finder finder;

  @BeforeAll
  static void fill() throws SQLException {
    source =
        new MemorySource(
            List.of(
                SampleItems.of("dibao", "沂源县最低生活保障工作实施细则", "家庭人均收入低于标准的可以申请。").item(),
                SampleItems.of("gaoling", "关于发放高龄津贴的通知", "年满八十周岁的老人按月发给。")
                    .numbered("源政发〔2021〕6号")
                    .on(LocalDate.of(2023, 6, 1))
                    .item(),
                SampleItems.of("cites", "政策问答选登：高龄津贴", "依据源政发〔2021〕6号，每月发放一次。").item(),
                SampleItems.of("other", "淄博市文件转发", "淄政发〔2021〕6号已经印发。").item(),
                SampleItems.of("old", "城乡居民基本养老保险办法", "旧办法。")
                    .stated(Validity.REPEALED)
                    .on(LocalDate.of(2024, 1, 1))
                    .item(),
                SampleItems.of("new", "城乡居民基本养老保险实施办法", "新办法，缴费档次十二个。").item(),
                SampleItems.of("body", "民政工作要点", "继续做好养老保险和最低生活保障。").item(),
                SampleItems.of("town", "燕崖镇停水通知", "因检修停水。").in("xw", "370323109").item(),
                SampleItems.of("town2", "悦庄镇停水通知", "因检修停水。")
                    .on(LocalDate.of(2024, 2, 1))
                    .in("xw", "370323104")
                    .item(),
                SampleItems.of("shanli", "山里小学开学", "九月一日开学。").on(LocalDate.of(2024, 2, 20)).item(),
                SampleItems.of("sanli", "三里河清淤", "河道清淤。").on(LocalDate.of(2022, 2, 20)).item(),
                SampleItems.of("ybt", "强农惠农政策明白纸", "各项补贴一览。").about("zhongdi").item()));
    finder = new Finder(source.titles(), TOPICS, List.of(), SearchLimits.standard(), () -> 0);
  }

  @AfterAll
  static void close() throws SQLException {
    source.close();
  }

  private static SearchResult find(String words) throws SQLException {
    return finder.find(SearchQuery.of(words, TODAY), source, () -> false);
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.item().id().value()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "低保, dibao",
    "最低生活保障, dibao",
    "源政发[2021]6号, gaoling",
    "源政发6号, gaoling",
    "高龄津贴, gaoling",
    "老龄补贴怎么领, gaoling",
    "gljt, gaoling",
    "gaolingjintie, gaoling",
    "高玲津贴, gaoling",
    "養老保險實施辦法, new",
    "养老保险缴费档次, new",
    "惠农一本通, ybt",
    "zuidishenghuobaozhang, dibao",
    "dibao, dibao",
  })
  void theRightItemComesFirst(String words, String id) throws SQLException {
    assertThat(ids(find(words))).startsWith(id);
  }

  @Test
  void whatSoundsAsTypedComesBeforeWhatAnAccentMakesOfIt() throws SQLException {
    assertThat(ids(find("sanli"))).startsWith("sanli", "shanli");
    assertThat(ids(find("shanli"))).startsWith("shanli", "sanli");
  }

  @Test
  void theOwnNumberComesBeforeAMention() throws SQLException {
    assertThat(ids(find("源政发〔2021〕6号"))).containsExactly("gaoling", "cites");
  }

  @Test
  void inForceComesBeforeRepealed() throws SQLException {
    assertThat(ids(find("城乡居民基本养老保险"))).containsSubsequence("new", "old");
    assertThat(find("城乡居民基本养老保险").hits().getLast().reasons()).contains("no longer in force");
  }

  @Test
  void titlesComeBeforeTexts() throws SQLException {
    assertThat(ids(find("养老保险"))).containsSubsequence("new", "body");
  }

  @Test
  void theOwnTownComesBeforeAnother() throws SQLException {
    SearchQuery there =
        new SearchQuery(
            "停水",
            Optional.of(new DivisionCode("370323109")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TODAY,
            20);
    assertThat(ids(finder.find(there, source, () -> false))).startsWith("town", "town2");
    assertThat(ids(find("停水"))).startsWith("town2");
  }

  @Test
  void filtersNarrowAndCountsStayOpen() throws SQLException {
    SearchQuery narrowed =
        new SearchQuery(
            "最低生活保障",
            Optional.empty(),
            Optional.of(new ColumnId("xw")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TODAY,
            20);
    assertThat(finder.find(narrowed, source, () -> false).hits()).isEmpty();
    SearchResult all = find("停水通知");
    assertThat(all.columns()).containsEntry(new ColumnId("xw"), 2);
    assertThat(all.years()).containsEntry(2024, 1);
    assertThat(all.total()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void nothingFoundStillOffersWords() throws SQLException {
    for (String words : List.of("", "xqzw", "😀", "量子纠缠", "qqqqqqqq", "     ")) {
      SearchResult result = find(words);
      if (result.hits().isEmpty()) {
        assertThat(result.suggestions()).as(words).isNotEmpty();
      }
    }
  }

  @Test
  void titleAndTextAreMarked() throws SQLException {
    SearchResult.Hit hit = find("低保").hits().getFirst();
    assertThat(hit.title().marks()).containsExactly(new SearchResult.Span(3, 9));
  }

  @Test
  void nothingTypedEverFails() throws SQLException {
    long seed = 20231121;
    SplittableRandom random = new SplittableRandom(seed);
    String[] pieces = {
      "养老",
      "\"",
      "'",
      "*",
      "(",
      ")",
      " AND ",
      " OR ",
      "NOT",
      "NEAR",
      "^",
      ":",
      "-",
      "\0",
      "\u001b",
      "😀",
      "\ud83d",
      "〔2021〕",
      "6号",
      "源政发",
      "a",
      "zh",
      "ang",
      "1",
      " ",
      "\n",
      "%",
      "_",
      "{",
      "}",
      ";",
      "DROP TABLE item",
      "--",
      "\\",
      "税",
      "𠮷",
      "２０",
      "ſ",
      "İ",
      "ﬁ",
      "\u202e",
      "x".repeat(200)
    };
    for (int round = 0; round < 1_500; round++) {
      StringBuilder words = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        words.append(pieces[random.nextInt(pieces.length)]);
      }
      SearchResult result = find(words.toString());
      assertThat(result.hits().isEmpty() && result.suggestions().isEmpty())
          .as("seed %d: %s", seed, words)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"养老保险", "a", "zhuang", "\"", "😀", "源政发〔2021〕6号", "1", "停水 通知 "})
  void tenThousandCharactersAskTheIndexForNoMoreThanTheFirstOfThem(String piece)
      throws SQLException {
    String words = piece.repeat(10_000 / piece.length());
    List<String> asked = asked(words);
    assertThat(asked).isEqualTo(asked(words.substring(0, SearchQuery.CHARACTERS_MAX)));
    assertThat(asked).as("questions to the index").hasSizeLessThan(ASKED_MAX);
  }

  /// What the index is asked, with what.
  @SuppressWarnings("unchecked") // a proxy knows no parameters of its type
  private static List<String> asked(String words) throws SQLException {
    List<String> asked = new ArrayList<>();
    InvocationHandler listen =
        (proxy, method, arguments) -> {
          asked.add(method.getName() + Arrays.toString(arguments));
          return method.invoke(source, arguments);
        };
    ClassLoader loader = FinderTest.class.getClassLoader();
    SearchSource<SQLException> heard =
        (SearchSource<SQLException>)
            Proxy.newProxyInstance(loader, new Class<?>[] {SearchSource.class}, listen);
    finder.find(SearchQuery.of(words, TODAY), heard, () -> false);
    return asked;
  }

  @Test
  void aCancelledSearchComesBackWithWhatItHas() throws SQLException {
    SearchResult result = finder.find(SearchQuery.of("养老", TODAY), source, () -> true);
    assertThat(result.hits().size()).isLessThanOrEqualTo(20);
  }
}
