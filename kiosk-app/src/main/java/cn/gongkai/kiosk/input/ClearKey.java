package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.work.Ticker;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;

/// The key that clears everything at once, and for a while after brings it back: who hits it by
/// mistake has lost nothing. A second tap right after the first does nothing, since many hands tap
/// twice. When the while is over, or the keyboard goes, nothing is left to bring back.
final class ClearKey {

  /// One step of the while. Steps are counted, not timed.
  static final Duration STEP = Duration.ofMillis(500);

  /// Steps before the key brings back: 1 s.
  static final int BEFORE = 2;

  /// Steps until it clears again: 15 s.
  static final int UNTIL = 30;

  private final TypedWords typed;
  private final Ticker ticker;
  private final Runnable clear;
  private final Button key;
  private Optional<Ticker.Ticking> ticking = Optional.empty();
  private int steps;

  /// @param clear clears the words and whatever is on its way to become some
  ClearKey(TypedWords typed, Ticker ticker, Runnable clear) {
    this.typed = typed;
    this.ticker = ticker;
    this.clear = clear;
    this.key = Keyboard.key(Messages.of("keyboard.clear"), "key-wide", this::tapped);
    typed.clearedProperty().subscribe(this::follow);
  }

  /// The same node every time.
  Button node() {
    return key;
  }

  /// Nothing can be brought back any more.
  void dispose() {
    typed.forgetCleared();
  }

  private void tapped() {
    if (typed.clearedProperty().get().isEmpty()) {
      clear.run();
    } else if (steps >= BEFORE) {
      typed.restore();
    }
  }

  private void follow(String cleared) {
    ticking.ifPresent(Ticker.Ticking::close);
    ticking = cleared.isEmpty() ? Optional.empty() : Optional.of(ticker.every(STEP, this::step));
    steps = 0;
    key.setText(Messages.of("keyboard.clear"));
  }

  private void step() {
    steps++;
    if (steps == BEFORE) {
      key.setText(Messages.of("keyboard.restore"));
    } else if (steps >= UNTIL) {
      typed.forgetCleared();
    }
  }
}
