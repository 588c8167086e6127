package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.ink.pad.WritingPad;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The pad, and beside it what can be done with what was written, and signs.
final class WritingKeys extends HBox {

  private static final int A_ROW = 3;
  private static final List<String> SIGNS = List.of("，", "。");
  private static final List<List<String>> MORE_SIGNS =
      List.of(List.of("、", "《", "》"), List.of("（", "）", "-"));

  private final WritingViewModel writing;
  private final WritingPad pad;
  private final VBox side = new VBox();

  /// @param erase the delete key
  /// @param modes keys to stand there instead of the rarer signs; may be empty
  WritingKeys(WritingViewModel writing, WritingPad pad, Button erase, List<ButtonBase> modes) {
    this.writing = writing;
    this.pad = pad;
    getStyleClass().addAll("key-row", Styles.TOUCH_GAP);
    side.getStyleClass().add(Styles.TOUCH_GAP);
    addRow(
        key("keyboard.stroke.undo", writing::undoStroke),
        key("keyboard.pad.wipe", writing::wipe),
        erase);
    addRow(key("keyboard.space", () -> writing.press(" ")), sign(SIGNS.get(0)), sign(SIGNS.get(1)));
    if (modes.isEmpty()) {
      MORE_SIGNS.forEach(signs -> addRow(signs.stream().map(this::sign).toArray(Button[]::new)));
    }
    for (int at = 0; at < modes.size(); at += A_ROW) {
      addRow(modes.subList(at, Math.min(modes.size(), at + A_ROW)).toArray(ButtonBase[]::new));
    }
    getChildren().addAll(pad, side);
    HBox.setHgrow(side, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
  }

  int rows() {
    return side.getChildren().size();
  }

  /// The width of a key beside the pad, where all this is so wide.
  double keyWidth(double width) {
    return (width - pad.prefWidth(-1) - getSpacing()) / A_ROW - getSpacing();
  }

  private void addRow(ButtonBase... keys) {
    HBox row = Keyboard.row();
    for (ButtonBase key : keys) {
      key.setMaxHeight(Double.MAX_VALUE);
      row.getChildren().add(key);
    }
    VBox.setVgrow(row, Priority.ALWAYS);
    side.getChildren().add(row);
  }

  private Button key(String message, Runnable action) {
    return Keyboard.key(Messages.of(message), "key-wide", action);
  }

  private Button sign(String sign) {
    return Keyboard.key(sign, "key-wide", () -> writing.press(sign));
  }
}
