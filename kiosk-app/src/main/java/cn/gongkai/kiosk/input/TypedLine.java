package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Shows what is typed, the letters that are not words yet underlined, and where the next will
/// stand. Where it is too narrow the end stays in view.
public final class TypedLine extends HBox {

  public TypedLine(TypedWords typed) {
    getStyleClass().add("typed-line");
    getStylesheets().add(Styles.sheet(TypedLine.class, "keyboard.css"));
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    Label written = Labels.line("", "typed-written");
    written.textProperty().bind(typed.writtenProperty());
    written.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    written.setMinWidth(0);
    Label composing = Labels.line("", "typed-composing");
    composing.textProperty().bind(typed.composingProperty().map(TypedWords.Composing::shown));
    composing.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    composing.setMinWidth(0);
    composing.visibleProperty().bind(composing.textProperty().isNotEmpty());
    composing.managedProperty().bind(composing.visibleProperty());
    Region caret = new Region();
    caret.getStyleClass().add("typed-caret");
    caret.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(written, composing, caret);
  }
}
