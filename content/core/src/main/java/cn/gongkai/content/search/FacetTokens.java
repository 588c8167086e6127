package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Index tokens for column, year, office and division, so that a filter costs no join. They begin
/// with a character of the private use area, which [Terms] never lets through from a text.
public final class FacetTokens {

  private static final char COLUMN = '\ue001';
  private static final char YEAR = '\ue002';
  private static final char OFFICE = '\ue003';
  private static final char DIVISION = '\ue004';
  private static final char OTHER = '\ue000';

  private FacetTokens() {}

  /// The tokens of an item, separated by spaces, for insertion beside its words.
  public static String of(Item item) {
    OfficialMetadata metadata = item.metadata();
    return of(
        item.column().value(),
        metadata.publishedOn().getYear(),
        metadata.publisher(),
        metadata.division().value());
  }

  /// The same from its values.
  public static String of(String column, int year, String office, String division) {
    return String.join(
        " ",
        token(COLUMN, column),
        token(YEAR, Integer.toString(year)),
        token(OFFICE, office),
        token(DIVISION, division));
  }

  /// Expressions that all must match for the filters of a query; empty where it has none.
  ///
  /// @param columns the query's column and those below it
  static List<String> expressions(SearchQuery query, Collection<ColumnId> columns) {
    List<String> expressions = new ArrayList<>();
    if (query.column().isPresent()) {
      expressions.add(
          columns.stream()
              .map(column -> quoted(COLUMN, column.value()))
              .collect(Collectors.joining(" OR ", "(", ")")));
    }
    query.year().ifPresent(year -> expressions.add(quoted(YEAR, Integer.toString(year))));
    query.office().ifPresent(office -> expressions.add(quoted(OFFICE, office)));
    return expressions;
  }

  static String division(DivisionCode division) {
    return quoted(DIVISION, division.value());
  }

  private static String quoted(char kind, String value) {
    return '"' + token(kind, value) + '"';
  }

  private static String token(char kind, String value) {
    StringBuilder token = new StringBuilder().append(kind);
    Terms.normalise(value)
        .chars()
        .forEach(c -> token.append(Character.isLetterOrDigit(c) ? (char) c : OTHER));
    return token.toString();
  }
}
