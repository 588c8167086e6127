package cn.gongkai.content.store;

import cn.gongkai.content.model.Item;
import java.util.List;
import java.util.OptionalLong;

/// A stretch of a list.
///
/// @param items summaries, see [Item#summary]
/// @param next where the next stretch begins; empty at the end
public record ItemPage(List<Item> items, OptionalLong next) {
  public ItemPage {
    items = List.copyOf(items);
  }
}
