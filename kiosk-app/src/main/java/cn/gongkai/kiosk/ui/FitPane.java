package cn.gongkai.kiosk.ui;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one child whole, in the middle: where the room is too low for it, it is drawn smaller.
public final class FitPane extends Pane {

  private static final double STEP = 0.94;
  private static final double SCALE_MIN = 0.3;

  private final Scale scale = new Scale(1, 1);

  public FitPane() {
    setMinHeight(0);
  }

  /// Replaces the child.
  public void show(Region child) {
    getChildren().setAll(child);
    child.getTransforms().setAll(scale);
  }

  public void clear() {
    getChildren().clear();
  }

  @Override
  protected void layoutChildren() {
    if (getChildren().isEmpty() || !(getChildren().getFirst() instanceof Region child)) {
      return;
    }
    double factor = 1;
    double height = child.prefHeight(getWidth());
    while (height * factor > getHeight() && factor > SCALE_MIN) {
      factor *= STEP;
      height = child.prefHeight(getWidth() / factor);
    }
    scale.setX(factor);
    scale.setY(factor);
    child.resizeRelocate(
        0,
        Math.max(0, Math.round((getHeight() - height * factor) / 2)),
        getWidth() / factor,
        height);
  }
}
