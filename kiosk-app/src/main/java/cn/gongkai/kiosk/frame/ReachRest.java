package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The empty part of the screen in reach mode. It says why it is empty where there is room to say
/// it, and nothing where there is not: the 低位 button stays lit either way.
final class ReachRest extends Region {

  private final Label sign = Icons.of(Icon.REACH, Styles.MUTED);
  private final Label words =
      Labels.text(Messages.of("frame.reach.rest"), Styles.MUTED, "reach-words");

  ReachRest() {
    getStyleClass().add("reach-rest");
    getChildren().addAll(sign, words);
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double width = getWidth() - left - snappedRightInset();
    double wordsHeight = words.prefHeight(width);
    double signHeight = sign.prefHeight(-1);
    boolean both = signHeight + wordsHeight <= getHeight();
    sign.setVisible(both);
    words.setVisible(wordsHeight <= getHeight());
    double height = wordsHeight + (both ? signHeight : 0);
    double top = Math.round((getHeight() - height) / 2);
    double signWidth = sign.prefWidth(-1);
    sign.resizeRelocate(left + Math.round((width - signWidth) / 2), top, signWidth, signHeight);
    words.resizeRelocate(left, top + height - wordsHeight, width, wordsHeight);
  }
}
