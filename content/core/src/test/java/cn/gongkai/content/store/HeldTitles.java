package cn.gongkai.content.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/// Opens a store as a large one, whose titles are made ready when a test says so and not before.
public final class HeldTitles {

  private final Queue<Runnable> held = new ArrayDeque<>();

  /// Waits for nothing: until [#release] the search knows no titles.
  public ContentReader open(Path terminal, Clock clock) throws StoreException {
    StoreLimits usual = StoreLimits.TERMINAL;
    StoreLimits none =
        new StoreLimits(
            usual.entityBytes(),
            usual.cacheBytes(),
            usual.readers(),
            usual.busyWait(),
            usual.pageItems(),
            usual.relatedItems(),
            usual.facetGroups(),
            usual.columnDepth(),
            usual.pageCacheKib(),
            usual.scrubbed(),
            0,
            usual.statements());
    return ContentReader.open(terminal, clock, none, new Holding());
  }

  /// Does what has been held back, on the caller's thread.
  public void release() {
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  private final class Holding extends AbstractExecutorService {

    @Override
    public void execute(Runnable task) {
      held.add(task);
    }

    @Override
    public void shutdown() {
      held.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
      held.clear();
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return true;
    }
  }
}
