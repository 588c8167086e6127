package cn.gongkai.content.store;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.IndexNumber;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.Profile;
import cn.gongkai.content.search.SearchSource;
import cn.gongkai.content.search.TitleIndex.Title;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The search index and its items, seen through one connection at one moment. An item whose text
/// cannot be read is left out, see [Unreadable].
///
/// @param now second of the epoch from which items that ended are not seen
/// @param rowSql how a candidate is read
record SearchRowSource(
    Database database, StoreLimits limits, Unreadable unreadable, long now, String rowSql)
    implements SearchSource<StoreException> {

  private static final String SEEN = " i.shown = 1 AND (i.until IS NULL OR i.until > ?)";

  private static final String OF_NUMBER =
      "SELECT i.id FROM item i WHERE i.docno GLOB ?1 AND"
          + SEEN.replace("?", "?2")
          + " UNION SELECT i.id FROM item i WHERE i.indexno GLOB ?1 AND"
          + SEEN.replace("?", "?2")
          + " ORDER BY 1 DESC LIMIT ?3";

  private static final int PREFIXES_MAX = 5_000;

  /// Jumps from one prefix to the next and looks for the number behind each: there are a hundred
  /// thousand numbers, but few prefixes.
  private static final String OF_ANY_PREFIX =
      """
      WITH RECURSIVE first(docno) AS (
        SELECT min(docno) FROM item WHERE docno > ''
        UNION ALL
        SELECT (SELECT min(docno) FROM item
            WHERE docno >= substr(first.docno, 1, instr(first.docno, '〔') - 1) || '〕')
          FROM first WHERE first.docno IS NOT NULL LIMIT %d)
      SELECT i.id FROM first
        JOIN item i ON i.docno = substr(first.docno, 1, instr(first.docno, '〔')) || ?1
        WHERE %s ORDER BY i.id DESC LIMIT ?3"""
          .formatted(PREFIXES_MAX, SEEN.replace("?", "?2"));

  /// @param today the day for which queries compute validity
  static SearchRowSource of(
      Database database, StoreLimits limits, Unreadable unreadable, long now, LocalDate today) {
    return new SearchRowSource(
        database,
        limits,
        unreadable,
        now,
        "SELECT i.title, i.column_id, i.division, i.publisher, i.year, i.published, "
            + ListSql.validity(today)
            + ", i.docno, i.indexno, i.topics, i.details, b.z"
            + " FROM item i JOIN body b ON b.id = i.id WHERE i.id = ? AND"
            + SEEN);
  }

  @Override
  public List<Long> newest(String expression, long before, int limit) throws StoreException {
    return database.list(
        "SELECT rowid FROM ft WHERE ft MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
        r -> r.getLong(1),
        expression,
        before,
        limit);
  }

  @Override
  public List<Long> numbered(String number, int limit) throws StoreException {
    return number.startsWith("*〔")
        ? database.list(OF_ANY_PREFIX, r -> r.getLong(1), number.substring(2), now, limit)
        : database.list(OF_NUMBER, r -> r.getLong(1), number, now, limit);
  }

  @Override
  public int count(String expression, int most) throws StoreException {
    return (int)
        database.number(
            "SELECT count(*) FROM (SELECT 1 FROM ft WHERE ft MATCH ? LIMIT ?)", expression, most);
  }

  @Override
  public List<Long> inTopic(String topic, int limit) throws StoreException {
    return database.list(
        "SELECT item FROM in_topic WHERE topic = ? ORDER BY item DESC LIMIT ?",
        r -> r.getLong(1),
        topic,
        limit);
  }

  @Override
  public Optional<Row> findRow(long row, LocalDate today) throws StoreException {
    return unreadable.passing(
        row,
        () ->
            database.find(
                rowSql,
                r -> new Row(row, profile(r), Packing.unpack(r.getBytes(12), limits.entityBytes())),
                row,
                now));
  }

  private static Profile profile(ResultSet row) throws SQLException {
    String number = row.getString(8);
    String index = row.getString(9);
    String topics = row.getString(10);
    return new Profile(
        row.getString(1),
        new ColumnId(row.getString(2)),
        new DivisionCode(row.getString(3)),
        row.getString(4),
        row.getInt(5),
        LocalDate.ofInstant(Instant.ofEpochSecond(row.getLong(6)), ItemValues.ZONE),
        Validity.valueOf(row.getString(7)),
        number == null ? Optional.empty() : DocumentNumber.parse(number),
        index == null ? Optional.empty() : IndexNumber.find(index),
        topics.isEmpty() ? List.of() : List.of(topics.split(",")),
        Profile.Kind.valueOf(row.getString(11)));
  }

  @Override
  public Optional<Item> findSummary(long row) throws StoreException {
    return unreadable.passing(
        row,
        () ->
            database.find(
                "SELECT z FROM card WHERE id = ?",
                r ->
                    Structure.read(Packing.unpack(r.getBytes(1), limits.entityBytes()), Item.class),
                row));
  }

  @Override
  public List<Facts> facts(Collection<Long> rows, LocalDate today) throws StoreException {
    String ids = rows.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    return database.list(
        "SELECT i.id, i.column_id, i.year, i.publisher, "
            + ListSql.validity(today)
            + " FROM json_each(?) j CROSS JOIN item i ON i.id = j.value WHERE"
            + SEEN,
        r ->
            new Facts(
                r.getLong(1),
                new ColumnId(r.getString(2)),
                r.getInt(3),
                r.getString(4),
                Validity.valueOf(r.getString(5))),
        ids,
        now);
  }

  @Override
  public List<ColumnId> columnsUnder(ColumnId column) throws StoreException {
    return database.list(
        "SELECT column_id FROM branch WHERE branch = ?1 UNION SELECT ?1",
        r -> new ColumnId(r.getString(1)),
        column.value());
  }

  /// Shown titles, newest first.
  static List<Title> titles(Database database) throws StoreException {
    return database.list(
        "SELECT id, title FROM item WHERE shown = 1 ORDER BY id DESC",
        r -> new Title(r.getLong(1), r.getString(2)));
  }
}
