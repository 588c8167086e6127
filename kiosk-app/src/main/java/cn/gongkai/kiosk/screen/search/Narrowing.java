package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Validity;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.screen.FilterBar;
import cn.gongkai.kiosk.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Turns the counts of a result into groups of chips: by column, year, office and validity. A group
/// that offers no choice is left out; what is chosen always stays to be seen, so that it can be
/// taken back.
final class Narrowing {

  private static final int OPTIONS_MAX = 12;

  private final SearchResult result;
  private final Filter filter;
  private final boolean capped;
  private final Consumer<Filter> narrow;
  private final List<FilterBar.Group> groups = new ArrayList<>();

  private Narrowing(SearchResult result, Filter filter, boolean capped, Consumer<Filter> narrow) {
    this.result = result;
    this.filter = filter;
    this.capped = capped;
    this.narrow = narrow;
  }

  /// @param capped true where more was found than is counted: then every count is a least
  static List<FilterBar.Group> of(
      SearchResult result,
      Filter filter,
      boolean capped,
      Outline outline,
      Consumer<Filter> narrow) {
    Narrowing made = new Narrowing(result, filter, capped, narrow);
    made.addAll(outline);
    return List.copyOf(made.groups);
  }

  private void addAll(Outline outline) {
    add(
        "search.filter.column",
        byCount(result.columns()),
        filter.column(),
        outline::columnName,
        filter::ofColumn);
    add(
        "list.filter.year",
        result.years().entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByKey().reversed())
            .toList(),
        filter.year(),
        year -> Messages.of("list.year", String.valueOf(year)),
        filter::ofYear);
    add(
        "list.filter.office",
        byCount(result.offices()),
        filter.office(),
        Function.identity(),
        filter::ofOffice);
    add(
        "list.filter.validity",
        byCount(result.validities()).stream()
            .filter(entry -> !entry.getKey().term().isEmpty())
            .toList(),
        filter.validity(),
        Validity::term,
        filter::ofValidity);
  }

  private static <T> List<Map.Entry<T, Integer>> byCount(Map<T, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<T, Integer> entry) -> -entry.getValue())
                .thenComparing(entry -> entry.getKey().toString()))
        .toList();
  }

  private <T> void add(
      String nameKey,
      List<Map.Entry<T, Integer>> counts,
      Optional<T> chosen,
      Function<T, String> words,
      Function<Optional<T>, Filter> with) {
    if (counts.size() < 2 && chosen.isEmpty()) {
      return;
    }
    List<FilterBar.Option> options = new ArrayList<>();
    options.add(option(Messages.of("list.all"), chosen.isEmpty(), with.apply(Optional.empty())));
    for (Map.Entry<T, Integer> entry : counts.stream().limit(OPTIONS_MAX).toList()) {
      String count = count(entry.getValue());
      options.add(
          option(
              Messages.of("list.option", words.apply(entry.getKey()), count),
              chosen.filter(entry.getKey()::equals).isPresent(),
              with.apply(Optional.of(entry.getKey()))));
    }
    groups.add(new FilterBar.Group(Messages.of(nameKey), chosen.map(words).orElse(""), options));
  }

  private String count(int counted) {
    return capped
        ? Messages.of("search.count.least", String.valueOf(counted))
        : String.valueOf(counted);
  }

  private FilterBar.Option option(String words, boolean on, Filter to) {
    return new FilterBar.Option(words, on, () -> narrow.accept(to));
  }
}
