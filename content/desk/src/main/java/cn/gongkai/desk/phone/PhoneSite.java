package cn.gongkai.desk.phone;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that is published, as the phone pages need to know it: names, and who points to whom.
public final class PhoneSite {

  private final Site site;
  private final Map<ColumnId, Column> columns = new LinkedHashMap<>();
  private final PhoneItems items;

  public PhoneSite(Site site, List<Column> columns, PhoneItems items) {
    this.site = site;
    this.items = items;
    columns.stream()
        .sorted(Comparator.comparingInt(Column::order))
        .forEach(column -> this.columns.put(column.id(), column));
  }

  public Site site() {
    return site;
  }

  Optional<Listed> findItem(ItemId id) {
    return items.find(id);
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

  int count(ColumnId column) {
    return items.count(column);
  }

  /// Items of one column, newest first.
  public List<Listed> itemsOf(ColumnId column) {
    return items.of(column);
  }

  List<Listed> newest(int count) {
    return items.newest(count);
  }

  /// Items that carry a relation of this kind to the given one, newest first.
  List<Listed> pointingTo(ItemId target, Relation.Kind kind) {
    return items.pointingTo(target).stream().filter(item -> item.carries(kind, target)).toList();
  }

  /// Items whose pages show the given one by name because they point to it or it points to them.
  public List<ItemId> neighbours(ItemId id) {
    List<ItemId> near = new ArrayList<>();
    items.find(id).ifPresent(i -> i.relations().forEach(r -> near.add(r.target())));
    items.pointingTo(id).forEach(other -> near.add(other.id()));
    return near;
  }

  /// Address relative to another page in `m/`.
  static String href(Listed item) {
    return ShortPath.of(item.id()).value() + ".html";
  }
}
