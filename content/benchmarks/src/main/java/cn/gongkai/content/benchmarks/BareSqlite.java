package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.search.FacetTokens;
import cn.gongkai.content.search.ItemWords;
import cn.gongkai.content.search.Terms;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Optional;

/// The same rows in SQLite and nothing else: the exact JSON of every item, and the same tokens in
/// an FTS5 table declared alike, in one transaction. Only statements and the commit are timed;
/// reading, checking and cutting into tokens are not.
final class BareSqlite {

  private BareSqlite() {}

  /// @return seconds
  static double load(Path file, CorpusRelease release) throws Exception {
    long spent = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      create(connection);
      connection.setAutoCommit(false);
      try (PreparedStatement item = connection.prepareStatement("INSERT INTO item VALUES(?, ?)");
          PreparedStatement ft =
              connection.prepareStatement("INSERT INTO ft(rowid, title, body) VALUES(?, ?, ?)");
          SegmentReader segment = release.folder().open(release.base())) {
        Optional<NumberedChange> next = segment.next();
        for (int row = 1; next.isPresent(); next = segment.next()) {
          if (next.get().change() instanceof Change.Put put
              && put.entity() instanceof Item entity) {
            String title = Terms.tokens(entity.title());
            String body = Terms.tokens(ItemWords.of(entity)) + " " + FacetTokens.of(entity);
            long start = System.nanoTime();
            item.setString(1, entity.key());
            item.setString(2, put.json());
            item.executeUpdate();
            ft.setInt(1, row++);
            ft.setString(2, title);
            ft.setString(3, body);
            ft.executeUpdate();
            spent += System.nanoTime() - start;
          }
        }
      }
      long start = System.nanoTime();
      connection.commit();
      spent += System.nanoTime() - start;
    }
    return spent / 1e9;
  }

  private static void create(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE item(key TEXT PRIMARY KEY, json TEXT NOT NULL)");
      statement.execute(
          "CREATE VIRTUAL TABLE ft USING fts5(title, body, content='', detail=none, prefix='1',"
              + " tokenize='ascii')");
    }
  }
}
