package cn.gongkai.content.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `terminal.sqlite`: what the screen has to tell and the agent takes away, what staff ask
/// of the agent, and the agent's receipts that no desk has yet. It counts events by day and keeps
/// faults; it holds nothing about a person. Bounded: the oldest goes first. Thread-safe; one
/// process writes while another takes away.
///
/// A damaged file is deleted and begun anew: nothing in it is worth a visit to the hall. Receipts
/// then begin a new series, which the desk sees.
public final class TerminalFile implements AutoCloseable {

  static final int COUNTS_MAX = 20_000;
  static final int FAULTS_MAX = 1_000;
  static final int TEXT_CHARACTERS_MAX = 2_000;

  private static final String NAME = "terminal.sqlite";
  private static final String SYNC = "sync";
  private static final String IMPORT = "stick";

  /// `gkTM` in ASCII.
  private static final int APPLICATION = 0x676b544d;

  /// Version 1 had counts and faults only.
  private static final int VERSION = 2;

  static final int SHOWN_MAX = 50;
  private static final Logger LOG = LoggerFactory.getLogger(TerminalFile.class);

  /// How often something happened on a day.
  public record Count(String event, LocalDate day, long times) {}

  /// Something that went wrong on the screen.
  ///
  /// @param number grows by one with every fault
  /// @param code stable code, listed in `docs/errors.md`
  public record Fault(long number, String code, Instant at, String text) {}

  /// That the screen showed a release.
  ///
  /// @param generation of the store
  /// @param at the first time
  public record Shown(long generation, Instant at) {}

  /// What a receipt tells of, to be taken away with it.
  public record Told(List<Count> counts, List<Fault> faults, List<Shown> shown) {
    public static final Told NOTHING = new Told(List.of(), List.of(), List.of());

    public Told {
      counts = List.copyOf(counts);
      faults = List.copyOf(faults);
      shown = List.copyOf(shown);
    }
  }

  /// Something to be done as a whole.
  @FunctionalInterface
  interface Change {
    void make() throws StoreException;
  }

  private final Database database;
  private final ReceiptQueue receipts;

