package cn.gongkai.kiosk.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Buttons and tags in a row that breaks where the room ends. Unlike a flow pane it lets a child
/// that is wider than the room wrap its words, and it can push the last child to the far end.
public final class FlowRow extends FlowPane {

  private final boolean lastAtEnd;

  private FlowRow(boolean lastAtEnd, List<Node> children, String... styleClasses) {
    this.lastAtEnd = lastAtEnd;
    getChildren().addAll(children);
    getStyleClass().addAll(styleClasses);
    getStyleClass().add("touch-gap");
  }

  public static FlowRow of(List<Node> children, String... styleClasses) {
    return new FlowRow(false, children, styleClasses);
  }

  /// The last child stands at the far end while all fit in one line.
  public static FlowRow withLastAtEnd(List<Node> children, String... styleClasses) {
    return new FlowRow(true, children, styleClasses);
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(width < 0 ? getWidth() : width, false);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    place(getWidth(), true);
  }

  private double place(double width, boolean really) {
    double left = getInsets().getLeft();
    double right = width - getInsets().getRight();
    double y = getInsets().getTop();
    double x = left;
    double high = 0;
    List<Node> shown = getManagedChildren();
    for (int i = 0; i < shown.size(); i++) {
      Node child = shown.get(i);
      double wide = Math.min(Math.max(child.minWidth(-1), child.prefWidth(-1)), right - left);
      if (x > left && x + wide > right) {
        x = left;
        y += high + getVgap();
        high = 0;
      }
      double height = Math.max(child.minHeight(wide), child.prefHeight(wide));
      high = Math.max(high, height);
      boolean push = lastAtEnd && i == shown.size() - 1 && y == getInsets().getTop();
      if (really) {
        child.resizeRelocate(Math.round(push ? right - wide : x), y, Math.ceil(wide), height);
      }
      x += wide + getHgap();
    }
    if (really) {
      centreLines(shown);
    }
    return y + high + getInsets().getBottom();
  }

  /// Tags are lower than buttons: they stand on the middle of their line.
  private static void centreLines(List<Node> shown) {
    for (Node child : shown) {
      double top = child.getLayoutY();
      double highest =
          shown.stream()
              .filter(other -> other.getLayoutY() == top)
              .mapToDouble(other -> other.getLayoutBounds().getHeight())
              .max()
              .orElse(0);
      child.setTranslateY(Math.round((highest - child.getLayoutBounds().getHeight()) / 2));
    }
  }
}
