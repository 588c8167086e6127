package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.ink.InkModelFile;
import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.input.ink.TinyInk;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.TinyLexicon;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finger writes on the pad of a whole terminal, and what it writes is found.
class HandwritingTest {

  private static final ManualClock CLOCK = ManualClock.at("2023-11-22T01:30:00Z");

  @TempDir static Path packaged;
  @TempDir static Path directory;

  @BeforeAll
  static void prepare() throws IOException {
    Fx.start();
    InkModelFile.write(TinyInk.model(), packaged.resolve(InkModelFile.NAME));
    LexiconFile.write(TinyLexicon.with(), packaged.resolve("tiny.lexicon"));
    new SampleTerminal(directory, CLOCK)
        .everyKind()
        .put(SampleTerminal.plain("lao-1", "关于养老保险补贴的通知", "2023-11-01"))
        .release();
  }

  @Test
  void whatIsWrittenAndGoesOnIsFound() {
    with(
        Panel.portrait43(),
        TextSize.NORMAL,
        kiosk -> {
          mouse(kiosk, '养', 0, 0);
          kiosk.tap(candidate(kiosk, "养"));
          assertThat(written(kiosk)).isEqualTo("养");
          kiosk.tap(candidate(kiosk, "老保险"));
          assertThat(written(kiosk)).isEqualTo("养老保险");
          CLOCK.advance(Duration.ofSeconds(1));
          kiosk.tick();
          assertThat(kiosk.shows("找到")).isTrue();
          assertThat(kiosk.terminal().canvas().canvas().lookupAll(".card"))
              .extracting(Node::getAccessibleText)
              .anyMatch(words -> words != null && words.contains("关于养老保险补贴的通知"));
        });
  }

  @Test
  void thePenNeedOnlyRest() {
    with(
        Panel.portrait43(),
        TextSize.NORMAL,
        kiosk -> {
          mouse(kiosk, '养', 0, 0);
          assertThat(written(kiosk)).isEmpty();
          kiosk.tick();
          mouse(kiosk, '老', 0, 0);
          kiosk.tick();
          assertThat(written(kiosk)).isEqualTo("养老");
          press(kiosk, "撤一笔");
          assertThat(written(kiosk)).isEqualTo("养");
          press(kiosk, "重写");
          press(kiosk, "删除");
          assertThat(written(kiosk)).isEmpty();
        });
  }

  @Test
  void aPalmBesideTheFingerIsNotLookedAt() {
    with(
        Panel.portrait32(),
        TextSize.NORMAL,
        kiosk -> {
          Region pad = pad(kiosk);
          for (Stroke stroke : TinyInk.ink('土').strokes()) {
            touch(pad, TouchEvent.TOUCH_PRESSED, 1, place(pad, stroke.points().getFirst()));
            touch(pad, TouchEvent.TOUCH_PRESSED, 2, new Point2D(5, pad.getHeight() - 5));
            for (Stroke.Point point : stroke.points()) {
              touch(pad, TouchEvent.TOUCH_MOVED, 1, place(pad, point));
              touch(pad, TouchEvent.TOUCH_MOVED, 2, new Point2D(9, pad.getHeight() - 9));
              // what the platform makes of the first finger
              finger(pad, MouseEvent.MOUSE_DRAGGED, place(pad, point));
            }
            touch(pad, TouchEvent.TOUCH_RELEASED, 2, new Point2D(5, pad.getHeight() - 5));
            touch(pad, TouchEvent.TOUCH_RELEASED, 1, place(pad, stroke.points().getLast()));
          }
          kiosk.tick();
          assertThat(written(kiosk)).isEqualTo("土");
        });
  }

  @Test
  void aStrokeThatLeavesThePadGoesOn() {
    with(
        Panel.landscape21(),
        TextSize.NORMAL,
        kiosk -> {
          mouse(kiosk, '大', -0.3, -0.2);
          kiosk.tick();
          assertThat(written(kiosk)).isEqualTo("大");
        });
  }

  @Test
  void nothingWrittenIsThereForTheNextOne() {
    with(
        Panel.portrait43(),
        TextSize.NORMAL,
        kiosk -> {
          mouse(kiosk, '老', 0, 0);
          kiosk.tick();
          mouse(kiosk, '人', 0, 0);
          kiosk.terminal().session().reset();
          kiosk.terminal().navigator().reset(new Route.Search(""));
          kiosk.layout();
          press(kiosk, "手写");
          assertThat(written(kiosk)).isEmpty();
          assertThat(pad(kiosk).lookupAll(".pad-ink")).allMatch(HandwritingTest::empty);
          assertThat(kiosk.terminal().canvas().canvas().lookupAll(".candidate")).isEmpty();
        });
  }

