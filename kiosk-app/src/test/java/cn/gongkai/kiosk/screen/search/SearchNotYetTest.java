package cn.gongkai.kiosk.screen.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.HeldTitles;
import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.HeldCatalogue;
import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleSurroundings;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.LayoutCheck;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters that are typed while the pinyin of a large store's titles is still being read: nobody
/// says that there is nothing, and the answer comes by itself.
class SearchNotYetTest {

  private static final String NOT_YET = "正在准备按拼音查找";
  private static final String NOTHING = "没有找到";

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private final HeldTitles titles = new HeldTitles();
  private final List<Runnable> ticks = new ArrayList<>();
  private Catalogue catalogue;

  @BeforeEach
  void fill() {
    Fx.start();
    new SampleTerminal(directory, clock).everyKind().release();
    catalogue = HeldCatalogue.of(directory, clock, titles);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void lettersAreNotYetAnsweredAndThenByThemselves() {
    SearchViewModel model = new SearchViewModel(surroundings(Panel.portrait43()), "");
    model.refresh();
    model.typed().set("zlsgd");
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.NotYet.class);
    model.retry();
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.NotYet.class);
    titles.release();
    model.retry();
    SearchState.Found found = (SearchState.Found) model.stateProperty().get();
    assertThat(found.hits().getFirst().item().key()).isEqualTo("370323104-2023-01");
  }

  @Test
  void charactersAreAnsweredMeanwhileEvenWithNothing() {
    SearchViewModel model = new SearchViewModel(surroundings(Panel.portrait43()), "");
    model.refresh();
    model.typed().set("自来水");
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Found.class);
    model.typed().set("火星旅行");
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Nothing.class);
  }

  @Test
  void whoLeavesMeanwhileIsNotCountedAsHavingFoundNothing() {
    SearchViewModel model = new SearchViewModel(surroundings(Panel.portrait43()), "");
    model.refresh();
    model.typed().set("zlsgd");
    model.dispose();
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Begin.class);
    titles.release();
    model.retry();
    assertThat(model.stateProperty().get()).isInstanceOf(SearchState.Begin.class);
  }

  @Test
  void theScreenSaysSoWithoutPromisingThatThereIsNothing() {
    for (Panel panel : List.of(Panel.portrait43(), Panel.landscape21())) {
      for (TextSize size : List.of(TextSize.NORMAL, TextSize.LARGEST)) {
        Fx.on(() -> onScreen(panel, size));
      }
    }
  }

  private boolean onScreen(Panel panel, TextSize size) {
    try (Catalogue own = HeldCatalogue.of(directory, clock, titles)) {
      SearchScreen screen =
          new SearchScreen(
              SampleSurroundings.of(own, clock, "center", panel),
              "",
              (pace, call) -> {
                ticks.add(call);
                return () -> ticks.remove(call);
              });
      screen.shown();
      DesignCanvas canvas = Fx.show(screen.node(), panel, size, Theme.PAPER);
      press(canvas, "z", "l", "s", "g", "d");
      tick(canvas);
      assertThat(says(canvas.canvas(), NOT_YET)).as("%s %s", panel, size).isTrue();
      assertThat(says(canvas.canvas(), NOTHING)).isFalse();
      assertThat(LayoutCheck.of(canvas.canvas(), panel)).isEmpty();
      titles.release();
      tick(canvas);
      assertThat(says(canvas.canvas(), NOT_YET)).isFalse();
      assertThat(says(canvas.canvas(), "找到1条")).isTrue();
      screen.dispose();
      canvas.canvas().getScene().getWindow().hide();
    }
    return true;
  }

  private Surroundings surroundings(Panel panel) {
    return SampleSurroundings.of(catalogue, clock, "center", panel);
  }

  private static void press(DesignCanvas canvas, String... keys) {
    for (String key : keys) {
      canvas.canvas().lookupAll(".key").stream()
          .filter(node -> node instanceof ButtonBase button && key.equals(button.getText()))
          .map(ButtonBase.class::cast)
          .findFirst()
          .orElseThrow()
          .fire();
    }
  }

  /// Twice, since what was found waits for its turn.
  private void tick(DesignCanvas canvas) {
    for (int times = 0; times < 2; times++) {
      clock.advance(Duration.ofSeconds(1));
      List.copyOf(ticks).forEach(Runnable::run);
      Fx.layout(canvas);
    }
  }

  private static boolean says(Node node, String words) {
    if (!node.isVisible()) {
      return false;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && labeled.getText().contains(words)) {
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> says(child, words));
  }
}
