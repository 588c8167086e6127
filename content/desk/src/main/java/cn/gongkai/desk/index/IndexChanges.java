package cn.gongkai.desk.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What differs between the rows of two indexes, both sorted by id.
///
/// @param gone ids of rows that are not in the later one
/// @param rows that are new or differ
record IndexChanges(List<String> gone, List<IndexRow> rows) {

  static IndexChanges between(List<IndexRow> before, List<IndexRow> after) {
    List<String> gone = new ArrayList<>();
    List<IndexRow> rows = new ArrayList<>();
    int at = 0;
    for (IndexRow row : after) {
      while (at < before.size() && before.get(at).id().compareTo(row.id()) < 0) {
        gone.add(before.get(at).id());
        at++;
      }
      boolean same = at < before.size() && before.get(at).id().equals(row.id());
      if (!same || !before.get(at).hasBytesOf(row)) {
        rows.add(row);
      }
      at += same ? 1 : 0;
    }
    before.subList(at, before.size()).forEach(row -> gone.add(row.id()));
    return new IndexChanges(gone, rows);
  }

  /// The index with changed rows in their places.
  ///
  /// @param changed by id; empty where an item is gone
  static PublisherIndex apply(PublisherIndex index, Map<String, Optional<IndexRow>> changed) {
    if (changed.isEmpty()) {
      return index;
    }
    Map<String, Optional<IndexRow>> left = new HashMap<>(changed);
    List<IndexRow> rows = new ArrayList<>(index.rows().size() + changed.size());
    for (IndexRow row : index.rows()) {
      Optional<IndexRow> now = left.remove(row.id());
      if (now == null) {
        rows.add(row);
      } else {
        now.ifPresent(rows::add);
      }
    }
    left.values().forEach(row -> row.ifPresent(rows::add));
    rows.sort(Comparator.comparing(IndexRow::id));
    return index.withRows(rows);
  }
}
