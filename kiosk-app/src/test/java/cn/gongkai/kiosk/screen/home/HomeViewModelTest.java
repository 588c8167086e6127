package cn.gongkai.kiosk.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.sample.SampleSurroundings;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private SampleTerminal terminal;

  @BeforeEach
  void fill() {
    terminal = new SampleTerminal(directory, clock).everyKind().release();
  }

  @Test
  void aTownsHallSeesItsOwnNewsFirst() {
    HomeState.Ready ready = home("370323104");
    assertThat(ready.town()).isEqualTo("鲁村镇便民服务中心");
    assertThat(ready.ownNews()).extracting(Item::key).containsExactly("370323104-2023-01");
    assertThat(ready.newest()).extracting(Item::key).doesNotContain("370323104-2023-01");
  }

  @Test
  void theCountysHallHasNoSectionOfItsOwn() {
    assertThat(home("center").ownNews()).isEmpty();
  }

  @Test
  void newestComesFirst() {
    assertThat(home("center").newest())
        .extracting(item -> item.metadata().publishedAt())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void tilesCarryCountAndDate() {
    HomeState.Tile tile = home("center").tiles().getFirst();
    assertThat(tile.name()).isEqualTo("政策文件");
    assertThat(tile.facts()).isEqualTo("30条 · 更新于2022年9月16日");
  }

  @Test
  void aNewReleaseIsShownWithoutBeingAsked() {
    Surroundings surroundings = SampleSurroundings.of(terminal, clock, "center");
    HomeViewModel model = new HomeViewModel(surroundings);
    model.refresh();
    terminal.put(SampleTerminal.townItem("370323104-neu", "今天的消息（示例）", "2023-11-22")).release();
    surroundings.catalogue().check();
    model.refresh();
    HomeState.Ready ready = (HomeState.Ready) model.stateProperty().get();
    assertThat(ready.newest().getFirst().key()).isEqualTo("370323104-neu");
  }

  @Test
  void tilesTopicsAndItemsLeadToTheirScreens() {
    Surroundings surroundings = SampleSurroundings.of(terminal, clock, "center");
    HomeViewModel model = new HomeViewModel(surroundings);
    model.refresh();
    HomeState.Ready ready = (HomeState.Ready) model.stateProperty().get();
    model.openTile(ready.tiles().getFirst());
    assertThat(SampleSurroundings.at(surroundings))
        .isEqualTo(Route.ColumnList.of(SampleTerminal.POLICY));
    model.openTopic("dibao");
    assertThat(SampleSurroundings.at(surroundings)).isEqualTo(new Route.TopicList("dibao"));
    model.openSearch();
    assertThat(SampleSurroundings.at(surroundings)).isEqualTo(new Route.Search(""));
  }

  private HomeState.Ready home(String hall) {
    HomeViewModel model = new HomeViewModel(SampleSurroundings.of(terminal, clock, hall));
    model.refresh();
    return (HomeState.Ready) model.stateProperty().get();
  }
}
