package cn.gongkai.kiosk.ui;

import cn.gongkai.kiosk.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Children beside each other, on as many lines as it takes. A child wider than the pane gets the
/// whole width and wraps inside; on a line they stand in the middle of its height. The last one can
/// stand at the far end.
public final class FlowLine extends Pane {

  private static final StyleablePropertyFactory<FlowLine> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<FlowLine, Number> HGAP =
      FACTORY.createSizeCssMetaData("-fx-hgap", line -> line.hgap, 0.0, false);
  private static final CssMetaData<FlowLine, Number> VGAP =
      FACTORY.createSizeCssMetaData("-fx-vgap", line -> line.vgap, 0.0, false);

  private final StyleableDoubleProperty hgap = gap(HGAP, "hgap");
  private final StyleableDoubleProperty vgap = gap(VGAP, "vgap");

  private boolean lastAtEnd;

  private record Line(List<Node> nodes, List<Double> widths, double height) {}

  public FlowLine(Node... children) {
    super(children);
    getStyleClass().add("flow-line");
  }

  /// Of things that can be touched: they stand a finger's gap apart.
  public static FlowLine ofTouch(Node... children) {
    FlowLine line = new FlowLine(children);
    line.getStyleClass().add(Styles.TOUCH_GAP);
    return line;
  }

  /// As [#ofTouch(Node...)], with style classes.
  public static FlowLine ofTouch(List<? extends Node> children, String... styleClasses) {
    FlowLine line = ofTouch(children.toArray(Node[]::new));
    line.getStyleClass().addAll(styleClasses);
    return line;
  }

  /// Of things that can be touched, the last at the far end while all fit in one line.
  public static FlowLine withLastAtEnd(List<? extends Node> children, String... styleClasses) {
    FlowLine line = ofTouch(children, styleClasses);
    line.lastAtEnd = true;
    return line;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double sum = 0;
    for (Node node : getManagedChildren()) {
      sum += width(node) + (sum == 0 ? 0 : hgap.get());
    }
    return sum + getInsets().getLeft() + getInsets().getRight();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double sum = 0;
    for (Line line : lines(width < 0 ? prefWidth(-1) : width)) {
      sum += line.height + (sum == 0 ? 0 : vgap.get());
    }
    return sum + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    double y = getInsets().getTop();
    List<Line> lines = lines(getWidth());
    for (Line line : lines) {
      double x = getInsets().getLeft();
      for (int i = 0; i < line.nodes.size(); i++) {
        Node node = line.nodes.get(i);
        double width = line.widths.get(i);
        double height = height(node, width);
        if (lastAtEnd && lines.size() == 1 && i == line.nodes.size() - 1) {
          x = getWidth() - getInsets().getRight() - width;
        }
        node.resizeRelocate(x, Math.round(y + (line.height - height) / 2), width, height);
        x += width + hgap.get();
      }
      y += line.height + vgap.get();
    }
  }

  private List<Line> lines(double width) {
    double inner = Math.max(1, width - getInsets().getLeft() - getInsets().getRight());
    List<Line> lines = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    List<Double> widths = new ArrayList<>();
    double used = 0;
    for (Node node : getManagedChildren()) {
      double wanted = Math.min(inner, width(node));
      if (!nodes.isEmpty() && used + hgap.get() + wanted > inner + 0.5) {
        lines.add(line(nodes, widths));
        nodes = new ArrayList<>();
        widths = new ArrayList<>();
        used = 0;
      }
      used += (nodes.isEmpty() ? 0 : hgap.get()) + wanted;
      nodes.add(node);
      widths.add(wanted);
    }
    if (!nodes.isEmpty()) {
      lines.add(line(nodes, widths));
    }
    return lines;
  }

  private static double width(Node node) {
    return Math.ceil(Math.max(node.minWidth(-1), node.prefWidth(-1)));
  }

  private static double height(Node node, double width) {
    return Math.ceil(Math.max(node.minHeight(width), node.prefHeight(width)));
  }

  private static Line line(List<Node> nodes, List<Double> widths) {
    double height = 0;
    for (int i = 0; i < nodes.size(); i++) {
      height = Math.max(height, height(nodes.get(i), widths.get(i)));
    }
    return new Line(nodes, widths, height);
  }

  private StyleableDoubleProperty gap(CssMetaData<FlowLine, Number> css, String name) {
    return new SimpleStyleableDoubleProperty(css, this, name, 0.0) {
      @Override
      protected void invalidated() {
        requestLayout();
      }
    };
  }
}
