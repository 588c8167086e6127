package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.Item;
import java.util.List;
import java.util.OptionalLong;

/// A stretch of a list.
///
/// @param items summaries: no body, no attachments
/// @param next where the next stretch begins; empty at the end
public record Rows(List<Item> items, OptionalLong next) {

  public static final Rows NONE = new Rows(List.of(), OptionalLong.empty());

  public Rows {
    items = List.copyOf(items);
  }
}
