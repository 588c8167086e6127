package cn.gongkai.content.store;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes withdrawn content vanish from the disk once its release is committed: the files of blobs
/// that nothing names any more, and the old pages in the write-ahead log. What cannot be done at
/// once, because a reader is in the middle of a call or the program dies, is remembered in the
/// store and done the next time.
final class Purge {

  static final String PENDING = "purge";

  private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

  private final Database database;
  private final BlobFolder blobs;

  Purge(Database database, BlobFolder blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  /// Does what is pending.
  ///
  /// @return true where nothing is left to do
  boolean run() throws StoreException {
    if (Meta.find(database, PENDING).isEmpty()) {
      return true;
    }
    List<String> doomed =
        database.list(
            "SELECT sha FROM doomed_blob d WHERE NOT EXISTS"
                + " (SELECT 1 FROM item_blob b WHERE b.sha = d.sha)"
                + " AND NOT EXISTS (SELECT 1 FROM next_blob n WHERE n.sha = d.sha)",
            r -> r.getString(1));
    for (String sha : doomed) {
      blobs.delete(sha);
    }
    if (!truncateLog()) {
      LOG.info("a reader holds the log; withdrawn text is purged at the next opportunity");
      return false;
    }
    database.run("BEGIN IMMEDIATE");
    try {
      database.run("DELETE FROM doomed_blob");
      Meta.clear(database, PENDING);
      database.run("COMMIT");
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    }
    return truncateLog();
  }

  /// Moves all pages into the database and empties the log, unless a reader needs it.
  boolean truncateLog() throws StoreException {
    return database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
  }
}
