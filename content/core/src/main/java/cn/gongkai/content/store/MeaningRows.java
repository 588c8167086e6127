package cn.gongkai.content.store;

import cn.gongkai.content.search.Embedder;
import cn.gongkai.content.search.Meanings;
import cn.gongkai.content.search.Meanings.Meant;
import cn.gongkai.content.search.Meanings.Near;
import cn.gongkai.content.search.Nearness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows what the newest items mean. Their directions are made in the background, newest first, and
/// answer as they come; after a release nothing is answered until what it changed is left out,
/// which takes a moment. Kept in memory only, so that nothing withdrawn stays in a file.
/// Thread-safe.
final class MeaningRows implements Nearness, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MeaningRows.class);

  /// Characters of a text that its direction is made of, after the title.
  private static final int CHARACTERS = 200;

  /// Newest items whose meaning is kept: 10 MB, and five minutes of one processor to make.
  private static final int ROWS_MAX = 20_000;

  private static final int LOOKED_AT_ONCE = 500;
  private static final int MADE_AT_ONCE = 25;

  /// @param generation whose rows these are
  private record Known(long generation, Meanings meanings) {}

  private record Text(long row, String text) {
    int stamp() {
      return text.hashCode();
    }
  }

  private final ReaderPool pool;
  private final StoreLimits limits;
  private final Embedder embedder;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("meanings").factory());
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile boolean closed;
  private volatile Known known = new Known(-1, Meanings.NONE);

  MeaningRows(ReaderPool pool, StoreLimits limits, Embedder embedder) {
    this.pool = pool;
    this.limits = limits;
    this.embedder = embedder;
  }

  @Override
  public List<Near> nearest(String words, int limit) {
    Known now = known;
    try {
      if (now.generation != pool.generation()) {
        begin();
        return List.of();
      }
    } catch (StoreException e) {
      return List.of(); // the search itself will tell
    }
    return embedder.embed(words).map(d -> now.meanings.nearest(d, limit)).orElse(List.of());
  }

  /// Follows the newest release in the background; returns at once.
  void begin() {
    if (working.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            try {
              follow();
            } catch (StoreException e) {
              LOG.warn("what items mean could not be read: {}", e.getMessage());
            } catch (IllegalStateException e) {
              if (!closed) {
                throw e; // otherwise the reader was closed meanwhile
              }
            } finally {
              working.set(false);
            }
          });
    }
  }

  /// Makes all that is missing, however long it takes: some 15 ms an item.
  synchronized void follow() throws StoreException {
    long generation = -1;
    while (!closed && generation != pool.generation()) {
      generation = pool.generation();
      List<Long> missing = keepUnchanged(generation);
      for (int at = 0; !closed && at < missing.size() && generation == pool.generation(); ) {
        int end = Math.min(missing.size(), at + MADE_AT_ONCE);
        make(generation, missing.subList(at, end));
        at = end;
      }
    }
  }

  /// @return the newest rows that are not known, or known by another text
  private List<Long> keepUnchanged(long generation) throws StoreException {
    List<Long> rows = pool.read(db -> newest(db, generation));
    List<Long> kept = new ArrayList<>();
    List<Long> missing = new ArrayList<>();
    for (int at = 0; at < rows.size(); at += LOOKED_AT_ONCE) {
      List<Long> some = rows.subList(at, Math.min(rows.size(), at + LOOKED_AT_ONCE));
      for (Text text : pool.read(db -> texts(db, generation, some))) {
        (known.meanings.has(text.row, text.stamp()) ? kept : missing).add(text.row);
      }
    }
    known = new Known(generation, known.meanings.only(kept));
    return missing;
  }

  private void make(long generation, List<Long> rows) throws StoreException {
    List<Meant> made = new ArrayList<>();
    for (Text text : pool.read(db -> texts(db, generation, rows))) {
      Optional<float[]> direction = embedder.embed(text.text);
      direction.ifPresent(d -> made.add(new Meant(text.row, text.stamp(), d)));
    }
    known = new Known(generation, known.meanings.with(made));
  }

  private List<Long> newest(Database db, long generation) throws StoreException {
    return Meta.generation(db) == generation
        ? db.list(
            "SELECT item FROM in_column WHERE branch = ? ORDER BY item DESC LIMIT ?",
            r -> r.getLong(1),
            Schema.ROOT,
            ROWS_MAX)
        : List.of();
  }

  /// None where another release has come; what cannot be read is left out.
  private List<Text> texts(Database db, long generation, List<Long> rows) throws StoreException {
    List<Text> texts = new ArrayList<>();
    if (Meta.generation(db) != generation) {
      return texts;
    }
    for (long row : rows) {
      try {
        db.find(
                "SELECT i.title, b.z FROM item i JOIN body b ON b.id = i.id WHERE i.id = ?",
                r -> text(row, r.getString(1), Packing.unpack(r.getBytes(2), limits.entityBytes())),
                row)
            .ifPresent(texts::add);
      } catch (StoreException e) {
        if (!e.isOfOneText()) {
          throw e;
        }
        LOG.debug("row {} cannot be read: {}", row, e.getMessage());
      }
    }
    return texts;
  }

  private static Text text(long row, String title, String words) {
    return new Text(row, title + "。" + words.substring(0, Math.min(words.length(), CHARACTERS)));
  }

  @Override
  public void close() {
    closed = true;
    worker.shutdownNow();
  }
}
