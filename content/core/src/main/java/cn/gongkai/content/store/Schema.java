package cn.gongkai.content.store;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables of `content.sqlite`, and whether a file has them.
///
/// `item.id` is chronological, see [RowIds]: newest first is descending id, in lists as in search.
/// `published` and `until` are seconds of the epoch, the other dates days of the epoch; an item is
/// seen where `shown = 1` and its `until` has not come. Rows of `in_column`, `in_topic`,
/// `in_theme`, `relation` and `ft` exist for shown items only.
///
/// `classes` and `topics` are lists with commas between, `details` is a kind of
/// [cn.gongkai.content.search.Profile]: search ranks by the row alone, without reading any JSON.
///
/// `card` is the packed JSON of an item's summary, `body` its words for search and snippets, and
/// `item_json` its signed JSON, packed as what it differs from `body`.
///
/// `next_item` holds the packed signed JSON of later states whose files are not here yet, of items
/// that are shown as they were.
///
/// `ft` is contentless and takes old text back word by word, not by `contentless_delete`: measured,
/// the latter leaves every word of a withdrawn text in the file, `secure-delete` none.
final class Schema {

  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  /// `gkPB` in ASCII.
  static final int APPLICATION = 0x676b5042;

  /// Grows with every change of tables or of the packing dictionary.
  static final int VERSION = 2;

  /// The branch that holds every shown item.
  static final String ROOT = "";

