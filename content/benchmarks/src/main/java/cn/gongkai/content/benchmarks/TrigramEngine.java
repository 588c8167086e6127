package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.ItemWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// FTS5 as most programs use it for Chinese: the trigram tokenizer and `ORDER BY rank`. It cannot
/// find one or two characters.
final class TrigramEngine implements SearchEngine {

  private final Path folder;
  private Optional<Connection> connection = Optional.empty();

  TrigramEngine(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "trigram";
  }

  private Connection connect() throws Exception {
    Files.createDirectories(folder);
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("trigram.sqlite"));
  }

  @Override
  public void build(Iterator<Item> items) throws Exception {
    try (Connection writing = connect();
        Statement statement = writing.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("CREATE VIRTUAL TABLE ft USING fts5(title, words, tokenize='trigram')");
      writing.setAutoCommit(false);
      try (PreparedStatement insert =
          writing.prepareStatement("INSERT INTO ft(title, words) VALUES(?, ?)")) {
        while (items.hasNext()) {
          Item item = items.next();
          insert.setString(1, item.title());
          insert.setString(2, ItemWords.of(item));
          insert.executeUpdate();
        }
      }
      writing.commit();
    }
  }

  @Override
  public boolean isBuilt() {
    return Files.exists(folder.resolve("trigram.sqlite"));
  }

  @Override
  public void open() throws Exception {
    connection = Optional.of(connect());
  }

  @Override
  public List<String> search(String words) throws Exception {
    String expression =
        Stream.of(words.split(" "))
            .map(word -> '"' + word.replace("\"", "") + '"')
            .collect(Collectors.joining(" AND "));
    try (PreparedStatement select =
        connection
            .orElseThrow()
            .prepareStatement(
                "SELECT words, title FROM ft WHERE ft MATCH ? ORDER BY rank LIMIT ?")) {
      select.setString(1, expression);
      select.setInt(2, RESULTS);
      List<String> titles = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Folders.snippet(rows.getString(1), words);
          titles.add(rows.getString(2));
        }
      }
      return titles;
    }
  }

  @Override
  public long bytes() throws Exception {
    return Folders.bytes(folder);
  }

  @Override
  public void close() throws SQLException {
    if (connection.isPresent()) {
      connection.get().close();
      connection = Optional.empty();
    }
  }
}
