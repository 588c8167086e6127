package cn.gongkai.content.store;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.SearchSource;
import cn.gongkai.content.search.TitleIndex.Title;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The search index and its items, seen through one connection at one moment.
///
/// @param now second of the epoch from which items that ended are not seen
record SearchRowSource(Database database, StoreLimits limits, long now)
    implements SearchSource<StoreException> {

  private static final String SEEN = " i.shown = 1 AND (i.until IS NULL OR i.until > ?)";

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
  public Optional<Row> findRow(long row) throws StoreException {
    return database.find(
        "SELECT c.z, b.z FROM item i JOIN card c ON c.id = i.id JOIN body b ON b.id = i.id"
            + " WHERE i.id = ? AND"
            + SEEN,
        r ->
            new Row(
                row, Structure.read(unpacked(r.getBytes(1)), Item.class), unpacked(r.getBytes(2))),
        row,
        now);
  }

  private String unpacked(byte[] packed) throws StoreException {
    return Packing.unpack(packed, limits.entityBytes());
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
  List<Title> titles() throws StoreException {
    return database.list(
        "SELECT id, title FROM item WHERE shown = 1 ORDER BY id DESC",
        r -> new Title(r.getLong(1), r.getString(2)));
  }
}
