package cn.gongkai.sync.cycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Repeats cycles until it is stopped. Every pause gets a random addition, so that a county's
/// terminals do not ask in step after a power cut.
public final class SyncLoop {

  private final Supplier<SyncOutcome> cycle;
  private final Consumer<SyncOutcome> report;
  private final Duration interval;
  private final Duration jitter;
  private final RandomGenerator random;
  private final LookAround lookAround;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// What is looked after between two cycles.
  ///
  /// @param every pause between two looks
  /// @param cycleNow true where the next cycle is to begin at once
  public record LookAround(Duration every, BooleanSupplier cycleNow) {
    public static final LookAround NOT = new LookAround(Duration.ofDays(1), () -> false);
  }

  public SyncLoop(
      Supplier<SyncOutcome> cycle,
      Consumer<SyncOutcome> report,
      Duration interval,
      Duration jitter,
      RandomGenerator random,
      LookAround lookAround) {
    this.lookAround = lookAround;
    this.cycle = cycle;
    this.report = report;
    this.interval = interval;
    this.jitter = jitter;
    this.random = random;
  }

  /// Runs on the calling thread until [#stop] is called from another or the thread is interrupted.
  public void run() {
    boolean goOn = true;
    while (goOn) {
      report.accept(cycle.get());
      goOn = pause();
    }
  }

  /// @return false where the loop is to end
  private boolean pause() {
    long left = interval.toMillis() + random.nextLong(jitter.toMillis() + 1);
    try {
      while (left > 0) {
        long step = Math.min(left, Math.max(1, lookAround.every().toMillis()));
        if (stopped.await(step, TimeUnit.MILLISECONDS)) {
          return false;
        }
        left -= step;
        if (left > 0 && lookAround.cycleNow().getAsBoolean()) {
          return true;
        }
      }
      return stopped.getCount() > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public void stop() {
    stopped.countDown();
  }
}
