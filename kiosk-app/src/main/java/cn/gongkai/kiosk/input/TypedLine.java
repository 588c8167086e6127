package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Shows what is typed, the letters that are not words yet underlined, and where the next will
/// stand. Where it is too narrow the end stays in view. Before a held delete key clears everything,
/// the words are shown as going, with a sentence that says so.
public final class TypedLine extends HBox {

  private static final PseudoClass CLEARING = PseudoClass.getPseudoClass("clearing");

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
    caret.visibleProperty().bind(typed.clearingProperty().not());
    caret.managedProperty().bind(caret.visibleProperty());
    getChildren().addAll(written, composing, caret, announcement(typed));
    typed.clearingProperty().subscribe(clearing -> pseudoClassStateChanged(CLEARING, clearing));
  }

  /// Stands in the field, since the finger covers the key.
  private static Label announcement(TypedWords typed) {
    Label words = Labels.line(Messages.of("keyboard.clearing"), "typed-clearing");
    words.setMinWidth(USE_PREF_SIZE);
    words.visibleProperty().bind(typed.clearingProperty());
    words.managedProperty().bind(words.visibleProperty());
    return words;
  }
}
