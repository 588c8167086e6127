package cn.gongkai.content.store;

import cn.gongkai.content.model.Validity;
import cn.gongkai.content.store.Facets.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Counts the values of a list's filters in one walk over the list, for every choice of chips but
/// themes.
///
/// @param groups items that agree in all of it
record FacetCounts(List<Group> groups) {

  /// Items that agree in everything a filter may ask.
  ///
  /// @param classes two-digit theme classes, separated by commas
  /// @param themed true where they carry the query's theme, or it asks for none
  record Group(
      int year, String office, Validity validity, String classes, boolean themed, long items) {}

  /// The query without the choices that the groups leave open.
  static ListQuery listOf(ListQuery query) {
    return query.ofYear(Optional.empty()).ofOffice(Optional.empty()).ofValidity(Optional.empty());
  }

  static FacetCounts of(Database database, ListQuery query, long now) throws StoreException {
    ListSql sql = ListSql.counted(query, now);
    List<Object> values = new ArrayList<>();
    query.theme().ifPresent(values::add);
    values.addAll(sql.values());
    List<Group> groups =
        database.list(
            "SELECT i.year, i.publisher, "
                + ListSql.validity(query.today())
                + ", i.classes, "
                + (query.theme().isPresent() ? ListSql.hasTheme() : "1")
                + ", count(*) "
                + sql.from()
                + " GROUP BY 1, 2, 3, 4, 5",
            r ->
                new Group(
                    r.getInt(1),
                    r.getString(2),
                    Validity.valueOf(r.getString(3)),
                    r.getString(4),
                    r.getBoolean(5),
                    r.getLong(6)),
            values.toArray());
    return new FacetCounts(groups);
  }

  /// @param query of the same list
  Facets facets(ListQuery query) {
    Predicate<Group> year = group -> passes(query.year(), group.year);
    Predicate<Group> office = group -> passes(query.office(), group.office);
    Predicate<Group> validity = group -> passes(query.validity(), group.validity);
    Predicate<Group> theme = Group::themed;
    return new Facets(
        groups.stream()
            .filter(year.and(office).and(validity).and(theme))
            .mapToLong(Group::items)
            .sum(),
        counts(
            office.and(validity).and(theme),
            group -> List.of(group.year),
            Comparator.comparing((Count<Integer> count) -> count.value()).reversed()),
        counts(
            year.and(office).and(validity),
            group -> group.classes.isEmpty() ? List.of() : List.of(group.classes.split(",")),
            Comparator.comparing(Count<String>::value)),
        counts(
            year.and(validity).and(theme),
            group -> List.of(group.office),
            Comparator.comparingLong((Count<String> count) -> -count.items())
                .thenComparing(Count::value)),
        counts(
            year.and(office).and(theme),
            group -> List.of(group.validity),
            Comparator.comparing(Count<Validity>::value)));
  }

  private static <T> boolean passes(Optional<T> wanted, T found) {
    return wanted.isEmpty() || wanted.get().equals(found);
  }

  private <T extends Comparable<T>> List<Count<T>> counts(
      Predicate<Group> others, Function<Group, List<T>> values, Comparator<Count<T>> order) {
    Map<T, Long> items = new TreeMap<>();
    groups.stream()
        .filter(others)
        .forEach(g -> values.apply(g).forEach(value -> items.merge(value, g.items, Long::sum)));
    return items.entrySet().stream()
        .map(entry -> new Count<>(entry.getKey(), entry.getValue()))
        .sorted(order)
        .toList();
  }
}
