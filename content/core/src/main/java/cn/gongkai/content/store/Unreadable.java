package cn.gongkai.content.store;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The items a reader had to leave out because one of their texts cannot be read: each is told once
/// in the log and counted, and everything else goes on. Thread-safe.
final class Unreadable {

  /// More are not told apart.
  static final int ROWS_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

  private final Set<Long> rows = ConcurrentHashMap.newKeySet();

  /// Reads something of one item.
  interface Reading<T> {
    Optional<T> read() throws StoreException;
  }

  /// What was read, or empty where `STORE-TEXT` was met.
  <T> Optional<T> passing(long row, Reading<T> reading) throws StoreException {
    try {
      return reading.read();
    } catch (StoreException e) {
      if (!e.isOfOneText()) {
        throw e;
      }
      if (rows.size() < ROWS_MAX && rows.add(row)) {
        LOG.warn("the item in row {} is left out: {}", row, e.getMessage());
      }
      return Optional.empty();
    }
  }

  /// How many items have been left out since [#forget].
  int count() {
    return rows.size();
  }

  /// For a new release, which may have mended them.
  void forget() {
    rows.clear();
  }
}