  /// All that a list's counts are made of, so that they are read without the items' wide rows.
  /// Files of the same version may be without it: it makes counting faster and nothing else.
  static final String FACETS =
      "CREATE INDEX IF NOT EXISTS item_facets ON item(column_id, shown, year, publisher, classes,"
          + " until, division, stated, effective, expires, invalidated)";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID",
          """
          CREATE TABLE head(channel TEXT PRIMARY KEY, sequence INTEGER NOT NULL,
            as_of TEXT NOT NULL, digest TEXT NOT NULL, entities INTEGER NOT NULL) WITHOUT ROWID""",
          """
          CREATE TABLE entity(channel TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
            sha TEXT NOT NULL, PRIMARY KEY(channel, kind, key)) WITHOUT ROWID""",
          """
          CREATE TABLE structure(kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
            PRIMARY KEY(kind, key)) WITHOUT ROWID""",
          """
          CREATE TABLE item(id INTEGER PRIMARY KEY, key TEXT NOT NULL, shown INTEGER NOT NULL,
            title TEXT NOT NULL, column_id TEXT NOT NULL, division TEXT NOT NULL,
            publisher TEXT NOT NULL, year INTEGER NOT NULL, published INTEGER NOT NULL,
            docno TEXT, indexno TEXT, short TEXT NOT NULL, stated TEXT NOT NULL,
            effective INTEGER, expires INTEGER, invalidated INTEGER, until INTEGER,
            classes TEXT NOT NULL, topics TEXT NOT NULL, details TEXT NOT NULL,
            characters INTEGER NOT NULL)""",
          "CREATE UNIQUE INDEX item_key ON item(key)",
          "CREATE INDEX item_short ON item(short)",
          "CREATE INDEX item_docno ON item(docno) WHERE docno IS NOT NULL",
          "CREATE INDEX item_indexno ON item(indexno) WHERE indexno IS NOT NULL",
          "CREATE INDEX item_until ON item(until) WHERE until IS NOT NULL",
          FACETS,
          "CREATE INDEX item_hidden ON item(id) WHERE shown = 0",
          "CREATE TABLE card(id INTEGER PRIMARY KEY, z BLOB NOT NULL)",
          "CREATE TABLE body(id INTEGER PRIMARY KEY, z BLOB NOT NULL)",
          "CREATE TABLE item_json(id INTEGER PRIMARY KEY, z BLOB NOT NULL)",
          """
          CREATE TABLE branch(column_id TEXT NOT NULL, branch TEXT NOT NULL,
            PRIMARY KEY(column_id, branch)) WITHOUT ROWID""",
          """
          CREATE TABLE in_column(branch TEXT NOT NULL, item INTEGER NOT NULL,
            PRIMARY KEY(branch, item)) WITHOUT ROWID""",
          """
          CREATE TABLE in_topic(topic TEXT NOT NULL, item INTEGER NOT NULL,
            PRIMARY KEY(topic, item)) WITHOUT ROWID""",
          """
          CREATE TABLE in_theme(theme TEXT NOT NULL, item INTEGER NOT NULL,
            PRIMARY KEY(theme, item)) WITHOUT ROWID""",
          """
          CREATE TABLE relation(target TEXT NOT NULL, kind TEXT NOT NULL, item INTEGER NOT NULL,
            PRIMARY KEY(target, kind, item)) WITHOUT ROWID""",
          """
          CREATE TABLE item_blob(sha TEXT NOT NULL, item INTEGER NOT NULL, length INTEGER NOT NULL,
            PRIMARY KEY(sha, item)) WITHOUT ROWID""",
          "CREATE INDEX item_blob_item ON item_blob(item)",
          "CREATE TABLE next_item(key TEXT PRIMARY KEY, z BLOB NOT NULL) WITHOUT ROWID",
          """
          CREATE TABLE next_blob(sha TEXT NOT NULL, key TEXT NOT NULL,
            PRIMARY KEY(sha, key)) WITHOUT ROWID""",
          "CREATE INDEX next_blob_key ON next_blob(key)",
          "CREATE TABLE doomed_blob(sha TEXT PRIMARY KEY) WITHOUT ROWID",
          """
          CREATE VIRTUAL TABLE ft USING fts5(title, body, content='', detail=none, prefix='1',
            tokenize='ascii')""",
          "INSERT INTO ft(ft, rank) VALUES('secure-delete', 1)",
          "INSERT INTO ft(ft, rank) VALUES('hashsize', 16777216)",
          "INSERT INTO meta(name, value) VALUES('generation', 0)");

  private Schema() {}

  /// Makes the tables in an empty file, whole or not at all.
  static void create(Database database, long generation) throws StoreException {
    database.run("PRAGMA journal_mode=WAL");
    database.run("BEGIN IMMEDIATE");
    database.run("PRAGMA application_id=" + APPLICATION);
    database.run("PRAGMA user_version=" + VERSION);
    for (String table : TABLES) {
      database.run(table);
    }
    Meta.setGeneration(database, generation);
    database.run("COMMIT");
  }

  /// Adds what a file of an earlier program lacks, unless the disk is full: a withdrawal must be
  /// applied there all the same, and counting goes without it.
  static void addFacets(Database database) throws StoreException {
    try {
      database.run(FACETS);
    } catch (StoreException e) {
      if (!e.code().equals("STORE-DISK-FULL")) {
        throw e;
      }
      LOG.warn("lists are counted slowly until there is room for an index: {}", e.getMessage());
    }
  }

  static boolean isEmpty(Database database) throws StoreException {
    return database.number("SELECT count(*) FROM sqlite_schema") == 0
        && database.number("PRAGMA application_id") == 0;
  }

  /// @throws StoreException `STORE-FOREIGN` where another program made the file, `STORE-VERSION`
  ///   where another version of this one did
  static void check(Database database) throws StoreException {
    check(database, APPLICATION, VERSION);
  }

  static void check(Database database, int ourApplication, int ourVersion) throws StoreException {
    long application = database.number("PRAGMA application_id");
    if (application != ourApplication) {
      throw new StoreException(
          "STORE-FOREIGN",
          "expected application id %x, found %x".formatted(ourApplication, application));
    }
    long version = database.number("PRAGMA user_version");
    if (version != ourVersion) {
      throw new StoreException(
          "STORE-VERSION", "expected version " + ourVersion + ", found " + version);
    }
  }
}
