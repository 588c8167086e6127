package cn.gongkai.sync.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A ceiling on bytes a second, shared by all that use a line: a bucket that fills at the ceiling's
/// pace and holds one second. Who takes more than is in it waits until it is there. Safe for
/// several threads.
public final class Ceiling {

  /// Waits. On the calling thread.
  @FunctionalInterface
  public interface Pause {
    void last(Duration duration) throws InterruptedException;
  }

  private final long bytesPerSecond;
  private final Clock clock;
  private final Pause pause;
  private Instant filledAt;
  private long bytes;

  /// @param bytesPerSecond at least 1
  public Ceiling(long bytesPerSecond, Clock clock, Pause pause) {
    this.bytesPerSecond = Math.max(1, bytesPerSecond);
    this.clock = clock;
    this.pause = pause;
    this.filledAt = clock.instant();
    this.bytes = this.bytesPerSecond;
  }

  /// Accounts for bytes that have been transferred, and waits until there is room for more.
  public void take(long taken) throws InterruptedException {
    Duration wait = account(taken);
    if (wait.isPositive()) {
      pause.last(wait);
    }
  }

  private synchronized Duration account(long taken) {
    Instant now = clock.instant();
    long passed = Math.clamp(Duration.between(filledAt, now).toMillis(), 0, 1_000);
    bytes = Math.min(bytesPerSecond, bytes + passed * bytesPerSecond / 1_000) - taken;
    filledAt = now;
    return bytes >= 0 ? Duration.ZERO : Duration.ofMillis(-bytes * 1_000 / bytesPerSecond);
  }
}
