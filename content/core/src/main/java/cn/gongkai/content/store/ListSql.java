package cn.gongkai.content.store;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The rows of a list in SQL: `m` walks the index of a branch or of a topic by descending id, `i`
/// is the item's row.
///
/// @param from from `FROM` to the end of the conditions
/// @param values of the question marks in `from`
record ListSql(String from, List<Object> values) {

  /// Everything that the query asks for.
  static ListSql all(ListQuery query, long now) {
    ListSql sql = unfiltered(query, now);
    StringBuilder from = new StringBuilder(sql.from);
    List<Object> values = new ArrayList<>(sql.values);
    query.year().ifPresent(year -> add(from, values, "i.year = ?", year));
    query.office().ifPresent(office -> add(from, values, "i.publisher = ?", office));
    query.theme().ifPresent(theme -> add(from, values, hasTheme(), theme));
    query.validity().ifPresent(v -> add(from, values, validity(query.today()) + " = ?", v.name()));
    return new ListSql(from.toString(), values);
  }

  /// Column, topic and division, which make a list; not the filters of its chips.
  static ListSql unfiltered(ListQuery query, long now) {
    StringBuilder from = new StringBuilder();
    List<Object> values = new ArrayList<>();
    String branch = query.column().map(ColumnId::value).orElse(Schema.ROOT);
    if (query.topic().isPresent()) {
      from.append("FROM in_topic m CROSS JOIN item i ON i.id = m.item WHERE m.topic = ?");
      values.add(query.topic().get());
      add(
          from,
          values,
          "EXISTS(SELECT 1 FROM in_column c WHERE c.branch = ? AND c.item = m.item)",
          branch);
    } else {
      from.append("FROM in_column m CROSS JOIN item i ON i.id = m.item WHERE m.branch = ?");
      values.add(branch);
    }
    add(from, values, "(i.until IS NULL OR i.until > ?)", now);
    query.division().ifPresent(division -> add(from, values, "i.division = ?", division.value()));
    return new ListSql(from.toString(), values);
  }

  /// As [#unfiltered], for counting: from the index [Schema#FACETS] where it can.
  static ListSql counted(ListQuery query, long now) {
    if (query.topic().isPresent()) {
      return unfiltered(query, now);
    }
    StringBuilder from = new StringBuilder("FROM item i WHERE i.shown = 1");
    List<Object> values = new ArrayList<>();
    if (query.column().isPresent()) {
      String column = query.column().get().value();
      String under =
          "i.column_id IN (SELECT column_id FROM branch WHERE branch = ? UNION SELECT ?)";
      add(from, values, under, column);
      values.add(column);
    }
    add(from, values, "(i.until IS NULL OR i.until > ?)", now);
    query.division().ifPresent(division -> add(from, values, "i.division = ?", division.value()));
    return new ListSql(from.toString(), values);
  }

  private static void add(StringBuilder from, List<Object> values, String condition, Object value) {
    from.append(" AND ").append(condition);
    values.add(value);
  }

  /// True for items that carry the theme of the next value, or one below it.
  static String hasTheme() {
    return "EXISTS(SELECT 1 FROM in_theme t WHERE t.theme = ? AND t.item = i.id)";
  }

  /// The name of the validity that `OfficialMetadata.validityOn` computes, from the columns of `i`.
  static String validity(LocalDate today) {
    long day = today.toEpochDay();
    return """
        CASE
        WHEN i.stated = '%s' AND i.invalidated IS NULL OR i.invalidated <= %d THEN '%s'
        WHEN i.stated = '%s' OR i.expires < %d THEN '%s'
        WHEN i.effective > %d THEN '%s'
        WHEN i.stated = '%s' OR i.stated = '%s' AND (i.effective IS NOT NULL
          OR i.expires IS NOT NULL OR i.invalidated IS NOT NULL) THEN '%s'
        ELSE i.stated END"""
        .formatted(
            Validity.REPEALED,
            day,
            Validity.REPEALED,
            Validity.EXPIRED,
            day,
            Validity.EXPIRED,
            day,
            Validity.NOT_YET_IN_FORCE,
            Validity.REPEALED,
            Validity.UNSTATED,
            Validity.IN_FORCE);
  }
}
