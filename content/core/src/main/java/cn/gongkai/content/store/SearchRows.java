package cn.gongkai.content.store;

import cn.gongkai.content.search.FacetTokens;
import cn.gongkai.content.search.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rows of the search index. What is shown in a transaction goes in at its end and by ascending
/// row: FTS5 writes out all it has gathered whenever a row comes that is not larger than the one
/// before, or a savepoint, and such small pieces cost more to merge than all the rest. Where a
/// transaction takes a large share of the texts away, the index is made anew from those that stay.
///
/// Taking a text back needs the very tokens that were put in, so the index remembers by which rules
/// tokens were made and is made anew where these changed.
final class SearchRows {

  private static final Logger LOG = LoggerFactory.getLogger(SearchRows.class);

  private static final String PROBE_TEXT =
      "关于印发《沂源县ABC-12.5办法》的通知 源政发〔２０２１〕06号 113703233130158447/2024-5428775 税";
  private static final Labels PROBE_LABELS =
      new Labels("A", "zc-wj", 2021, "沂源县（A1）局", "370323104");
  private static final String RULES = "token_rules";

  private static final String WAITING =
      "CREATE TEMP TABLE IF NOT EXISTS waiting(id INTEGER PRIMARY KEY)";
  private static final String TEXTS =
      "SELECT i.id, i.title, i.column_id, i.year, i.publisher, i.division, b.z, i.characters"
          + " FROM item i LEFT JOIN body b ON b.id = i.id";

  /// As many texts are always taken out one by one.
  private static final int FEW = 100;

  /// Taking one text out costs as much as putting so many in, measured at 300,000 items: its every
  /// word is looked for and wiped.
  private static final int PUT_IN_MEANWHILE = 150;

  private final Database database;
  private final StoreLimits limits;
  private int takenOut;
  private OptionalLong fewOfAll = OptionalLong.empty();

  /// What of an item's row goes into the index beside its words.
  private record Labels(String title, String column, int year, String office, String division) {}

  /// A row of the index.
  private record Tokens(long id, String title, String body) {

    static Tokens of(long id, Labels labels, String words) {
      return new Tokens(id, Terms.tokens(labels.title), body(labels, words));
    }

    private static String body(Labels labels, String words) {
      return Terms.tokens(words)
          + " "
          + FacetTokens.of(labels.column, labels.year, labels.office, labels.division);
    }
  }

  SearchRows(Database database, StoreLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /// To be called where a transaction begins.
  void begin() throws StoreException {
    database.run(WAITING);
    database.run("DELETE FROM temp.waiting");
    takenOut = 0;
    fewOfAll = OptionalLong.empty();
  }

  /// Notes an item whose words [#finish] is to put in.
  void insertLater(long id) throws StoreException {
    database.update("INSERT OR IGNORE INTO temp.waiting(id) VALUES(?)", id);
  }

  /// Puts in the words of all items noted. Another thread unpacks and cuts them into tokens
  /// meanwhile.
  void finish() throws StoreException {
    if (isManyTakenOut()) {
      insertAll();
    } else {
      insert(
          TEXTS.replace("FROM item i", "FROM temp.waiting w CROSS JOIN item i ON i.id = w.id")
              + " ORDER BY w.id");
    }
    database.run("DELETE FROM temp.waiting");
  }

  private boolean isManyTakenOut() throws StoreException {
    if (takenOut <= FEW) {
      return false;
    }
    if (fewOfAll.isEmpty()) {
      long all = database.number("SELECT count(*) FROM in_column WHERE branch = ?", Schema.ROOT);
      fewOfAll = OptionalLong.of(all / PUT_IN_MEANWHILE);
    }
    return takenOut > fewOfAll.getAsLong();
  }

  private void insert(String texts) throws StoreException {
    try (Ahead<Optional<Tokens>> ahead = new Ahead<>()) {
      database.each(
          texts,
          row -> {
            Text text = text(row);
            ahead.add(row.getInt(8), text::tokens);
            if (ahead.isFull()) {
              insert(ahead.take());
            }
          });
      Optional<Optional<Tokens>> next = ahead.take();
      while (next.isPresent()) {
        insert(next);
        next = ahead.take();
      }
    }
  }

  private void insert(Optional<Optional<Tokens>> next) throws StoreException {
    Optional<Tokens> tokens = next.flatMap(found -> found);
    if (tokens.isPresent()) {
      database.update(
          "INSERT INTO ft(rowid, title, body) VALUES(?, ?, ?)",
          tokens.get().id,
          tokens.get().title,
          tokens.get().body);
    }
  }

  /// Takes the words of an item out again.
  void remove(long id) throws StoreException {
    if (database.update("DELETE FROM temp.waiting WHERE id = ?", id) > 0) {
      return;
    }
    takenOut++;
    if (isManyTakenOut()) {
      return;
    }
    Optional<Text> text = database.find(TEXTS + " WHERE i.id = ?", this::text, id);
    Optional<Tokens> tokens = text.isEmpty() ? Optional.empty() : text.get().tokens();
    if (tokens.isPresent()) {
      database.update(
          "INSERT INTO ft(ft, rowid, title, body) VALUES('delete', ?, ?, ?)",
          id,
          tokens.get().title,
          tokens.get().body);
    } else {
      setOutdated();
    }
  }

  /// What the tokens of one item are made of.
  private record Text(long id, Labels labels, byte[] packed, int bytesMax) {

    /// Empty where its text cannot be read: it is not found by its words then.
    Optional<Tokens> tokens() throws StoreException {
      try {
        return Optional.of(Tokens.of(id, labels, Packing.unpack(packed, bytesMax)));
      } catch (StoreException e) {
        if (!e.isOfOneText()) {
          throw e;
        }
        LOG.warn("the words of row {} cannot be read: {}", id, e.getMessage());
        return Optional.empty();
      }
    }
  }

  private Text text(ResultSet row) throws SQLException {
    byte[] packed = row.getBytes(7);
    return new Text(
        row.getLong(1),
        new Labels(
            row.getString(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6)),
        packed == null ? new byte[0] : packed,
        limits.entityBytes());
  }

  /// Which words are in the index is not known any more: the next writer makes it anew.
  void setOutdated() throws StoreException {
    Meta.clear(database, RULES);
  }

  /// True where another version of the program made the index, or what is in it is not known.
  boolean isOutdated() throws StoreException {
    Optional<String> made = Meta.find(database, RULES);
    return made.isEmpty() || !made.get().equals(rules());
  }

  private static String rules() {
    return Tokens.of(0, PROBE_LABELS, PROBE_TEXT).body();
  }

  /// Makes the index anew from the texts, in one transaction of its own.
  void rebuild() throws StoreException {
    database.run("BEGIN IMMEDIATE");
    try {
      insertAll();
      Meta.set(database, RULES, rules());
      database.run("COMMIT");
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    }
  }

  private void insertAll() throws StoreException {
    database.run("INSERT INTO ft(ft) VALUES('delete-all')");
    insert(TEXTS + " WHERE i.shown = 1 ORDER BY i.id");
  }
}
