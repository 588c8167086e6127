package cn.gongkai.kiosk.screen.column;

import cn.gongkai.content.model.ColumnId;
import java.util.List;

/// What stands over the rows of a list.
///
/// @param about one sentence; empty where there is none
/// @param facts count and 更新于, in words
/// @param parts columns below this one
record ListHead(String title, String about, String facts, List<Part> parts) {

  ListHead {
    parts = List.copyOf(parts);
  }

  /// A column below.
  record Part(ColumnId column, String name, String icon, String facts) {}
}
