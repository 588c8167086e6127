package cn.gongkai.kiosk.screen.column;

import cn.gongkai.kiosk.data.Listing;
import java.util.List;

/// One way to narrow a list, with the values at hand.
///
/// @param chosen words of the value in force; empty where all are shown
record FilterGroup(FilterKind kind, String name, String chosen, List<Option> options) {

  FilterGroup {
    options = List.copyOf(options);
  }

  boolean active() {
    return !chosen.isEmpty();
  }

  /// A chip.
  ///
  /// @param result the list it leads to
  record Option(String words, boolean on, Listing result) {}
}
