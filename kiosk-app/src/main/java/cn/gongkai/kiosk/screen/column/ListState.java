package cn.gongkai.kiosk.screen.column;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.work.Fault;
import java.util.List;

/// What a list shows.
sealed interface ListState {

  record Loading() implements ListState {}

  /// @param total how many there are under the filters in force
  /// @param complete true where all of them are loaded
  record Ready(
      ListHead head, List<FilterGroup> filters, List<Item> items, long total, boolean complete)
      implements ListState {
    public Ready {
      filters = List.copyOf(filters);
      items = List.copyOf(items);
    }

    boolean filtered() {
      return filters.stream().anyMatch(FilterGroup::active);
    }
  }

  record Failed(Fault fault) implements ListState {}
}
