package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The field that shows what is typed, and as long as nothing is, what can be typed.
public final class TypedField {

  private TypedField() {}

  public static Region of(TypedWords typed, String hint, String style) {
    Label words = Labels.text(hint, Styles.MUTED);
    words.visibleProperty().bind(typed.wordsProperty().isEmpty());
    words.managedProperty().bind(words.visibleProperty());
    HBox field = new HBox(Icons.of(Icon.SEARCH, Styles.MUTED), new TypedLine(typed), words);
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add(style);
    return field;
  }
}
