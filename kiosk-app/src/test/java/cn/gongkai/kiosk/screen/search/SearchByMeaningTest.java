package cn.gongkai.kiosk.screen.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.search.Embedder;
import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.UnderstandingCatalogue;
import cn.gongkai.kiosk.sample.SampleSurroundings;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found by its meaning is shown, and it is said that it has not these words.
class SearchByMeaningTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private Catalogue catalogue;
  private SearchViewModel model;

  /// Of tap water, or of anything else.
  private static Optional<float[]> direction(String text) {
    float[] direction = new float[Embedder.DIMENSIONS];
    direction[text.contains("自来水") || text.contains("嗒嗒") ? 0 : 1] = 1;
    return Optional.of(direction);
  }

  @BeforeEach
  void fill() {
    new SampleTerminal(directory, clock).everyKind().release();
    catalogue = UnderstandingCatalogue.of(directory, clock, SearchByMeaningTest::direction);
    model =
        new SearchViewModel(
            SampleSurroundings.of(catalogue, clock, "center", Panel.portrait43()), "");
    model.refresh();
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private SearchState.Found found(String words) {
    model.typed().set(words);
    return (SearchState.Found) model.stateProperty().get();
  }

  @Test
  void itIsSaidThatNothingHasTheseWords() {
    SearchState.Found meant = found("嗒嗒咚咚");
    assertThat(meant.hits()).anyMatch(hit -> hit.item().key().equals("370323104-2023-01"));
    assertThat(meant.count()).isEqualTo("没有这些字，下面%d条意思相近".formatted(meant.hits().size()));
  }

  @Test
  void whatHasTheWordsIsCountedAsBefore() {
    assertThat(found("自来水").count()).startsWith("找到");
  }
}
