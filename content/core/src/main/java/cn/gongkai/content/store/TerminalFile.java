package cn.gongkai.content.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `terminal.sqlite`: what the screen has to tell and the agent takes away. It counts
/// events by day and keeps faults; it holds nothing about a person. Bounded: the oldest goes first.
/// Thread-safe; one process writes while another takes away.
///
/// A damaged file is set aside and begun anew: nothing in it is worth a visit to the hall.
public final class TerminalFile implements AutoCloseable {

  static final int COUNTS_MAX = 20_000;
  static final int FAULTS_MAX = 1_000;
  static final int TEXT_CHARACTERS_MAX = 2_000;

  private static final String NAME = "terminal.sqlite";

  /// `gkTM` in ASCII.
  private static final int APPLICATION = 0x676b544d;

  private static final int VERSION = 1;
  private static final Logger LOG = LoggerFactory.getLogger(TerminalFile.class);

  /// How often something happened on a day.
  public record Count(String event, LocalDate day, long times) {}

  /// Something that went wrong on the screen.
  ///
  /// @param number grows by one with every fault
  /// @param code stable code, listed in `docs/errors.md`
  public record Fault(long number, String code, Instant at, String text) {}

  private final Database database;

  private TerminalFile(Database database) {
    this.database = database;
  }

  /// @throws StoreException `STORE-FOREIGN`, `STORE-VERSION`, `STORE-DISK-FULL`, `STORE-IO`
  public static TerminalFile open(Path terminal) throws StoreException {
    Path file = terminal.resolve(NAME);
    try {
      return opened(file);
    } catch (StoreException e) {
      if (!e.code().equals("STORE-CORRUPT")) {
        throw e;
      }
      LOG.warn("{} is damaged and begun anew: {}", file, e.getMessage());
      ContentFile.delete(file);
      return opened(file);
    }
  }

  private static TerminalFile opened(Path file) throws StoreException {
    Database database = Database.toWrite(file, StoreLimits.TERMINAL);
    try {
      if (Schema.isEmpty(database)) {
        create(database);
      }
      Schema.check(database, APPLICATION, VERSION);
      database.number("SELECT count(*) FROM fault");
      return new TerminalFile(database);
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  private static void create(Database database) throws StoreException {
    database.run("PRAGMA journal_mode=WAL");
    database.run("BEGIN IMMEDIATE");
    database.run("PRAGMA application_id=" + APPLICATION);
    database.run("PRAGMA user_version=" + VERSION);
    database.run(
        "CREATE TABLE count(day TEXT NOT NULL, event TEXT NOT NULL, times INTEGER NOT NULL,"
            + " PRIMARY KEY(day, event)) WITHOUT ROWID");
    database.run(
        "CREATE TABLE fault(number INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL,"
            + " at TEXT NOT NULL, text TEXT NOT NULL)");
    database.run("COMMIT");
  }

  /// Counts one event, such as `open:GAZETTE`. No more than 20,000 counts are kept.
  public synchronized void count(String event, LocalDate day) throws StoreException {
    database.update(
        "INSERT INTO count(day, event, times) VALUES(?, ?, 1)"
            + " ON CONFLICT(day, event) DO UPDATE SET times = times + 1",
        day.toString(),
        cut(event));
    long over = database.number("SELECT count(*) FROM count") - COUNTS_MAX;
    if (over > 0) {
      database.update(
          "DELETE FROM count WHERE (day, event) IN"
              + " (SELECT day, event FROM count ORDER BY day, event LIMIT ?)",
          over);
    }
  }

  /// Keeps a fault, at most the last 1,000, each with at most 2,000 characters.
  public synchronized void fault(String code, Instant at, String text) throws StoreException {
    database.update(
        "INSERT INTO fault(code, at, text) VALUES(?, ?, ?)", code, at.toString(), cut(text));
    database.update(
        "DELETE FROM fault WHERE number <= (SELECT max(number) FROM fault) - ?", FAULTS_MAX);
  }

  private static String cut(String text) {
    return text.length() <= TEXT_CHARACTERS_MAX ? text : text.substring(0, TEXT_CHARACTERS_MAX);
  }

  /// Oldest day first.
  public synchronized List<Count> counts() throws StoreException {
    return database.list(
        "SELECT event, day, times FROM count ORDER BY day, event",
        r -> new Count(r.getString(1), LocalDate.parse(r.getString(2)), r.getLong(3)));
  }

  /// Oldest first.
  public synchronized List<Fault> faults() throws StoreException {
    return database.list(
        "SELECT number, code, at, text FROM fault ORDER BY number",
        r ->
            new Fault(r.getLong(1), r.getString(2), Instant.parse(r.getString(3)), r.getString(4)));
  }

  /// Takes away what has been reported; what was counted since stays.
  public synchronized void drain(List<Count> counts, List<Fault> faults) throws StoreException {
    database.run("BEGIN IMMEDIATE");
    try {
      for (Count count : counts) {
        database.update(
            "UPDATE count SET times = times - ? WHERE day = ? AND event = ?",
            count.times(),
            count.day().toString(),
            count.event());
      }
      database.run("DELETE FROM count WHERE times <= 0");
      for (Fault fault : faults) {
        database.update("DELETE FROM fault WHERE number = ?", fault.number());
      }
      database.run("COMMIT");
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    }
  }

  @Override
  public synchronized void close() throws StoreException {
    database.close();
  }
}
