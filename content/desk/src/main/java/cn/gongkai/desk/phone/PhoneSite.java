package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that is published, as the phone pages need to know it: names, and who points to whom.
public final class PhoneSite {

  static final Comparator<Item> NEWEST =
      Comparator.comparing((Item item) -> item.metadata().publishedAt().toInstant())
          .reversed()
          .thenComparing(Item::id);

  private final Site site;
  private final Map<ColumnId, Column> columns = new LinkedHashMap<>();
  private final Map<ItemId, Item> items = new HashMap<>();
  private final Map<ItemId, List<Pointer>> pointers = new HashMap<>();
  private final Map<ColumnId, List<Item>> byColumn = new HashMap<>();

  public PhoneSite(Site site, List<Column> columns, List<Item> items) {
    this.site = site;
    columns.stream()
        .sorted(Comparator.comparingInt(Column::order))
        .forEach(column -> this.columns.put(column.id(), column));
    for (Item item : items) {
      this.items.put(item.id(), item);
      byColumn.computeIfAbsent(item.column(), k -> new ArrayList<>()).add(item);
      for (Relation relation : item.relations()) {
        pointers
            .computeIfAbsent(relation.target(), k -> new ArrayList<>())
            .add(new Pointer(relation.kind(), item));
      }
    }
    byColumn.values().forEach(list -> list.sort(NEWEST));
  }

  private record Pointer(Relation.Kind kind, Item from) {}

  public Site site() {
    return site;
  }

  Optional<Item> findItem(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  Optional<Column> findColumn(ColumnId id) {
    return Optional.ofNullable(columns.get(id));
  }

  /// Columns in their order, those above before those below them.
  public List<Column> columns() {
    List<Column> sorted = new ArrayList<>();
    columns.values().stream().filter(c -> c.parent().isEmpty()).forEach(c -> below(c, sorted));
    return sorted;
  }

  /// A column with all columns below it.
  List<Column> family(Column column) {
    List<Column> family = new ArrayList<>();
    below(column, family);
    return family;
  }

  private void below(Column column, List<Column> sorted) {
    sorted.add(column);
    columns.values().stream()
        .filter(c -> c.parent().filter(column.id()::equals).isPresent())
        .forEach(c -> below(c, sorted));
  }

  /// Items of one column, newest first.
  public List<Item> itemsOf(ColumnId column) {
    return byColumn.getOrDefault(column, List.of());
  }

  List<Item> newest(int count) {
    return items.values().stream().sorted(NEWEST).limit(count).toList();
  }

  /// Items that carry a relation of this kind to the given one.
  List<Item> pointingTo(ItemId target, Relation.Kind kind) {
    return pointers.getOrDefault(target, List.of()).stream()
        .filter(pointer -> pointer.kind() == kind)
        .map(Pointer::from)
        .sorted(NEWEST)
        .toList();
  }

  /// Items whose pages show the given one by name: what it points to and what points to it.
  public List<ItemId> neighbours(Item item) {
    List<ItemId> near = new ArrayList<>();
    item.relations().forEach(relation -> near.add(relation.target()));
    pointers.getOrDefault(item.id(), List.of()).forEach(p -> near.add(p.from().id()));
    return near;
  }

  /// Address relative to another page in `m/`.
  static String href(Item item) {
    return ShortPath.of(item.id()).value() + ".html";
  }
}
