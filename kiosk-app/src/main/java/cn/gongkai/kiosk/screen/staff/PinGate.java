package cn.gongkai.kiosk.screen.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Counts wrong PINs of this terminal, across visits: after five the gate stays shut for a minute,
/// and twice as long after each further one, up to half an hour. JavaFX thread only.
public final class PinGate {

  private static final int FREE_TRIES = 5;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Clock clock;
  private int wrong;
  private Optional<Instant> shutAt = Optional.empty();
  private Duration shutFor = Duration.ZERO;

  public PinGate(Clock clock) {
    this.clock = clock;
  }

  /// How long nothing can be tried; empty where it can be now. A clock that was set back does not
  /// shut it for longer than it was shut for.
  Optional<Duration> findWait() {
    Instant now = clock.instant();
    return shutAt
        .map(at -> Duration.between(now, at.plus(shutFor)))
        .filter(Duration::isPositive)
        .map(left -> left.compareTo(shutFor) > 0 ? shutFor : left);
  }

  void right() {
    wrong = 0;
    shutAt = Optional.empty();
    shutFor = Duration.ZERO;
  }

  /// @return true where the gate is shut now
  boolean wrong() {
    wrong++;
    if (wrong < FREE_TRIES) {
      return false;
    }
    Duration next = shutFor.isZero() ? FIRST : shutFor.multipliedBy(2);
    shutFor = next.compareTo(LONGEST) > 0 ? LONGEST : next;
    shutAt = Optional.of(clock.instant());
    return true;
  }
}
