package cn.gongkai.kiosk.nav;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One person's time at the terminal. Touch, drag, typing, speech and video count as use; when the
/// wait of the screen in view is over, everything is reset. JavaFX thread only.
///
/// *Strategy*: `tick` adds up short steps of the clock since the last use, so that a corrected
/// clock cannot end a session. The last [IdleLimits#warning] of the wait shows as a countdown.
public final class Session {

  private final Clock clock;
  private final IdleLimits limits;
  private final Runnable onReset;
  private final Set<Object> playing = new HashSet<>();
  private final ReadOnlyObjectWrapper<Optional<Duration>> warning =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private SessionKind kind = SessionKind.ATTRACT;
  private Instant seen;
  private Duration idle = Duration.ZERO;
  private Duration granted = Duration.ZERO;

  /// @param onReset forgets the person; called once when the wait is over
  public Session(Clock clock, IdleLimits limits, Runnable onReset) {
    this.clock = clock;
    this.limits = limits;
    this.onReset = onReset;
    this.seen = clock.instant();
  }

  // Properties

  /// What is left before the reset while the bar is to be seen, in whole seconds.
  public ReadOnlyObjectProperty<Optional<Duration>> warningProperty() {
    return warning.getReadOnlyProperty();
  }

  // Commands

  /// A screen of this kind is in view now.
  public void enter(SessionKind next) {
    kind = next;
    use();
  }

  /// Someone touched, dragged or typed.
  public void use() {
    idle = Duration.ZERO;
    warning.set(Optional.empty());
  }

  /// 还要看: at least [IdleLimits#more] from now.
  public void more() {
    use();
    granted = limits.more();
  }

  /// Something plays: nobody is idle until it is released. The same source may hold once.
  public void hold(Object source) {
    playing.add(source);
    use();
  }

  public void release(Object source) {
    if (playing.remove(source)) {
      use();
    }
  }

  /// Looks at the clock; called a few times a second.
  public void tick() {
    Instant now = clock.instant();
    Duration step = Duration.between(seen, now);
    seen = now;
    if (kind == SessionKind.ATTRACT || !playing.isEmpty()) {
      use();
      return;
    }
    Duration counted = step.isNegative() ? Duration.ZERO : min(step, limits.stepMax());
    idle = idle.plus(counted);
    granted = max(Duration.ZERO, granted.minus(counted));
    Duration left = max(timeout().minus(idle), granted);
    if (left.isZero() || left.isNegative()) {
      reset();
    } else if (left.compareTo(limits.warning()) <= 0) {
      warning.set(Optional.of(Duration.ofSeconds(left.plusMillis(999).toSeconds())));
    }
  }

  /// Ends the session at once.
  public void reset() {
    playing.clear();
    granted = Duration.ZERO;
    kind = SessionKind.ATTRACT;
    use();
    onReset.run();
  }

  private Duration timeout() {
    return switch (kind) {
      case ATTRACT -> throw new IllegalStateException("nobody waits on the attract screen");
      case HOME -> limits.home();
      case LIST -> limits.list();
      case READING -> limits.reading();
    };
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
