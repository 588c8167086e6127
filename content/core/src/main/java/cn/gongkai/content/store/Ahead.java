package cn.gongkai.content.store;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work that one further thread does ahead of its use, handed back in the order in which it was
/// given: while one thread writes to the database, texts are packed and cut into tokens on the
/// other. Bounded by number and weight. Used by one thread.
///
/// @param <R> what the work makes
final class Ahead<R> implements AutoCloseable {

  private static final int PENDING_MAX = 256;
  private static final long CHARACTERS_MAX = 2L << 20;

  /// Makes one result. Runs on the further thread, one after the other.
  interface Work<R> {
    R make() throws StoreException;
  }

  private record Pending<R>(Future<R> result, int characters) {}

  private final Queue<Pending<R>> pending = new ArrayDeque<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("store-ahead").factory());
  private long characters;

  /// @param length characters of the text it is about: what it weighs
  void add(int length, Work<R> work) {
    pending.add(new Pending<>(worker.submit(work::make), length));
    characters += length;
  }

  /// True where the oldest result must be taken before more is added.
  boolean isFull() {
    return pending.size() >= PENDING_MAX || characters >= CHARACTERS_MAX;
  }

  /// The oldest result, waited for; empty where there is none.
  Optional<R> take() throws StoreException {
    Pending<R> oldest = pending.poll();
    if (oldest == null) {
      return Optional.empty();
    }
    characters -= oldest.characters;
    try {
      return Optional.of(oldest.result.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("STORE-IO", "interrupted while a text was prepared", e);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static StoreException cause(ExecutionException e) {
    return switch (e.getCause()) {
      case StoreException expected -> expected;
      case RuntimeException unexpected -> throw unexpected;
      case Error grave -> throw grave;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  /// Gives up what has not been taken.
  @Override
  public void close() {
    pending.forEach(waiting -> waiting.result.cancel(false));
    pending.clear();
    characters = 0;
    worker.shutdown();
  }

  /// As [#close], and runs something last on the further thread.
  void closeWith(Runnable last) {
    pending.forEach(waiting -> waiting.result.cancel(false));
    worker.execute(last);
    close();
  }
}
