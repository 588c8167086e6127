package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.work.Ticker;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;

/// What a delete key does while it is held: it deletes again and again, then announces in the field
/// that everything will go, and clears if it is still held after that. A finger that leaves at the
/// announcement loses nothing more. Tapping does all of it too, so nobody has to hold.
final class HeldErase {

  /// One step of a held key. Steps are counted, not timed: a busy machine deletes later, not more.
  static final Duration STEP = Duration.ofMillis(120);

  /// Steps before a held key is not a slow tap any more: 0.6 s.
  static final int BEFORE = 5;

  /// Characters that go one by one: 1.2 s.
  static final int ONE_BY_ONE = 10;

  /// Steps of the announcement, long enough to be read: 1.8 s.
  static final int ANNOUNCED = 15;

  private final Ticker ticker;
  private final TypedWords typed;
  private final Runnable erase;
  private final Runnable clear;
  private Optional<Ticker.Ticking> ticking = Optional.empty();
  private int steps;

  private HeldErase(Ticker ticker, TypedWords typed, Runnable erase, Runnable clear) {
    this.ticker = ticker;
    this.typed = typed;
    this.erase = erase;
    this.clear = clear;
  }

  /// @param typed what is deleted from; shows the announcement
  /// @param erase takes one character away
  static void on(Button key, Ticker ticker, TypedWords typed, Runnable erase, Runnable clear) {
    HeldErase held = new HeldErase(ticker, typed, erase, clear);
    key.setOnAction(event -> held.tapped());
    key.armedProperty().subscribe(held::hold);
    key.sceneProperty().subscribe(scene -> held.leave(scene == null));
  }

  private void tapped() {
    if (steps <= BEFORE) {
      erase.run();
    }
  }

  private void hold(boolean held) {
    stop();
    if (held) {
      ticking = Optional.of(ticker.every(STEP, this::step));
    }
  }

  private void leave(boolean gone) {
    if (gone) {
      stop();
    }
  }

  private void stop() {
    ticking.ifPresent(Ticker.Ticking::close);
    ticking = Optional.empty();
    typed.announceClearing(false);
    steps = 0;
  }

  private void step() {
    steps++;
    if (steps <= BEFORE) {
      return;
    }
    if (steps <= BEFORE + ONE_BY_ONE) {
      erase.run();
    } else if (steps <= BEFORE + ONE_BY_ONE + ANNOUNCED) {
      typed.announceClearing(!typed.words().isEmpty());
    } else {
      ticking.ifPresent(Ticker.Ticking::close);
      typed.announceClearing(false);
      clear.run();
    }
  }
}
