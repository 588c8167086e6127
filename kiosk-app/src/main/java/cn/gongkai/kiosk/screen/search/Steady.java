package cn.gongkai.kiosk.screen.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Shows what comes without taking away what a finger is going for: a new picture waits while a
/// finger is down, and until the one in view has stood for [#HOLD]. Of several that wait only the
/// latest is shown. JavaFX thread only.
final class Steady<T> {

  /// How long a picture stands before the next may take its place.
  static final Duration HOLD = Duration.ofMillis(350);

  /// A finger that was lost, because the touch screen never said that it left, counts no longer.
  static final Duration FINGER_MAX = Duration.ofSeconds(10);

  private final Clock clock;
  private final Consumer<T> show;
  private Optional<T> waiting = Optional.empty();
  private Optional<Instant> shownAt = Optional.empty();
  private Optional<Instant> fingerAt = Optional.empty();

  Steady(Clock clock, Consumer<T> show) {
    this.clock = clock;
    this.show = show;
  }

  /// Shows it as soon as that takes nothing from under a finger.
  void offer(T next) {
    waiting = Optional.of(next);
    look();
  }

  /// Shows it at once, since the resident asked for just that.
  void now(T next) {
    waiting = Optional.empty();
    shownAt = Optional.of(clock.instant());
    show.accept(next);
  }

  /// A finger came down, or left.
  void finger(boolean down) {
    fingerAt = down ? Optional.of(clock.instant()) : Optional.empty();
  }

  /// Shows what waits, if it is time; called several times a second.
  void look() {
    boolean held = fingerAt.filter(at -> !passed(at, FINGER_MAX)).isPresent();
    if (!held && shownAt.filter(at -> !passed(at, HOLD)).isEmpty()) {
      waiting.ifPresent(this::now);
    }
  }

  /// A clock set back must not hold anything up.
  private boolean passed(Instant since, Duration span) {
    Duration passed = Duration.between(since, clock.instant());
    return passed.isNegative() || passed.compareTo(span) >= 0;
  }
}
