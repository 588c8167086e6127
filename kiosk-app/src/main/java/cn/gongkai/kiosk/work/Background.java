package cn.gongkai.kiosk.work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The way out of and back to the screen's thread: the only class that touches `Platform.runLater`.
/// Work runs on a few daemon threads; every result and every fault comes back on the screen's
/// thread through a [Lane].
public final class Background implements AutoCloseable {

  private static final ThreadFactory DAEMONS =
      task -> {
        Thread thread = Executors.defaultThreadFactory().newThread(task);
        thread.setName("kiosk-work");
        thread.setDaemon(true);
        return thread;
      };

  private final Executor workers;
  private final Executor screen;
  private final Runnable close;
  private final AtomicInteger underWay;
  private final AtomicReference<Consumer<Fault>> witness;
  private final boolean immediate;

  private Background(
      Executor workers,
      Executor screen,
      AtomicInteger underWay,
      AtomicReference<Consumer<Fault>> witness,
      Runnable close,
      boolean immediate) {
    this.witness = witness;
    this.workers = workers;
    this.screen = screen;
    this.close = close;
    this.underWay = underWay;
    this.immediate = immediate;
  }

  /// Work on threads of its own, results on the JavaFX thread.
  public static Background start(WorkLimits limits) {
    ExecutorService pool =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.queuedMax()),
            DAEMONS,
            Background::refuse);
    return new Background(
        pool, Platform::runLater, new AtomicInteger(), nobody(), pool::shutdownNow, false);
  }

  /// What is still asked for while the program ends is dropped: nobody waits for it, and it is no
  /// fault to be told.
  private static void refuse(Runnable task, ThreadPoolExecutor pool) {
    if (!pool.isShutdown()) {
      throw new RejectedExecutionException("too much work is waiting");
    }
  }

  /// Everything at once on the caller's thread: for tests.
  public static Background sameThread() {
    return new Background(
        Runnable::run, Runnable::run, new AtomicInteger(), nobody(), () -> {}, true);
  }

  /// Executors of the caller's choice: for tests that hold work back.
  public static Background of(Executor workers, Executor screen) {
    return new Background(workers, screen, new AtomicInteger(), nobody(), () -> {}, false);
  }

  private static AtomicReference<Consumer<Fault>> nobody() {
    return new AtomicReference<>(fault -> {});
  }

  /// From now on this one is told of every fault, on any thread.
  public void watch(Consumer<Fault> teller) {
    witness.set(teller);
  }

  /// One thread for what may wait and may be dropped: nobody waits for its results. Where
  /// everything runs on the caller's thread, so does this.
  ///
  /// @param queuedMax what may wait; more is dropped
  public Executor aside(int queuedMax) {
    if (immediate) {
      return Runnable::run;
    }
    return new ThreadPoolExecutor(
        0,
        1,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(queuedMax),
        DAEMONS,
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /// The same way back to the screen from workers of the caller's own, for work that must stay on
  /// one thread. Closing it leaves the workers to their owner. Where everything runs on the
  /// caller's thread, so does this.
  public Background over(Executor ownWorkers) {
    return immediate
        ? this
        : new Background(ownWorkers, screen, underWay, witness, () -> {}, false);
  }

  /// A line of requests in which the latest wins.
  public Lane lane() {
    return new Lane(workers, screen, underWay, fault -> witness.get().accept(fault));
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
