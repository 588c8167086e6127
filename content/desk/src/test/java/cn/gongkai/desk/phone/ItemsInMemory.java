package cn.gongkai.desk.phone;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The items of a small site, held whole.
record ItemsInMemory(List<Item> items) implements PhoneItems {

  private Stream<Listed> newest() {
    return items.stream().map(Listed::of).sorted(Listed.NEWEST);
  }

  @Override
  public Optional<Listed> find(ItemId id) {
    return newest().filter(item -> item.id().equals(id)).findFirst();
  }

  @Override
  public int count(ColumnId column) {
    return of(column).size();
  }

  @Override
  public List<Listed> of(ColumnId column) {
    return newest().filter(item -> item.column().equals(column)).toList();
  }

  @Override
  public List<Listed> newest(int count) {
    return newest().limit(count).toList();
  }

  @Override
  public List<Listed> pointingTo(ItemId target) {
    return newest()
        .filter(item -> item.relations().stream().anyMatch(r -> r.target().equals(target)))
        .toList();
  }
}
