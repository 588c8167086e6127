package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Filter chips over the results: in force, the fullest columns, the newest years. What is chosen
/// always stays to be seen, so that it can be taken back.
final class Narrows {

  private static final int COLUMNS_MAX = 3;
  private static final int YEARS_MAX = 2;

  private Narrows() {}

  static List<SearchState.Narrow> of(SearchResult result, Filter filter, Outline outline) {
    List<SearchState.Narrow> chips = new ArrayList<>();
    if (filter.active()) {
      chips.add(new SearchState.Narrow(Messages.of("search.all"), false, Filter.NONE));
    }
    validity(result, filter).ifPresent(chips::add);
    columns(result, filter, outline).forEach(chips::add);
    years(result, filter).forEach(chips::add);
    return List.copyOf(chips);
  }

  private static Optional<SearchState.Narrow> validity(SearchResult result, Filter filter) {
    int inForce = result.validities().getOrDefault(Validity.IN_FORCE, 0);
    boolean on = filter.validity().isPresent();
    boolean useful = inForce > 0 && result.validities().size() > 1;
    return on || useful
        ? Optional.of(
            chip(
                Validity.IN_FORCE.term(),
                inForce,
                on,
                filter.ofValidity(on ? Optional.empty() : Optional.of(Validity.IN_FORCE))))
        : Optional.empty();
  }

  private static Stream<SearchState.Narrow> columns(
      SearchResult result, Filter filter, Outline outline) {
    return result.columns().entrySet().stream()
        .filter(entry -> result.columns().size() > 1 || filter.column().isPresent())
        .sorted(Comparator.comparing(entry -> -entry.getValue()))
        .limit(COLUMNS_MAX)
        .map(
            entry -> {
              boolean on = filter.column().filter(entry.getKey()::equals).isPresent();
              return chip(
                  outline.columnName(entry.getKey()),
                  entry.getValue(),
                  on,
                  filter.ofColumn(on ? Optional.empty() : Optional.of(entry.getKey())));
            });
  }

  private static Stream<SearchState.Narrow> years(SearchResult result, Filter filter) {
    return result.years().entrySet().stream()
        .filter(entry -> result.years().size() > 1 || filter.year().isPresent())
        .sorted(Map.Entry.<Integer, Integer>comparingByKey().reversed())
        .limit(YEARS_MAX)
        .map(
            entry -> {
              boolean on = filter.year().filter(entry.getKey()::equals).isPresent();
              return chip(
                  Messages.of("list.year", String.valueOf(entry.getKey())),
                  entry.getValue(),
                  on,
                  filter.ofYear(on ? Optional.empty() : Optional.of(entry.getKey())));
            });
  }

  private static SearchState.Narrow chip(String words, int count, boolean on, Filter result) {
    return new SearchState.Narrow(
        Messages.of("list.option", words, String.valueOf(count)), on, result);
  }
}
