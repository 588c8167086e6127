package cn.gongkai.kiosk.ui;

import cn.gongkai.kiosk.theme.Styles;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Children of equal width in as many columns as their widest allows, rows as high as their highest
/// child. Larger text makes fewer columns; nothing is ever squeezed.
public final class EvenGrid extends Pane {

  private static final StyleablePropertyFactory<EvenGrid> FACTORY =
      new StyleablePropertyFactory<>(Pane.getClassCssMetaData());
  private static final CssMetaData<EvenGrid, Number> GAP =
      FACTORY.createSizeCssMetaData("-fx-hgap", grid -> grid.gap, 0.0, false);

  private final int[] choices;
  private final StyleableDoubleProperty gap =
      new SimpleStyleableDoubleProperty(GAP, this, "gap", 0.0) {
        @Override
        protected void invalidated() {
          requestLayout();
        }
      };

  /// @param choices numbers of columns that look right, in any order
  public EvenGrid(int... choices) {
    this.choices = choices.clone();
    getStyleClass().addAll("even-grid", Styles.TOUCH_GAP);
  }

  public DoubleProperty gapProperty() {
    return gap;
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
  protected double computePrefWidth(double height) {
    int columns = largestChoice();
    return columns * widest() + (columns - 1) * gap.get();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? prefWidth(-1) : width;
    int columns = columnsAt(inner);
    double column = columnWidth(inner, columns);
    double sum = 0;
    List<Node> shown = getManagedChildren();
    for (int i = 0; i < shown.size(); i += columns) {
      sum += rowHeight(shown, i, columns, column) + (i == 0 ? 0 : gap.get());
    }
    return sum + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Node> shown = getManagedChildren();
    int columns = columnsAt(getWidth());
    double column = columnWidth(getWidth(), columns);
    double y = getInsets().getTop();
    for (int i = 0; i < shown.size(); i += columns) {
      double height = rowHeight(shown, i, columns, column);
      for (int j = i; j < Math.min(i + columns, shown.size()); j++) {
        double x = getInsets().getLeft() + (j - i) * (column + gap.get());
        layoutInArea(shown.get(j), x, y, column, height, 0, HPos.LEFT, VPos.TOP);
      }
      y += height + gap.get();
    }
  }

  private double rowHeight(List<Node> shown, int first, int columns, double column) {
    return shown.subList(first, Math.min(first + columns, shown.size())).stream()
        .mapToDouble(node -> snapSizeY(Math.max(node.minHeight(column), node.prefHeight(column))))
        .max()
        .orElse(0);
  }

  private double columnWidth(double width, int columns) {
    double inner = width - getInsets().getLeft() - getInsets().getRight();
    return Math.floor((inner - (columns - 1) * gap.get()) / columns);
  }

  private int columnsAt(double width) {
    double widest = widest();
    int best = 1;
    for (int choice : choices) {
      if (choice > best && columnWidth(width, choice) >= widest) {
        best = choice;
      }
    }
    return best;
  }

  private int largestChoice() {
    int largest = 1;
    for (int choice : choices) {
      largest = Math.max(largest, choice);
    }
    return largest;
  }

  private double widest() {
    return getManagedChildren().stream()
        .mapToDouble(node -> Math.max(node.minWidth(-1), node.prefWidth(-1)))
        .max()
        .orElse(0);
  }
}
