package cn.gongkai.desk.publish;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.desk.index.IndexRow;
import cn.gongkai.desk.index.ItemFacts;
import cn.gongkai.desk.index.NameTable;
import cn.gongkai.desk.phone.Listed;
import cn.gongkai.desk.phone.PhoneItems;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The items of a release by their rows, sorted by id. Rows are taken apart only where asked for.
final class RowItems implements PhoneItems {

  /// The order of [Listed#NEWEST].
  static final Comparator<IndexRow> NEWEST =
      (a, b) ->
          a.published() == b.published()
              ? a.id().compareTo(b.id())
              : Long.compare(b.published(), a.published());

  private final List<IndexRow> rows;
  private final NameTable columns;
  private final int[] counts;
  private final List<List<IndexRow>> inColumns = new ArrayList<>();
  private final Map<ColumnId, List<Listed>> sorted = new HashMap<>();
  private @Nullable Map<String, List<IndexRow>> pointers;

  RowItems(List<IndexRow> rows, NameTable columns) {
    this.rows = rows;
    this.columns = columns;
    int most = rows.stream().mapToInt(IndexRow::column).max().orElse(0);
    this.counts = new int[most + 1];
    rows.forEach(row -> counts[row.column()]++);
  }

  /// @return where the row of the id stands, negative where there is none
  static int search(List<IndexRow> rows, String id) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = rows.get(middle).id().compareTo(id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  List<IndexRow> rows() {
    return rows;
  }

  String columnOf(IndexRow row) {
    return columns.name(row.column());
  }

  Optional<IndexRow> row(ItemId id) {
    int at = search(rows, id.value());
    return at < 0 ? Optional.empty() : Optional.of(rows.get(at));
  }

  @Override
  public Optional<Listed> find(ItemId id) {
    return row(id).map(this::listed);
  }

  private Listed listed(IndexRow row) {
    ItemFacts facts = row.facts(columns);
    return new Listed(
        facts.id(),
        facts.column(),
        facts.title(),
        facts.publisher(),
        facts.publishedAt(),
        facts.relations());
  }

  @Override
  public int count(ColumnId column) {
    short number = columns.numberOf(column.value());
    return number < counts.length ? counts[number] : 0;
  }

  @Override
  public List<Listed> of(ColumnId column) {
    return sorted.computeIfAbsent(
        column,
        k -> {
          List<IndexRow> newest = new ArrayList<>(rowsOf(column.value()));
          newest.sort(NEWEST);
          return lazily(newest);
        });
  }

  List<IndexRow> rowsOf(String column) {
    short number = columns.numberOf(column);
    return number < counts.length ? byColumn().get(number) : List.of();
  }

  private List<List<IndexRow>> byColumn() {
    if (inColumns.isEmpty()) {
      for (int count : counts) {
        inColumns.add(new ArrayList<>(count));
      }
      rows.forEach(row -> inColumns.get(row.column()).add(row));
    }
    return inColumns;
  }

  @Override
  public List<Listed> newest(int count) {
    PriorityQueue<IndexRow> newest = new PriorityQueue<>(NEWEST.reversed());
    for (IndexRow row : rows) {
      if (newest.size() < count) {
        newest.add(row);
      } else if (count > 0 && NEWEST.compare(row, newest.element()) < 0) {
        newest.remove();
        newest.add(row);
      }
    }
    return newest.stream().sorted(NEWEST).map(this::listed).toList();
  }

  @Override
  public List<Listed> pointingTo(ItemId target) {
    List<IndexRow> from = pointersOnce().getOrDefault(target.value(), List.of());
    return from.stream().sorted(NEWEST).map(this::listed).toList();
  }

  /// Pages are made side by side.
  private synchronized Map<String, List<IndexRow>> pointersOnce() {
    if (pointers == null) {
      pointers = pointers();
    }
    return pointers;
  }

  private Map<String, List<IndexRow>> pointers() {
    Map<String, List<IndexRow>> found = new HashMap<>();
    for (IndexRow row : rows) {
      if (row.mentionsItems()) {
        row.facts(columns).relations().stream()
            .map(Relation::target)
            .distinct()
            .forEach(id -> found.computeIfAbsent(id.value(), k -> new ArrayList<>()).add(row));
      }
    }
    return found;
  }

  private List<Listed> lazily(List<IndexRow> sorted) {
    return new AbstractList<>() {
      @Override
      public Listed get(int at) {
        return listed(sorted.get(at));
      }

      @Override
      public int size() {
        return sorted.size();
      }
    };
  }
}
