package cn.gongkai.sync.cycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private final CountDownLatch stopped = new CountDownLatch(1);

  public SyncLoop(
      Supplier<SyncOutcome> cycle,
      Consumer<SyncOutcome> report,
      Duration interval,
      Duration jitter,
      RandomGenerator random) {
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

  private boolean pause() {
    long millis = interval.toMillis() + random.nextLong(jitter.toMillis() + 1);
    try {
      return !stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public void stop() {
    stopped.countDown();
  }
}
