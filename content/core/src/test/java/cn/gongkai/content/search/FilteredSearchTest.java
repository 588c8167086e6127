package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a filter asks for is found, however much newer that does not pass it.
class FilteredSearchTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
  private static MemorySource source;
  private static Finder finder;

  @BeforeAll
  static void fill() throws SQLException {
    List<Item> items = new ArrayList<>();
    items.add(SampleItems.of("old", "县城停水通知", "检修。").on(LocalDate.of(2020, 5, 1)).item());
    for (int i = 0; i < 150; i++) {
      items.add(
          SampleItems.of("new-" + i, "第" + i + "号停水通知", "检修。").on(TODAY.minusDays(i % 50)).item());
    }
    source = new MemorySource(items);
    finder = new Finder(source.titles(), List.of(), List.of(), SearchLimits.standard(), () -> 0);
  }

  @AfterAll
  static void close() throws SQLException {
    source.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"停水通知", "停水", "tingshui", "tstz", "停水tongzhi", "停税"})
  void anOldItemIsFoundByItsYear(String words) throws SQLException {
    SearchQuery query =
        new SearchQuery(
            words,
            Optional.empty(),
            Optional.empty(),
            Optional.of(2020),
            Optional.empty(),
            Optional.empty(),
            TODAY,
            20);
    SearchResult result = finder.find(query, source, () -> false);
    assertThat(result.hits()).extracting(hit -> hit.item().key()).containsExactly("old");
    assertThat(result.total()).isEqualTo(1);
  }
}
