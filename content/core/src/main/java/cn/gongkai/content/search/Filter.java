package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.search.SearchSource.Facts;
import java.util.List;

/// What a query asks of an item besides its words.
///
/// @param columns the query's column and those below it
record Filter(SearchQuery query, List<ColumnId> columns) {

  static <E extends Exception> Filter of(SearchQuery query, SearchSource<E> source) throws E {
    return new Filter(
        query, query.column().isPresent() ? source.columnsUnder(query.column().get()) : List.of());
  }

  /// True where every item passes.
  boolean isOpen() {
    return query.column().isEmpty()
        && query.year().isEmpty()
        && query.office().isEmpty()
        && query.validity().isEmpty();
  }

  /// The same for the index, see [FacetTokens].
  List<String> expressions() {
    return FacetTokens.expressions(query, columns);
  }

  boolean column(Facts facts) {
    return query.column().isEmpty() || columns.contains(facts.column());
  }

  boolean year(Facts facts) {
    return query.year().stream().allMatch(y -> y == facts.year());
  }

  boolean office(Facts facts) {
    return query.office().stream().allMatch(facts.office()::equals);
  }

  boolean validity(Facts facts) {
    return query.validity().stream().allMatch(v -> v == facts.validity());
  }

  boolean passes(Facts facts) {
    return column(facts) && year(facts) && office(facts) && validity(facts);
  }
}
