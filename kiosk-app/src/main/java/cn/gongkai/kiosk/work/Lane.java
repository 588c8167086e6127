package cn.gongkai.kiosk.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line of requests of one asker: only the latest is answered, a cancelled one never. Used from
/// the screen's thread.
public final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Executor workers;
  private final Executor screen;
  private final AtomicInteger underWay;
  private final Consumer<Fault> witness;
  private final AtomicLong latest = new AtomicLong();

  /// @param underWay counts the requests that are still to be answered
  /// @param witness told of every fault
  Lane(Executor workers, Executor screen, AtomicInteger underWay, Consumer<Fault> witness) {
    this.witness = witness;
    this.underWay = underWay;
    this.workers = workers;
    this.screen = screen;
  }

  /// Runs the work elsewhere and hands its result, or what went wrong, back on the screen's thread.
  /// Whatever the work or `onReady` throws becomes a fault.
  public <T> void load(
      Callable<T> work, Consumer<? super T> onReady, Consumer<? super Fault> onFailed) {
    long mine = latest.incrementAndGet();
    underWay.incrementAndGet();
    try {
      workers.execute(() -> run(mine, work, onReady, onFailed));
    } catch (RejectedExecutionException e) {
      underWay.decrementAndGet();
      LOG.warn("{}: too much work is waiting", Fault.BUSY);
      Fault fault = new Fault(Fault.BUSY, "too much work is waiting");
      witness.accept(fault);
      onFailed.accept(fault);
    }
  }

  /// Nothing asked for so far will be answered.
  public void cancel() {
    latest.incrementAndGet();
  }

  private <T> void run(
      long mine, Callable<T> work, Consumer<? super T> onReady, Consumer<? super Fault> onFailed) {
    if (mine != latest.get()) {
      underWay.decrementAndGet();
      return;
    }
    try {
      T result = work.call();
      answer(mine, () -> onReady.accept(result), onFailed);
    } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
      Fault fault = reported(e);
      answer(mine, () -> onFailed.accept(fault), onFailed);
    }
  }

  private void answer(long mine, Runnable answer, Consumer<? super Fault> onFailed) {
    screen.execute(
        () -> {
          underWay.decrementAndGet();
          if (mine != latest.get()) {
            return;
          }
          try {
            answer.run();
          } catch (RuntimeException e) {
            onFailed.accept(reported(e));
          }
        });
  }

  private Fault reported(Throwable trouble) {
    Fault fault = Fault.of(trouble);
    if (trouble instanceof FaultException) {
      LOG.warn("{}: {}", fault.code(), fault.detail());
    } else {
      LOG.error("{}: {}", fault.code(), fault.detail(), trouble);
    }
    witness.accept(fault);
    return fault;
  }
}