  @Test
  void thePadAndItsKeysStandBetweenTheBarsOnEveryPanel() {
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      for (TextSize size : TextSize.values()) {
        with(
            panel,
            size,
            kiosk -> {
              Node canvas = kiosk.terminal().canvas().canvas();
              double bar = within(canvas, canvas.lookup(".bottom-bar")).getMinY();
              double top = within(canvas, canvas.lookup(".search-words")).getMinY();
              double place = within(canvas, canvas.lookup(".place")).getMinY();
              Bounds keyboard = within(canvas, canvas.lookup(".keyboard"));
              assertThat(top).as(panel + " " + size).isGreaterThanOrEqualTo(place - 1);
              assertThat(keyboard.getMaxY()).as(panel + " " + size).isLessThanOrEqualTo(bar + 1);
              assertThat(panel.mm(pad(kiosk).getHeight())).isGreaterThanOrEqualTo(99.9);
              assertThat(panel.mm(pad(kiosk).getWidth())).isGreaterThanOrEqualTo(99.9);
            });
      }
    }
  }

  private static Bounds within(Node canvas, Node node) {
    return canvas.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  private static boolean empty(Node ink) {
    return ink instanceof javafx.scene.shape.Polyline line && line.getPoints().isEmpty();
  }

  private static void with(Panel panel, TextSize size, Consumer<SampleKiosk> journey) {
    Fx.on(
        () -> {
          try (SampleKiosk kiosk = new SampleKiosk(directory, CLOCK, panel, size, Theme.PAPER)) {
            kiosk
                .terminal()
                .surroundings()
                .input()
                .start(Optional.of(packaged.resolve("tiny.lexicon")), Accents.ALL);
            kiosk.terminal().surroundings().input().startHandwriting(Optional.of(packaged));
            kiosk.terminal().navigator().reset(new Route.Home());
            kiosk.terminal().navigator().open(new Route.Search(""));
            kiosk.layout();
            press(kiosk, "手写");
            journey.accept(kiosk);
          }
          return true;
        });
  }

  /// Writes a character with a mouse.
  ///
  /// @param right share of the pad it is moved by
  private static void mouse(SampleKiosk kiosk, int character, double right, double down) {
    Region pad = pad(kiosk);
    for (Stroke stroke : TinyInk.ink(character).strokes()) {
      List<Point2D> places =
          stroke.points().stream()
              .map(point -> place(pad, point).add(right * pad.getHeight(), down * pad.getHeight()))
              .toList();
      EventType<MouseEvent> type = MouseEvent.MOUSE_PRESSED;
      for (Point2D at : places) {
        finger(pad, type, at);
        type = MouseEvent.MOUSE_DRAGGED;
      }
      finger(pad, MouseEvent.MOUSE_RELEASED, places.getLast());
    }
    kiosk.layout();
  }

  private static Point2D place(Region pad, Stroke.Point point) {
    return new Point2D(point.x(), point.y()).multiply(pad.getHeight() / 100);
  }

  private static void finger(Node pad, EventType<MouseEvent> type, Point2D at) {
    Point2D scene = pad.localToScene(at);
    Fx.finger(pad, type, scene.getX(), scene.getY());
  }

  private static void touch(Node pad, EventType<TouchEvent> type, int id, Point2D at) {
    Point2D scene = pad.localToScene(at);
    TouchPoint.State state =
        type == TouchEvent.TOUCH_PRESSED
            ? TouchPoint.State.PRESSED
            : type == TouchEvent.TOUCH_MOVED ? TouchPoint.State.MOVED : TouchPoint.State.RELEASED;
    TouchPoint point =
        new TouchPoint(
            id,
            state,
            scene.getX(),
            scene.getY(),
            scene.getX(),
            scene.getY(),
            pad,
            new PickResult(pad, scene.getX(), scene.getY()));
    Event.fireEvent(
        pad, new TouchEvent(type, point, List.of(point), id, false, false, false, false));
  }

  private static Region pad(SampleKiosk kiosk) {
    return (Region) kiosk.terminal().canvas().canvas().lookup(".writing-pad");
  }

  private static Node candidate(SampleKiosk kiosk, String text) {
    return kiosk.terminal().canvas().canvas().lookupAll(".candidate").stream()
        .filter(node -> node instanceof ButtonBase key && text.equals(key.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static void press(SampleKiosk kiosk, String words) {
    kiosk.terminal().canvas().canvas().lookupAll(".key").stream()
        .filter(node -> node instanceof ButtonBase key && words.equals(key.getText()))
        .map(ButtonBase.class::cast)
        .findFirst()
        .orElseThrow()
        .fire();
    kiosk.layout();
  }

  private static String written(SampleKiosk kiosk) {
    Node line = kiosk.terminal().canvas().canvas().lookup(".typed-written");
    return ((Label) line).getText();
  }
}
