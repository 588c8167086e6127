package cn.gongkai.content.store;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Receipts of a terminal that no desk has acknowledged yet: a part of [TerminalFile]. Numbers have
/// no gap, and every line is bound to the one before it. Bounded: where the queue is full the
/// oldest is given up and counted as dropped.
public final class ReceiptQueue {

  /// At some thirty a day more than four months.
  static final int RECEIPTS_MAX = 5_000;

  private static final int SERIES_BYTES = 8;
  private static final String BEGINNING = "0".repeat(64);

  /// Where the next receipt stands.
  ///
  /// @param series 16 hex digits that name this numbering
  /// @param previous SHA-256 of the line before, 64 zeros before the first
  public record Place(String series, long number, String previous) {}

  /// The oldest of what waits.
  ///
  /// @param dropped how many of the series were given up before
  public record Waiting(List<String> lines, long dropped) {
    public Waiting {
      lines = List.copyOf(lines);
    }
  }

  private final TerminalFile file;
  private final Database database;

  ReceiptQueue(TerminalFile file, Database database) {
    this.file = file;
    this.database = database;
  }

  static void create(Database database) throws StoreException {
    database.run("CREATE TABLE receipt(number INTEGER PRIMARY KEY, line TEXT NOT NULL)");
    database.run(
        "CREATE TABLE ledger(series TEXT PRIMARY KEY, number INTEGER NOT NULL,"
            + " last TEXT NOT NULL, dropped INTEGER NOT NULL, faults INTEGER NOT NULL)"
            + " WITHOUT ROWID");
    byte[] series = new byte[SERIES_BYTES];
    new SecureRandom().nextBytes(series);
    database.update(
        "INSERT INTO ledger(series, number, last, dropped, faults) VALUES(?, 0, ?, 0, 0)",
        HexFormat.of().formatHex(series),
        BEGINNING);
  }

  /// Appends a receipt, and takes away in the same transaction what it tells of.
  ///
  /// @param line writes the receipt for the place it gets
  public void append(Function<Place, String> line, TerminalFile.Told told) throws StoreException {
    file.inTransaction(
        () -> {
          Place place = place();
          String text = line.apply(place);
          database.update("INSERT INTO receipt(number, line) VALUES(?, ?)", place.number(), text);
          database.update(
              "UPDATE ledger SET number = ?, last = ?",
              place.number(),
              Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
          file.takeAway(told);
          dropOldest();
        });
  }

  /// Where the next receipt will stand.
  public Place next() throws StoreException {
    synchronized (file) {
      return place();
    }
  }

  /// Number of the oldest that waits; that of the next to come where none does.
  public long first() throws StoreException {
    synchronized (file) {
      return database.number(
          "SELECT coalesce((SELECT min(number) FROM receipt), (SELECT number + 1 FROM ledger))");
    }
  }

  /// SHA-256 of the line of that number, as far as what waits still tells it: that of a line which
  /// waits, or of the one before the first that does.
  public Optional<String> findHash(long number) throws StoreException {
    synchronized (file) {
      Optional<String> line = line(number);
      if (line.isPresent()) {
        return line.map(text -> Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
      }
      Place next = place();
      if (number == next.number() - 1) {
        return Optional.of(next.previous());
      }
      return line(number + 1).flatMap(ReceiptQueue::previous);
    }
  }

  private Optional<String> line(long number) throws StoreException {
    return database.find("SELECT line FROM receipt WHERE number = ?", r -> r.getString(1), number);
  }

  private static Optional<String> previous(String line) {
    try {
      return Optional.of(JsonText.read(line.getBytes(StandardCharsets.UTF_8)).text("previous"));
    } catch (ReleaseException e) {
      return Optional.empty();
    }
  }

  private Place place() throws StoreException {
    return database
        .find(
            "SELECT series, number, last FROM ledger",
            r -> new Place(r.getString(1), r.getLong(2) + 1, r.getString(3)))
        .orElseThrow(() -> new StoreException("STORE-CORRUPT", "the ledger is empty"));
  }

  private void dropOldest() throws StoreException {
    long over = database.number("SELECT count(*) FROM receipt") - RECEIPTS_MAX;
    if (over > 0) {
      database.update(
          "DELETE FROM receipt WHERE number IN"
              + " (SELECT number FROM receipt ORDER BY number LIMIT ?)",
          over);
      database.update("UPDATE ledger SET dropped = dropped + ?", over);
    }
  }

  /// The oldest that wait, from a number on.
  ///
  /// @param after number of the last that is left out
  /// @param linesMax at most so many
  public Waiting waiting(long after, int linesMax) throws StoreException {
    synchronized (file) {
      return new Waiting(
          database.list(
              "SELECT line FROM receipt WHERE number > ? ORDER BY number LIMIT ?",
              r -> r.getString(1),
              after,
              linesMax),
          dropped());
    }
  }

  /// The desk has everything of this series up to this number.
  public void acknowledge(String series, long number) throws StoreException {
    synchronized (file) {
      database.update(
          "DELETE FROM receipt WHERE number <= ?"
              + " AND EXISTS(SELECT 1 FROM ledger WHERE series = ?)",
          number,
          series);
    }
  }

  public long size() throws StoreException {
    synchronized (file) {
      return database.number("SELECT count(*) FROM receipt");
    }
  }

  /// How many were given up without an acknowledgement.
  public long dropped() throws StoreException {
    synchronized (file) {
      return database.number("SELECT dropped FROM ledger");
    }
  }
}
