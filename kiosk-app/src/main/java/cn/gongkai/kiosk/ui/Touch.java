package cn.gongkai.kiosk.ui;

import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/// Makes what can be touched. Every one has at least a finger's size and shows that it is pressed.
public final class Touch {

  private Touch() {}

  /// The one main action of a screen, red.
  public static Button main(String words, Icon icon, Runnable action) {
    return button(words, icon, action, Styles.MAIN);
  }

  /// Any other action.
  public static Button plain(String words, Icon icon, Runnable action) {
    return button(words, icon, action, Styles.PLAIN);
  }

  public static Button plain(String words, Runnable action) {
    Button button = bare(action, Styles.PLAIN);
    button.setText(words);
    return button;
  }

  /// A filter that is on or off; never turns itself off in a group.
  public static ToggleButton chip(String words, boolean on, Runnable action) {
    ToggleButton chip = new ToggleButton(words);
    chip.getStyleClass().setAll(Styles.CHIP, Styles.TOUCH);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setSelected(on);
    chip.setFocusTraversable(false);
    chip.setOnAction(
        event -> {
          chip.setSelected(on);
          action.run();
        });
    return chip;
  }

  private static Button button(String words, Icon icon, Runnable action, String style) {
    Button button = bare(action, style);
    button.setText(words);
    button.setGraphic(Icons.of(icon));
    return button;
  }

  private static Button bare(Runnable action, String style) {
    Button button = new Button();
    button.getStyleClass().setAll(style, Styles.TOUCH);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }
}
