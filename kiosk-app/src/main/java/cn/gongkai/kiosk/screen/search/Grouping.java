package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.search.SearchResult.Hit;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sorts hits into groups: the best stay on top, whatever they are; the rest stand by column, each
/// group where its first would have stood.
final class Grouping {

  private static final int BEST = 5;
  private static final int UNGROUPED_MAX = 8;

  private Grouping() {}

  static List<SearchState.Group> of(List<Hit> hits, Outline outline) {
    Map<ColumnId, List<Hit>> rest = new LinkedHashMap<>();
    hits.stream()
        .skip(BEST)
        .forEach(hit -> rest.computeIfAbsent(hit.item().column(), c -> new ArrayList<>()).add(hit));
    if (hits.size() <= UNGROUPED_MAX || rest.size() < 2) {
      return List.of(new SearchState.Group("", Optional.empty(), hits));
    }
    List<SearchState.Group> groups = new ArrayList<>();
    groups.add(
        new SearchState.Group(Messages.of("search.best"), Optional.empty(), hits.subList(0, BEST)));
    rest.forEach(
        (column, found) ->
            groups.add(
                new SearchState.Group(outline.columnName(column), Optional.of(column), found)));
    return List.copyOf(groups);
  }
}
