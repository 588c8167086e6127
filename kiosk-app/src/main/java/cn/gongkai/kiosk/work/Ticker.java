package cn.gongkai.kiosk.work;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/// Calls back at a steady pace on the screen's thread. Tests drive what it calls by hand.
@FunctionalInterface
public interface Ticker {

  /// Stops a series of calls.
  @FunctionalInterface
  interface Ticking extends AutoCloseable {
    @Override
    void close();
  }

  Ticking every(Duration pace, Runnable call);

  /// Ticks of the JavaFX pulse.
  static Ticker ofPulse() {
    return (pace, call) -> {
      Timeline timeline =
          new Timeline(
              new KeyFrame(javafx.util.Duration.millis(pace.toMillis()), event -> call.run()));
      timeline.setCycleCount(Animation.INDEFINITE);
      timeline.play();
      return timeline::stop;
    };
  }

  /// Never ticks.
  static Ticker never() {
    return (pace, call) -> () -> {};
  }
}
