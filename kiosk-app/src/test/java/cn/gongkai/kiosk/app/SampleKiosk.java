package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// A whole terminal in a real scene, driven by a finger and by a clock that is moved by hand. All
/// methods on the JavaFX thread.
final class SampleKiosk implements AutoCloseable {

  private static final double WINDOW_PX = 900;

  private final Panel panel;
  private final List<Runnable> ticks = new ArrayList<>();
  private final Terminal terminal;
  private final Stage stage = new Stage();

  SampleKiosk(Path directory, ManualClock clock, Panel panel, TextSize size, Theme theme) {
    this.panel = panel;
    Ticker byHand =
        (pace, call) -> {
          ticks.add(call);
          return () -> ticks.remove(call);
        };
    terminal =
        new Terminal(
            new Terminal.Setup(directory, Optional.of("370323104"), panel, size, theme, clock),
            Background.sameThread(),
            byHand);
    stage.setScene(new Scene(terminal.canvas().node(), WINDOW_PX, WINDOW_PX));
    terminal.canvas().fit(WINDOW_PX, WINDOW_PX);
    stage.show();
    terminal.start();
    layout();
  }

  Terminal terminal() {
    return terminal;
  }

  /// Presses the keys that carry these words, one after another.
  void press(String... keys) {
    for (String key : keys) {
      keyOf(key).fire();
      layout();
    }
  }

  boolean hasKey(String words) {
    return keys().anyMatch(key -> words.equals(key.getText()));
  }

  private ButtonBase keyOf(String words) {
    return keys()
        .filter(key -> words.equals(key.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no key '" + words + "'"));
  }

  private Stream<ButtonBase> keys() {
    return terminal.canvas().node().lookupAll(".key").stream()
        .filter(ButtonBase.class::isInstance)
        .map(ButtonBase.class::cast);
  }

  Panel panel() {
    return panel;
  }

  /// Everything that is called at a steady pace is called once.
  void tick() {
    List.copyOf(ticks).forEach(Runnable::run);
    layout();
  }

  void layout() {
    Fx.layout(terminal.canvas());
  }

  /// Presses and lets go in the middle of a node.
  void tap(Node node) {
    Bounds bounds = node.getLayoutBounds();
    Fx.finger(node, MouseEvent.MOUSE_PRESSED, bounds.getCenterX(), bounds.getCenterY());
    Fx.finger(node, MouseEvent.MOUSE_RELEASED, bounds.getCenterX(), bounds.getCenterY());
    Fx.finger(node, MouseEvent.MOUSE_CLICKED, bounds.getCenterX(), bounds.getCenterY());
    layout();
  }

  /// Presses a node, pushes it up and lets go.
  void swipe(Node node, double px) {
    Bounds bounds = node.getLayoutBounds();
    Point2D from = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    send(node, MouseEvent.MOUSE_PRESSED, from);
    for (int step = 1; step <= 8; step++) {
      send(node, MouseEvent.MOUSE_DRAGGED, from.subtract(0, px * step / 8));
    }
    send(node, MouseEvent.MOUSE_RELEASED, from.subtract(0, px));
    send(node, MouseEvent.MOUSE_CLICKED, from.subtract(0, px));
    layout();
  }

  /// The first thing in view that carries these words and can be touched.
  Node find(String words) {
    return findIn(terminal.canvas().canvas(), words)
        .orElseThrow(() -> new AssertionError("nothing says '" + words + "'"));
  }

  boolean shows(String words) {
    return says(terminal.canvas().canvas(), words);
  }

  @Override
  public void close() {
    terminal.close();
    stage.close();
  }

  private static void send(Node node, EventType<MouseEvent> type, Point2D at) {
    Fx.finger(node, type, at.getX(), at.getY());
  }

  private static Optional<Node> findIn(Node node, String words) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    boolean target = node.getStyleClass().contains("touch");
    if (target && says(node, words)) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> findIn(child, words).stream())
            .findFirst()
        : Optional.empty();
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
