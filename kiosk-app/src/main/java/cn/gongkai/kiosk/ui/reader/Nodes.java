package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.kiosk.theme.Glyph;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// Words, boxes and buttons as reading screens use them.
public final class Nodes {

  private Nodes() {}

  /// A text that wraps and is never cut short.
  public static Label words(String text, String... styleClasses) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A short text that is never cut short and never wraps.
  public static Label tag(String text, String... styleClasses) {
    Label label = new Label(text);
    label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  public static Label tag(String text, Ikon icon, String... styleClasses) {
    Label label = tag(text, styleClasses);
    label.setGraphic(Glyph.of(icon));
    return label;
  }

  public static VBox column(String styleClass, Node... children) {
    VBox box = new VBox(children);
    box.getStyleClass().add(styleClass);
    box.setFillWidth(true);
    return box;
  }

  public static HBox row(String styleClass, Node... children) {
    HBox box = new HBox(children);
    box.getStyleClass().add(styleClass);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /// Takes what room is left in a row.
  public static <N extends Node> N growing(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    return node;
  }

  /// A button with a sign and a word, at least as large as a finger.
  public static Button button(String text, Ikon icon, Runnable action, String... styleClasses) {
    Button button = new Button(text, Glyph.of(icon));
    button.getStyleClass().add("touch");
    button.getStyleClass().addAll(styleClasses);
    button.setMinHeight(Region.USE_COMPUTED_SIZE);
    button.setOnAction(event -> action.run());
    button.setFocusTraversable(false);
    return button;
  }
}
