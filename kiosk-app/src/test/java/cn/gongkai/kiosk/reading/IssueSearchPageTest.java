package cn.gongkai.kiosk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.pdf.PdfLimits;
import cn.gongkai.kiosk.screen.gazette.GazettePagesView;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.LayoutCheck;
import cn.gongkai.kiosk.work.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking for words in one issue of the gazette, with the keyboard of the search screen.
class IssueSearchPageTest {

  private static final double ROUNDING = 0.6;

  /// Of the height of a panel, for what was found.
  private static final double LIST_SHARE = 0.1;

  @TempDir Path blobs;

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void wordsAreTypedInPinyinAndChosen() {
    with(
        Panel.portrait43(),
        TextSize.NORMAL,
        page -> {
          page.press("全键拼音", "y", "a", "n", "g", "l", "a", "o");
          assertThat(page.typed()).isEqualTo("yang lao");
          page.press("养老");
          assertThat(page.typed()).isEqualTo("养老");
          assertThat(page.says("本期没有找到“养老”")).isTrue();
        });
  }

  @Test
  void lettersOnTheirWayFindWordsBeforeTheyAreChosen() {
    with(
        Panel.portrait43(),
        TextSize.NORMAL,
        page -> {
          page.press("全键拼音", "g", "o", "n", "g", "l", "u");
          assertThat(page.says("公路")).isTrue();
          assertThat(page.found()).isPositive();
        });
  }

  @Test
  void whereItCannotLookItSaysSoAndNotThatNothingIsThere() {
    Background busy =
        Background.of(
            work -> {
              throw new RejectedExecutionException("full");
            },
            Runnable::run);
    with(
        busy,
        Panel.landscape21(),
        TextSize.LARGEST,
        page -> {
          page.press("首字母", "g", "l");
          assertThat(page.says("暂时查不了")).isTrue();
          assertThat(page.says("KIOSK-BUSY")).isTrue();
          assertThat(page.says("没有找到")).isFalse();
          assertThat(page.wrong("busy")).isEmpty();
        });
  }

  @Test
  void everyModeFitsTheSheetAndLeavesRoomForWhatIsFound() {
    List<String> wrong = new ArrayList<>();
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      for (TextSize size : TextSize.values()) {
        with(
            panel,
            size,
            page -> {
              for (String mode : List.of("全键拼音", "九键拼音", "手写", "首字母", "数字符号")) {
                page.press(mode);
                wrong.addAll(page.wrong(mode));
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingTypedIsLeftWhenTheIssueIsClosed() {
    with(
        Panel.portrait43(),
        TextSize.NORMAL,
        page -> {
          page.press("首字母", "g", "l", "j", "t");
          page.view.close();
          assertThat(page.typed()).isEmpty();
        });
  }

  private void with(Panel panel, TextSize size, Consumer<Page> use) {
    with(Background.sameThread(), panel, size, use);
  }

  private void with(Background looking, Panel panel, TextSize size, Consumer<Page> use) {
    Fx.on(
        () -> {
          PageStore pages = new PageStore(PdfLimits.DEFAULT, Background.sameThread());
          GazettePagesView view = ShotScenes.gazette(panel, blobs, pages, looking, true);
          view.search("");
          DesignCanvas canvas = Fx.show(view.node(), panel, size, Theme.PAPER);
          use.accept(new Page(view, canvas, panel, size));
          view.close();
          canvas.canvas().getScene().getWindow().hide();
          return true;
        });
  }

  private record Page(GazettePagesView view, DesignCanvas canvas, Panel panel, TextSize size) {

    void press(String... keys) {
      for (String key : keys) {
        keys()
            .filter(ButtonBase.class::isInstance)
            .map(ButtonBase.class::cast)
            .filter(button -> key.equals(button.getText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no key " + key))
            .fire();
        Fx.layout(canvas);
      }
    }

    String typed() {
      return Stream.of(".typed-written", ".typed-composing")
          .map(style -> ((Label) view.node().lookup(style)).getText())
          .reduce("", String::concat);
    }

    boolean says(String words) {
      return view.node().lookup(".issue-search").lookupAll(".label").stream()
          .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
    }

    long found() {
      return view.node().lookup(".issue-list").lookupAll(".link-card").stream()
          .filter(Card.class::isInstance)
          .count();
    }

    List<String> wrong(String mode) {
      String where = panel + " " + size + " " + mode + ": ";
      List<String> wrong = new ArrayList<>();
      LayoutCheck.of(canvas.canvas(), panel).forEach(finding -> wrong.add(where + finding));
      double finger = panel.px(Panel.TOUCH_MM) - ROUNDING;
      keys()
          .filter(Node::isVisible)
          .map(Region.class::cast)
          .filter(key -> key.getWidth() < finger || key.getHeight() < finger || isOutside(key))
          .forEach(key -> wrong.add(where + key + " " + place(key)));
      Region list = (Region) view.node().lookup(".issue-list");
      if (list.getHeight() < LIST_SHARE * panel.height()) {
        wrong.add(where + "what is found has " + list.getHeight());
      }
      return wrong;
    }

    private Stream<Node> keys() {
      return view.node().lookup(".issue-search").lookupAll(".touch").stream()
          .filter(node -> node.getStyleClass().contains("key") || node instanceof ButtonBase);
    }

    private boolean isOutside(Node key) {
      Bounds at = place(key);
      return at.getMinX() < -ROUNDING
          || at.getMinY() < -ROUNDING
          || at.getMaxX() > panel.width() + ROUNDING
          || at.getMaxY() > panel.height() + ROUNDING;
    }

    private Bounds place(Node key) {
      return canvas.canvas().sceneToLocal(key.localToScene(key.getLayoutBounds()));
    }
  }
}
