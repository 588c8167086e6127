package cn.gongkai.desk.phone;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import java.util.List;
import java.util.Optional;

/// The items of a site, as the pages of others show them.
public interface PhoneItems {

  Optional<Listed> find(ItemId id);

  int count(ColumnId column);

  /// The items of one column in the order of [Listed#NEWEST]. Elements may be made when asked for.
  List<Listed> of(ColumnId column);

  /// The first of all in the order of [Listed#NEWEST].
  List<Listed> newest(int count);

  /// Items that carry a relation of any kind to the given one, in the order of [Listed#NEWEST].
  List<Listed> pointingTo(ItemId target);
}
