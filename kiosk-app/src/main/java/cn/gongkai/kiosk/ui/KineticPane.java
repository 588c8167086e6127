package cn.gongkai.kiosk.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// A pane higher than its window, moved with a finger.
public final class KineticPane extends ScrollPane {

  public KineticPane(Node content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("kinetic-pane");
    setFocusTraversable(false);
    DragScroll.attach(this, Orientation.VERTICAL, this::moveBy);
  }

  /// Moves the content; positive towards its end.
  public double moveBy(double px) {
    double range = range();
    if (range <= 0) {
      return 0;
    }
    double before = getVvalue();
    double after = Math.clamp(before + px / range, 0, 1);
    setVvalue(after);
    return (after - before) * range;
  }

  private double range() {
    Node content = getContent();
    return content == null
        ? 0
        : content.getLayoutBounds().getHeight() - getViewportBounds().getHeight();
  }
}
