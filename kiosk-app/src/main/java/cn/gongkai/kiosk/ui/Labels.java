package cn.gongkai.kiosk.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Makes labels.
public final class Labels {

  /// Marks a label that may end in an ellipsis; all others must show their whole text.
  public static final String MAY_SHORTEN = "may-shorten";

  private Labels() {}

  /// One line.
  public static Label line(String words, String... styleClasses) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styleClasses);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// As many lines as it takes.
  public static Label text(String words, String... styleClasses) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
