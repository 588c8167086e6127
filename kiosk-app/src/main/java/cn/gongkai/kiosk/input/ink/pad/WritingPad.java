package cn.gongkai.kiosk.input.ink.pad;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.InkLimits;
import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

/// A field with the guides of copybooks (米字格) that shows the ink as it is written. One finger
/// writes; whatever else touches meanwhile is not looked at, and a stroke goes on outside the field
/// until that finger is lifted.
public final class WritingPad extends Region {

  private static final double APART_MIN = 2;
  private static final int NOBODY = -1;

  private final Pen pen;
  private final InkLimits limits;
  private final Group guides = new Group();
  private final Group written = new Group();
  private final Polyline growing = line();
  private final Label hint = new Label();
  private final Rectangle visible = new Rectangle();
  private final List<Stroke.Point> points = new ArrayList<>();
  private int finger = NOBODY;

  /// @param words shown while nothing is written
  public WritingPad(Pen pen, InkLimits limits, String words) {
    this.pen = pen;
    this.limits = limits;
    getStyleClass().add(Styles.WRITING);
    getStylesheets().add(Styles.sheet(WritingPad.class, "pad.css"));
    hint.setText(words);
    hint.getStyleClass().add("pad-hint");
    hint.setMouseTransparent(true);
    for (int k = 0; k < 4; k++) {
      Line guide = new Line();
      guide.getStyleClass().add("pad-guide");
      guides.getChildren().add(guide);
    }
    for (Group group : List.of(guides, written)) {
      group.setManaged(false);
      group.setMouseTransparent(true);
    }
    growing.setManaged(false);
    growing.setMouseTransparent(true);
    getChildren().addAll(guides, hint, written, growing);
    setClip(visible);
    listen();
  }

  /// Draws this ink and nothing else; a stroke under way stays.
  public void show(Ink ink) {
    written.getChildren().setAll(ink.strokes().stream().map(WritingPad::drawn).toList());
    hint.setVisible(ink.isEmpty() && points.isEmpty());
  }

  /// Whether a stroke is under way.
  public boolean writing() {
    return finger != NOBODY || !points.isEmpty();
  }

  private void listen() {
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::mouse);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouse);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::mouse);
    addEventHandler(TouchEvent.ANY, this::touch);
    sceneProperty().subscribe(scene -> forget());
  }

  /// Where the platform sends touches as well, they count and the mouse made from them does not.
  private void mouse(MouseEvent event) {
    event.consume();
    if (finger != NOBODY) {
      return;
    }
    EventType<? extends MouseEvent> type = event.getEventType();
    if (type == MouseEvent.MOUSE_PRESSED && event.isPrimaryButtonDown()) {
      begin(event.getX(), event.getY());
    } else if (type == MouseEvent.MOUSE_DRAGGED) {
      goOn(event.getX(), event.getY());
    } else if (type == MouseEvent.MOUSE_RELEASED) {
      end();
    }
  }

  private void touch(TouchEvent event) {
    event.consume();
    TouchPoint point = event.getTouchPoint();
    EventType<? extends TouchEvent> type = event.getEventType();
    if (type == TouchEvent.TOUCH_PRESSED && finger == NOBODY) {
      if (points.isEmpty()) {
        begin(point.getX(), point.getY());
      }
      finger = point.getId();
    } else if (point.getId() == finger && type == TouchEvent.TOUCH_MOVED) {
      goOn(point.getX(), point.getY());
    } else if (point.getId() == finger && type == TouchEvent.TOUCH_RELEASED) {
      end();
      finger = NOBODY;
    }
  }

  private void begin(double x, double y) {
    Stroke.Point at = new Stroke.Point(x, y);
    pen.down(at, Math.min(getWidth(), getHeight()));
    points.clear();
    points.add(at);
    growing.getPoints().setAll(x, y, x, y);
    hint.setVisible(false);
  }

  private void goOn(double x, double y) {
    Stroke.Point at = new Stroke.Point(x, y);
    if (!points.isEmpty()
        && points.size() < limits.pointsMax()
        && points.getLast().distance(at) >= APART_MIN) {
      points.add(at);
      growing.getPoints().addAll(x, y);
    }
  }

  private void end() {
    if (!points.isEmpty()) {
      Stroke stroke = new Stroke(points);
      points.clear();
      growing.getPoints().clear();
      pen.up(stroke);
    }
  }

  /// A finger that was down when the pad went will not be reported as lifted.
  private void forget() {
    finger = NOBODY;
    points.clear();
    growing.getPoints().clear();
  }

  private static Polyline drawn(Stroke stroke) {
    Polyline line = line();
    stroke.smoothed().points().forEach(p -> line.getPoints().addAll(p.x(), p.y()));
    if (stroke.points().size() == 1) {
      line.getPoints().addAll(stroke.points().getFirst().x(), stroke.points().getFirst().y());
    }
    return line;
  }

  private static Polyline line() {
    Polyline line = new Polyline();
    line.getStyleClass().add("pad-ink");
    return line;
  }

  @Override
  protected double computePrefWidth(double height) {
    return prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    visible.setWidth(width);
    visible.setHeight(height);
    place(0, 0, 0, width, height);
    place(1, width, 0, 0, height);
    place(2, width / 2, 0, width / 2, height);
    place(3, 0, height / 2, width, height / 2);
    double wide = Math.min(hint.prefWidth(-1), width);
    double high = hint.prefHeight(wide);
    hint.resizeRelocate((width - wide) / 2, (height - high) / 2, wide, high);
  }

  private void place(int guide, double fromX, double fromY, double toX, double toY) {
    Line line = (Line) guides.getChildren().get(guide);
    line.setStartX(fromX);
    line.setStartY(fromY);
    line.setEndX(toX);
    line.setEndY(toY);
  }
}
