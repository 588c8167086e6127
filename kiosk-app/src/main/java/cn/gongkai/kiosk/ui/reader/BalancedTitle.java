package cn.gongkai.kiosk.ui.reader;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A title whose lines are about equally long, as in printed documents: never a last line of one
/// character.
public final class BalancedTitle extends Region {

  private static final double STEP_FRACTION = 0.02;

  private final Label words;
  private final boolean centred;

  private BalancedTitle(String text, boolean centred, String... styleClasses) {
    this.centred = centred;
    words = Nodes.words(text);
    getStyleClass().addAll(styleClasses);
    getChildren().add(words);
  }

  public static BalancedTitle centred(String text, String... styleClasses) {
    return new BalancedTitle(text, true, styleClasses);
  }

  public static BalancedTitle left(String text, String... styleClasses) {
    return new BalancedTitle(text, false, styleClasses);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private double room(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = room(width < 0 ? getWidth() : width);
    return words.prefHeight(room) + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    double room = room(getWidth());
    double height = words.prefHeight(room);
    double width = room;
    double step = Math.max(1, room * STEP_FRACTION);
    while (width - step > room / 2 && words.prefHeight(width - step) <= height) {
      width -= step;
    }
    words.resizeRelocate(
        Math.round(getInsets().getLeft() + (centred ? (room - width) / 2 : 0)),
        getInsets().getTop(),
        Math.ceil(width),
        height);
  }
}
