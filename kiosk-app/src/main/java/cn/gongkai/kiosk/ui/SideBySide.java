package cn.gongkai.kiosk.ui;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Something of its own width with words beside it, or below it where too few characters would fit.
public final class SideBySide extends Region {

  private static final double GAP_EM = 1.3;

  private final Text em = new Text("永");
  private final Region first;
  private final Region words;
  private final double wordsEmMin;

  /// @param wordsEmMin characters the words need beside the first
  public SideBySide(Region first, Region words, double wordsEmMin, String... styleClasses) {
    this.first = first;
    this.words = words;
    this.wordsEmMin = wordsEmMin;
    em.setManaged(false);
    em.setVisible(false);
    getStyleClass().addAll(styleClasses);
    getChildren().addAll(em, first, words);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(width < 0 ? getWidth() : width, false);
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
    Insets in = getInsets();
    double size = Math.max(1, em.getFont().getSize());
    double room = width - in.getLeft() - in.getRight();
    double wide = Math.min(room, Math.ceil(first.prefWidth(-1)));
    double gap = Math.round(GAP_EM * size);
    boolean beside = room - wide - gap >= wordsEmMin * size;
    double wordsWidth = beside ? room - wide - gap : room;
    double firstHeight = first.prefHeight(wide);
    double wordsHeight = words.prefHeight(wordsWidth);
    double left = in.getLeft();
    double top = in.getTop();
    if (really) {
      double x = beside ? left : left + Math.round((room - wide) / 2);
      first.resizeRelocate(x, top, wide, firstHeight);
      words.resizeRelocate(
          beside ? left + wide + gap : left,
          beside ? top : top + firstHeight + gap / 2,
          wordsWidth,
          wordsHeight);
    }
    double inner =
        beside ? Math.max(firstHeight, wordsHeight) : firstHeight + gap / 2 + wordsHeight;
    return Math.ceil(top + inner + in.getBottom());
  }
}
