package cn.gongkai.kiosk.input;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.util.Duration;

/// Makes a key repeat what it does while it is held. It also does it once when it is only tapped,
/// so nobody has to hold.
final class HoldRepeat {

  private static final Duration BEFORE = Duration.millis(600);
  private static final Duration PACE = Duration.millis(120);

  private HoldRepeat() {}

  static void on(Button key, Runnable action) {
    Timeline repeat = new Timeline(new KeyFrame(PACE, event -> action.run()));
    repeat.setCycleCount(Animation.INDEFINITE);
    PauseTransition wait = new PauseTransition(BEFORE);
    wait.setOnFinished(event -> repeat.play());
    key.armedProperty()
        .subscribe(
            held -> {
              if (held) {
                wait.playFromStart();
              } else {
                wait.stop();
                repeat.stop();
              }
            });
  }
}
