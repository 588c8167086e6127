package cn.gongkai.kiosk.ui.scroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScrollColumnTest {

  private final AtomicInteger made = new AtomicInteger();

  @BeforeAll
  static void screen() {
    Fx.start();
  }

  private ScrollColumn column(int... heights) {
    ScrollColumn column = new ScrollColumn(30);
    List<Piece> pieces = new ArrayList<>();
    for (int height : heights) {
      pieces.add(
          new Piece(
              () -> {
                made.incrementAndGet();
                Region region = new Region();
                region.setMinHeight(height);
                region.setPrefHeight(height);
                return region;
              },
              3));
    }
    column.setPieces(pieces);
    Fx.show(column, Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
    return column;
  }

  private static int[] same(int count, int height) {
    int[] heights = new int[count];
    java.util.Arrays.fill(heights, height);
    return heights;
  }

  @Test
  void onlyPiecesNearTheScreenAreMade() {
    Fx.on(() -> column(same(5000, 100)));
    assertThat(made.get()).isLessThan(40);
  }

  @Test
  void scrollingEndsAtBothEnds() {
    Fx.on(
        () -> {
          ScrollColumn column = column(same(50, 100));
          assertThat(column.scrollBy(-10)).isZero();
          assertThat(column.scrollBy(100_000)).isNotZero();
          assertThat(column.progressProperty().get()).isEqualTo(1);
          assertThat(column.scrollBy(10)).isZero();
          column.scrollBy(-100_000);
          assertThat(column.topPieceProperty().get()).isZero();
          assertThat(column.progressProperty().get()).isZero();
          return true;
        });
  }

  @Test
  void aShortColumnDoesNotScroll() {
    Fx.on(
        () -> {
          ScrollColumn column = column(100, 200);
          assertThat(column.scrollBy(50)).isZero();
          assertThat(column.progressProperty().get()).isEqualTo(1);
          return true;
        });
  }

  @Test
  void upAndDownByAnyStepsComesBackToTheSamePlace() {
    long seed = 3;
    Random chance = new Random(seed);
    int[] heights = chance.ints(200, 20, 900).toArray();
    Fx.on(
        () -> {
          ScrollColumn column = column(heights);
          column.scrollTo(60);
          int before = column.topPieceProperty().get();
          double sum = 0;
          for (int i = 0; i < 200; i++) {
            double step = chance.nextDouble(-400, 420);
            if (column.scrollBy(step) != 0) {
              sum += step;
            }
          }
          column.scrollBy(-sum);
          assertThat(column.topPieceProperty().get()).as("seed %d", seed).isEqualTo(before);
          return true;
        });
  }

  @Test
  void nodesKeptAreBounded() {
    Fx.on(
        () -> {
          ScrollColumn column = column(same(3000, 300));
          for (int i = 0; i < 900; i++) {
            column.scrollBy(900);
          }
          int inScene = column.getChildrenUnmodifiable().size();
          assertThat(inScene).isLessThan(20);
          return true;
        });
  }

  @Test
  void largerTextKeepsThePlace() {
    Fx.on(
        () -> {
          ScrollColumn column = new ScrollColumn(30);
          List<Piece> pieces = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            String words = "第" + i + "段";
            pieces.add(new Piece(() -> new javafx.scene.control.Label(words), 2));
          }
          column.setPieces(pieces);
          var comfort = new cn.gongkai.kiosk.frame.Comfort(TextSize.NORMAL, Theme.PAPER);
          DesignCanvas canvas = new DesignCanvas(Panel.portrait43(), column, comfort);
          javafx.stage.Stage stage = new javafx.stage.Stage();
          stage.setScene(new javafx.scene.Scene(canvas.node(), 900, 900));
          stage.show();
          Fx.layout(canvas);
          column.scrollTo(20);
          comfort.nextTextSize();
          Fx.layout(canvas);
          assertThat(column.topPieceProperty().get()).isEqualTo(20);
          return true;
        });
  }

  @Test
  void aSwipeMovesAndSwallowsTheClickATapDoesNot() {
    AtomicInteger clicks = new AtomicInteger();
    Fx.on(
        () -> {
          ScrollColumn column = column(same(50, 100));
          Button button = new Button("点");
          button.setOnMouseClicked(event -> clicks.incrementAndGet());
          List<Piece> pieces = new ArrayList<>();
          pieces.add(new Piece(() -> button, 3));
          for (int i = 0; i < 40; i++) {
            pieces.add(
                new Piece(
                    () -> {
                      Region region = new Region();
                      region.setMinHeight(200);
                      return region;
                    },
                    3));
          }
          column.setPieces(pieces);
          column.layout();
          Fx.finger(button, MouseEvent.MOUSE_PRESSED, 50, 400);
          Fx.finger(button, MouseEvent.MOUSE_RELEASED, 50, 400);
          Fx.finger(button, MouseEvent.MOUSE_CLICKED, 50, 400);
          assertThat(clicks.get()).isEqualTo(1);
          Fx.finger(button, MouseEvent.MOUSE_PRESSED, 50, 400);
          Fx.finger(button, MouseEvent.MOUSE_DRAGGED, 50, 380);
          Fx.finger(button, MouseEvent.MOUSE_DRAGGED, 50, 200);
          assertThat(column.progressProperty().get()).isPositive();
          assertThat(button.isArmed()).isFalse();
          Fx.finger(button, MouseEvent.MOUSE_RELEASED, 50, 200);
          Fx.finger(button, MouseEvent.MOUSE_CLICKED, 50, 200);
          assertThat(clicks.get()).isEqualTo(1);
          return true;
        });
  }
}
