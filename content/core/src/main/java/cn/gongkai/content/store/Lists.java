package cn.gongkai.content.store;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Questions whose answers are many items, asked of one connection at one moment.
///
/// @param now second of the epoch from which items that ended are not seen
record Lists(Database database, StoreLimits limits, Unreadable unreadable, long now) {

  /// @param item empty where it cannot be read
  private record Line(long id, Optional<Item> item) {}

  ItemPage page(ListQuery query, OptionalLong after, int limit) throws StoreException {
    int wanted = Math.clamp(limit, 1, limits.pageItems());
    ListSql sql = ListSql.all(query, now);
    List<Object> values = new ArrayList<>(sql.values());
    values.add(after.orElse(Long.MAX_VALUE));
    values.add(wanted + 1);
    List<Line> lines =
        database.list(
            "SELECT m.item, (SELECT c.z FROM card c WHERE c.id = m.item) "
                + sql.from()
                + " AND m.item < ? ORDER BY m.item DESC LIMIT ?",
            r -> new Line(r.getLong(1), card(r)),
            values.toArray());
    boolean more = lines.size() > wanted;
    List<Line> shown = more ? lines.subList(0, wanted) : lines;
    return new ItemPage(
        shown.stream().flatMap(line -> line.item().stream()).toList(),
        more ? OptionalLong.of(shown.getLast().id()) : OptionalLong.empty());
  }

  Map<ColumnId, ColumnState> columnStates() throws StoreException {
    Map<ColumnId, ColumnState> states = new LinkedHashMap<>();
    database.each(
        """
        SELECT s.branch, s.items, i.published FROM
          (SELECT branch, count(*) AS items, max(item) AS newest FROM in_column
            WHERE branch <> '' AND item NOT IN (SELECT id FROM item WHERE until <= ?)
            GROUP BY branch) s
          JOIN item i ON i.id = s.newest""",
        r ->
            states.put(
                new ColumnId(r.getString(1)),
                new ColumnState(
                    r.getLong(2),
                    Instant.ofEpochSecond(r.getLong(3))
                        .atZone(ItemValues.ZONE)
                        .toOffsetDateTime())),
        now);
    return states;
  }

  List<Item> relatedTo(ItemId target, Relation.Kind kind) throws StoreException {
    List<Optional<Item>> related =
        database.list(
            """
        SELECT r.item, c.z FROM relation r JOIN item i ON i.id = r.item
          LEFT JOIN card c ON c.id = r.item
        WHERE r.target = ? AND r.kind = ? AND (i.until IS NULL OR i.until > ?)
        ORDER BY r.item DESC LIMIT ?""",
            this::card,
            target.value(),
            kind.name(),
            now,
            limits.relatedItems());
    return related.stream().flatMap(Optional::stream).toList();
  }

  /// Of a row of its id and its packed summary.
  private Optional<Item> card(ResultSet row) throws SQLException, StoreException {
    byte[] packed = row.getBytes(2);
    return unreadable.passing(
        row.getLong(1),
        () ->
            Optional.of(Structure.read(Packing.unpack(packed, limits.entityBytes()), Item.class)));
  }
}