  private TerminalFile(Database database) {
    this.database = database;
    this.receipts = new ReceiptQueue(this, database);
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
      } else if (database.number("PRAGMA application_id") == APPLICATION
          && database.number("PRAGMA user_version") == 1) {
        upgrade(database);
      }
      Schema.check(database, APPLICATION, VERSION);
      database.number("SELECT count(*) FROM fault");
      database.number("SELECT count(*) FROM receipt");
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
    database.run(
        "CREATE TABLE count(day TEXT NOT NULL, event TEXT NOT NULL, times INTEGER NOT NULL,"
            + " PRIMARY KEY(day, event)) WITHOUT ROWID");
    database.run(
        "CREATE TABLE fault(number INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL,"
            + " at TEXT NOT NULL, text TEXT NOT NULL)");
    addTablesOfVersion2(database);
    database.run("COMMIT");
  }

  private static void upgrade(Database database) throws StoreException {
    database.run("BEGIN IMMEDIATE");
    if (database.number("PRAGMA user_version") == 1) {
      addTablesOfVersion2(database);
    }
    database.run("COMMIT");
  }

  private static void addTablesOfVersion2(Database database) throws StoreException {
    database.run("CREATE TABLE shown(generation INTEGER PRIMARY KEY, at TEXT NOT NULL)");
    database.run(
        "CREATE TABLE request(kind TEXT PRIMARY KEY, argument TEXT NOT NULL, at TEXT NOT NULL)"
            + " WITHOUT ROWID");
    ReceiptQueue.create(database);
    database.run("PRAGMA user_version=" + VERSION);
  }

  /// Receipts that no desk has acknowledged.
  public ReceiptQueue receipts() {
    return receipts;
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

  /// Those that no receipt has told of yet, oldest first.
  public synchronized List<Fault> faults() throws StoreException {
    return database.list(
        "SELECT number, code, at, text FROM fault"
            + " WHERE number > (SELECT faults FROM ledger) ORDER BY number",
        TerminalFile::fault);
  }

  /// The last ones, told or not, newest first.
  public synchronized List<Fault> lastFaults(int max) throws StoreException {
    return database.list(
        "SELECT number, code, at, text FROM fault ORDER BY number DESC LIMIT ?",
        TerminalFile::fault,
        max);
  }

  private static Fault fault(ResultSet row) throws SQLException {
    return new Fault(
        row.getLong(1), row.getString(2), Instant.parse(row.getString(3)), row.getString(4));
  }

  /// Notes that the screen shows a release; the first time counts. The last 50 are kept.
  public synchronized void shown(long generation, Instant at) throws StoreException {
    database.update(
        "INSERT OR IGNORE INTO shown(generation, at) VALUES(?, ?)", generation, at.toString());
    database.update(
        "DELETE FROM shown WHERE generation NOT IN"
            + " (SELECT generation FROM shown ORDER BY generation DESC LIMIT ?)",
        SHOWN_MAX);
  }

  /// Oldest first.
  public synchronized List<Shown> shown() throws StoreException {
    return database.list(
        "SELECT generation, at FROM shown ORDER BY generation",
        r -> new Shown(r.getLong(1), Instant.parse(r.getString(2))));
  }

  /// Asks the agent for something; asking for the same again replaces what was asked before.
  public synchronized void ask(StaffRequest request) throws StoreException {
    String kind =
        switch (request) {
          case StaffRequest.SyncNow ignored -> SYNC;
          case StaffRequest.ImportStick ignored -> IMPORT;
        };
    String argument =
        switch (request) {
          case StaffRequest.SyncNow ignored -> "";
          case StaffRequest.ImportStick stick -> stick.stick();
        };
    database.update(
        "INSERT OR REPLACE INTO request(kind, argument, at) VALUES(?, ?, ?)",
        kind,
        cut(argument),
        request.at().toString());
  }

  /// Takes what staff have asked for; nobody else gets it again.
  public List<StaffRequest> takeRequests() throws StoreException {
    List<StaffRequest> taken = new ArrayList<>();
    if (isAsked()) {
      inTransaction(
          () -> {
            database.each(
                "SELECT kind, argument, at FROM request ORDER BY kind DESC",
                r -> {
                  Instant at = Instant.parse(r.getString(3));
                  taken.add(
                      r.getString(1).equals(SYNC)
                          ? new StaffRequest.SyncNow(at)
                          : new StaffRequest.ImportStick(r.getString(2), at));
                });
            database.run("DELETE FROM request");
          });
    }
    return taken;
  }

  private synchronized boolean isAsked() throws StoreException {
    return database.number("SELECT count(*) FROM request") > 0;
  }

  /// Takes away what has been reported; what was counted since stays. Faults are only marked as
  /// told, as staff look at the last ones.
  void takeAway(Told told) throws StoreException {
    for (Count count : told.counts()) {
      database.update(
          "UPDATE count SET times = times - ? WHERE day = ? AND event = ?",
          count.times(),
          count.day().toString(),
          count.event());
    }
    database.run("DELETE FROM count WHERE times <= 0");
    for (Fault fault : told.faults()) {
      database.update("UPDATE ledger SET faults = max(faults, ?)", fault.number());
    }
    for (Shown shown : told.shown()) {
      database.update("DELETE FROM shown WHERE generation = ?", shown.generation());
    }
  }

  synchronized void inTransaction(Change change) throws StoreException {
    database.run("BEGIN IMMEDIATE");
    try {
      change.make();
      database.run("COMMIT");
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    } catch (RuntimeException e) {
      database.run("ROLLBACK");
      throw e;
    }
  }

  @Override
  public synchronized void close() throws StoreException {
    database.close();
  }
}
