package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.TitleIndex.Title;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Items in memory with a real FTS5 index of their terms.
final class MemorySource implements SearchSource<SQLException>, AutoCloseable {

  private final Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  private final List<Item> items;

  MemorySource(List<Item> unordered) throws SQLException {
    items =
        unordered.stream()
            .sorted(Comparator.comparing(item -> item.metadata().publishedAt()))
            .toList();
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE VIRTUAL TABLE ft USING fts5(title, body, content='', detail=none, prefix='1',"
              + " tokenize='ascii')");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO ft(rowid, title, body) VALUES(?, ?, ?)")) {
      for (int i = 0; i < items.size(); i++) {
        insert.setLong(1, i + 1);
        insert.setString(2, Terms.tokens(items.get(i).title()));
        String words = ItemWords.of(items.get(i));
        insert.setString(3, Terms.tokens(words) + ' ' + FacetTokens.of(items.get(i)));
        insert.executeUpdate();
      }
    }
  }

  TitleIndex titles() {
    List<Title> titles = new ArrayList<>();
    for (int i = items.size(); i > 0; i--) {
      titles.add(new Title(i, items.get(i - 1).title()));
    }
    return TitleIndex.of(titles.iterator()).withSounds(Optional.empty());
  }

  @Override
  public List<Long> newest(String expression, long before, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT rowid FROM ft WHERE ft MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?")) {
      select.setString(1, expression);
      select.setLong(2, before);
      select.setInt(3, limit);
      List<Long> rows = new ArrayList<>();
      ResultSet result = select.executeQuery();
      while (result.next()) {
        rows.add(result.getLong(1));
      }
      return rows;
    }
  }

  @Override
  public List<Long> numbered(String number, int limit) {
    Pattern pattern = Pattern.compile(number.replace("?", ".").replace("*", ".*"));
    List<Long> rows = new ArrayList<>();
    for (int i = items.size(); i > 0; i--) {
      var metadata = items.get(i - 1).metadata();
      Stream<String> own =
          Stream.concat(
              metadata.documentNumber().stream().map(Object::toString),
              metadata.indexNumber().stream().map(Object::toString));
      if (own.anyMatch(n -> pattern.matcher(n).matches())) {
        rows.add((long) i);
      }
    }
    return rows.stream().limit(limit).toList();
  }

  @Override
  public int count(String expression, int most) throws SQLException {
    return newest(expression, Long.MAX_VALUE, most).size();
  }

  @Override
  public List<Long> inTopic(String topic, int limit) {
    List<Long> rows = new ArrayList<>();
    for (int i = items.size(); i > 0; i--) {
      if (items.get(i - 1).topics().contains(topic)) {
        rows.add((long) i);
      }
    }
    return rows.stream().limit(limit).toList();
  }

  @Override
  public Optional<Row> findRow(long row, LocalDate today) {
    Item item = items.get((int) row - 1);
    return Optional.of(new Row(row, Profile.of(item, today), ItemWords.of(item)));
  }

  @Override
  public Optional<Item> findSummary(long row) {
    return Optional.of(items.get((int) row - 1).summary());
  }

  @Override
  public List<Facts> facts(Collection<Long> rows, LocalDate today) {
    return rows.stream()
        .map(
            row -> {
              Item item = items.get((int) (row - 1));
              var metadata = item.metadata();
              return new Facts(
                  row,
                  item.column(),
                  metadata.publishedOn().getYear(),
                  metadata.publisher(),
                  metadata.validityOn(today));
            })
        .toList();
  }

  @Override
  public List<ColumnId> columnsUnder(ColumnId column) {
    return List.of(column);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
