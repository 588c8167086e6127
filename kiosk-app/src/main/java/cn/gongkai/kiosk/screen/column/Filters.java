package cn.gongkai.kiosk.screen.column;

import cn.gongkai.content.model.Themes;
import cn.gongkai.content.model.Validity;
import cn.gongkai.kiosk.data.Choices;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns counts into groups of chips. A group that offers no choice is left out.
final class Filters {

  private Filters() {}

  static List<FilterGroup> of(Listing listing, Choices choices) {
    List<FilterGroup> groups = new ArrayList<>();
    add(
        groups,
        FilterKind.YEAR,
        choices.years(),
        listing.year(),
        year -> Messages.of("list.year", String.valueOf(year)),
        listing::ofYear);
    add(
        groups,
        FilterKind.THEME,
        choices.themes(),
        listing.theme(),
        code -> Themes.findName(code).orElse(code),
        listing::ofTheme);
    add(
        groups,
        FilterKind.OFFICE,
        choices.offices(),
        listing.office(),
        Function.identity(),
        listing::ofOffice);
    add(
        groups,
        FilterKind.VALIDITY,
        choices.validities(),
        listing.validity(),
        Validity::term,
        listing::ofValidity);
    return List.copyOf(groups);
  }

  private static <T> void add(
      List<FilterGroup> groups,
      FilterKind kind,
      List<Choices.Choice<T>> values,
      Optional<T> chosen,
      Function<T, String> words,
      Function<Optional<T>, Listing> narrow) {
    if (values.size() < 2 && chosen.isEmpty()) {
      return;
    }
    List<FilterGroup.Option> options = new ArrayList<>();
    options.add(
        new FilterGroup.Option(
            Messages.of("list.all"), chosen.isEmpty(), narrow.apply(Optional.empty())));
    for (Choices.Choice<T> choice : values) {
      boolean on = chosen.filter(choice.value()::equals).isPresent();
      options.add(
          new FilterGroup.Option(
              Messages.of(
                  "list.option", words.apply(choice.value()), String.valueOf(choice.items())),
              on,
              narrow.apply(Optional.of(choice.value()))));
    }
    groups.add(new FilterGroup(kind, name(kind), chosen.map(words).orElse(""), options));
  }

  private static String name(FilterKind kind) {
    return switch (kind) {
      case YEAR -> Messages.of("list.filter.year");
      case THEME -> Messages.of("list.filter.theme");
      case OFFICE -> Messages.of("list.filter.office");
      case VALIDITY -> Messages.of("list.filter.validity");
    };
  }
}
