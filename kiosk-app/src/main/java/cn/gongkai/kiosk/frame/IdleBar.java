package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.nav.Session;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Counts down before the reset, beside the content and never over it.
final class IdleBar extends HBox {

  private final Label words = Labels.text("");

  IdleBar(Session session) {
    getStyleClass().add("idle-bar");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button stay = new Button(Messages.of("frame.stay"));
    stay.getStyleClass().setAll("stay", Styles.TOUCH);
    stay.setFocusTraversable(false);
    StackPane whole = new StackPane(stay);
    whole.setMinWidth(USE_PREF_SIZE);
    stay.setOnAction(event -> session.more());
    getChildren().addAll(words, whole);
    session.warningProperty().subscribe(this::show);
  }

  private void show(Optional<Duration> left) {
    left.ifPresent(
        time -> words.setText(Messages.of("frame.leaving", String.valueOf(time.toSeconds()))));
    setVisible(left.isPresent());
    setManaged(left.isPresent());
  }
}
