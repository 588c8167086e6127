package cn.gongkai.kiosk.screen.annualreport;

import cn.gongkai.kiosk.ui.reader.Nodes;
import java.math.BigDecimal;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Bars side by side with their numbers. The numbers carry the meaning; the bars only show it.
final class BarChartView {

  private BarChartView() {}

  static Region of(ReportBars.Chart chart) {
    VBox box = Nodes.column("bar-chart", Nodes.words(chart.title(), "bar-chart-title"));
    double largest = chart.largest().doubleValue();
    double labels = chart.bars().stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
    for (ReportBars.Bar bar : chart.bars()) {
      box.getChildren().add(new BarRow(bar, chart.unit(), largest, labels));
    }
    return box;
  }

  /// A label, a bar and a number in one line.
  private static final class BarRow extends Region {

    private static final double GAP = 12;
    private static final double BAR_LEAST = 3;

    private final Label label;
    private final Label number;
    private final Region bar = new Region();
    private final double fraction;
    private final double labelCharacters;

    BarRow(ReportBars.Bar value, String unit, double largest, double labelCharacters) {
      this.labelCharacters = labelCharacters;
      fraction = largest <= 0 ? 0 : value.value().doubleValue() / largest;
      label = Nodes.words(value.label(), "bar-label");
      number = Nodes.tag(plain(value.value()) + unit, "bar-number");
      getStyleClass().add("bar-row");
      bar.getStyleClass().add(value.value().signum() == 0 ? "bar-empty" : "bar");
      getChildren().addAll(label, bar, number);
      setAccessibleText(value.label() + " " + plain(value.value()) + unit);
    }

    private static String plain(BigDecimal value) {
      return value.stripTrailingZeros().toPlainString();
    }

    private double labelWidth(double width) {
      double wished = labelCharacters * label.getFont().getSize() + 2;
      return Math.min(wished, width * 0.42);
    }

    @Override
    protected double computePrefHeight(double width) {
      double room = width < 0 ? getWidth() : width;
      return Math.max(label.prefHeight(labelWidth(room)), number.prefHeight(-1)) + GAP;
    }

    @Override
    protected void layoutChildren() {
      double height = getHeight() - GAP;
      double left = labelWidth(getWidth());
      label.resizeRelocate(0, 0, left, height);
      double numberWidth = number.prefWidth(-1);
      double room = Math.max(0, getWidth() - left - numberWidth - 2 * GAP);
      double length = Math.max(BAR_LEAST, room * fraction);
      double thick = Math.min(height, label.getFont().getSize() * 1.1);
      bar.resizeRelocate(left + GAP, (height - thick) / 2, length, thick);
      number.resizeRelocate(left + GAP + length + GAP, 0, numberWidth, height);
    }
  }
}
