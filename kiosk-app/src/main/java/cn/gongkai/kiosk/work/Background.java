package cn.gongkai.kiosk.work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/// The way out of and back to the screen's thread: the only class that touches `Platform.runLater`.
/// Work runs on a few daemon threads; every result and every fault comes back on the screen's
/// thread through a [Lane].
public final class Background implements AutoCloseable {

  private final Executor workers;
  private final Executor screen;
  private final Runnable close;
  private final AtomicInteger underWay;
  private final boolean immediate;

  private Background(
      Executor workers,
      Executor screen,
      AtomicInteger underWay,
      Runnable close,
      boolean immediate) {
    this.workers = workers;
    this.screen = screen;
    this.close = close;
    this.underWay = underWay;
    this.immediate = immediate;
  }

  /// Work on threads of its own, results on the JavaFX thread.
  public static Background start(WorkLimits limits) {
    ThreadFactory daemons =
        task -> {
          Thread thread = Executors.defaultThreadFactory().newThread(task);
          thread.setName("kiosk-work");
          thread.setDaemon(true);
          return thread;
        };
    ExecutorService pool =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.queuedMax()),
            daemons);
    return new Background(pool, Platform::runLater, new AtomicInteger(), pool::shutdownNow, false);
  }

  /// Everything at once on the caller's thread: for tests.
  public static Background sameThread() {
    return new Background(Runnable::run, Runnable::run, new AtomicInteger(), () -> {}, true);
  }

  /// Executors of the caller's choice: for tests that hold work back.
  public static Background of(Executor workers, Executor screen) {
    return new Background(workers, screen, new AtomicInteger(), () -> {}, false);
  }

  /// The same way back to the screen from workers of the caller's own, for work that must stay on
  /// one thread. Closing it leaves the workers to their owner. Where everything runs on the
  /// caller's thread, so does this.
  public Background over(Executor ownWorkers) {
    return immediate ? this : new Background(ownWorkers, screen, underWay, () -> {}, false);
  }

  /// A line of requests in which the latest wins.
  public Lane lane() {
    return new Lane(workers, screen, underWay);
  }

  /// True while nothing asked for is still to be answered.
  public boolean idle() {
    return underWay.get() == 0;
  }

  @Override
  public void close() {
    close.run();
  }
}
