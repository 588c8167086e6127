package cn.gongkai.content.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A fixed number of reading connections. Each piece of work runs in one transaction and so sees
/// one whole release. Where another file has taken the place of `content.sqlite`, connections move
/// over to it when they are next used.
final class ReaderPool implements AutoCloseable {

  /// What is done with a connection.
  interface Work<T> {
    T on(Database database) throws StoreException;
  }

  /// One connection and the file it was opened on.
  private static final class Slot {
    private @Nullable Database database;
    private @Nullable Object identity;
  }

  private final Path file;
  private final StoreLimits limits;
  private final BlockingQueue<Slot> free;
  private final Slot watch = new Slot();
  private long seenVersion;
  private long generation;
  private volatile boolean closed;

  ReaderPool(Path file, StoreLimits limits) throws StoreException {
    this.file = file;
    this.limits = limits;
    this.free = new ArrayBlockingQueue<>(limits.readers());
    for (int i = 0; i < limits.readers(); i++) {
      free.add(new Slot());
    }
    generation();
  }

  <T> T read(Work<T> work) throws StoreException {
    Slot slot = take();
    try {
      Database database = current(slot);
      database.run("BEGIN");
      try {
        T result = work.on(database);
        database.run("COMMIT");
        return result;
      } catch (StoreException e) {
        database.rollback(e);
        throw e;
      } catch (RuntimeException e) {
        database.run("ROLLBACK");
        throw e;
      }
    } finally {
      give(slot);
    }
  }

  /// The generation now in the file. Costs microseconds where nothing has been written.
  synchronized long generation() throws StoreException {
    Object before = watch.identity;
    Database database = current(watch);
    long version = database.number("PRAGMA data_version");
    if (version != seenVersion || !Objects.equals(before, watch.identity)) {
      generation = Meta.generation(database);
      seenVersion = version;
    }
    return generation;
  }

  private Slot take() throws StoreException {
    try {
      Slot slot = free.poll(limits.busyWait().toMillis(), TimeUnit.MILLISECONDS);
      if (slot == null) {
        throw new StoreException("STORE-BUSY", "all " + limits.readers() + " readers are busy");
      }
      return slot;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("STORE-BUSY", "interrupted while waiting for a reader", e);
    }
  }

  private void give(Slot slot) throws StoreException {
    free.add(slot);
    if (closed) {
      closeFree();
    }
  }

  private Database current(Slot slot) throws StoreException {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
    Object found = identity(slot);
    Database database = slot.database;
    if (database != null && found.equals(slot.identity)) {
      return database;
    }
    if (database != null) {
      slot.database = null;
      database.close();
    }
    Database opened = ContentFile.openToRead(file, limits);
    slot.database = opened;
    slot.identity = found;
    return opened;
  }

  /// In the moment of a swap there may be no file: then the one that is open goes on serving.
  private Object identity(Slot slot) throws StoreException {
    try {
      return ContentFile.identity(file);
    } catch (IOException e) {
      Object known = slot.identity;
      if (known != null) {
        return known;
      }
      throw new StoreException("STORE-MISSING", file + " is not there yet", e);
    }
  }

  private void closeFree() throws StoreException {
    for (Slot slot = free.poll(); slot != null; slot = free.poll()) {
      close(slot);
    }
  }

  private static void close(Slot slot) throws StoreException {
    Database database = slot.database;
    slot.database = null;
    if (database != null) {
      database.close();
    }
  }

  /// Closes what is free now and the rest when its work ends.
  @Override
  public void close() throws StoreException {
    closed = true;
    synchronized (this) {
      close(watch);
    }
    closeFree();
  }
}
