package cn.gongkai.content.store;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.util.Optional;

/// What a list shows, newest first.
///
/// @param column with all columns below it; empty for the whole site
/// @param topic id of a life topic
/// @param division only items of this division
/// @param year year of publication
/// @param theme theme code or the first two digits of one
/// @param office publisher
/// @param validity computed on `today`
/// @param today the day for which validity is computed
public record ListQuery(
    Optional<ColumnId> column,
    Optional<String> topic,
    Optional<DivisionCode> division,
    Optional<Integer> year,
    Optional<String> theme,
    Optional<String> office,
    Optional<Validity> validity,
    LocalDate today) {

  public static ListQuery all(LocalDate today) {
    return new ListQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        today);
  }

  public ListQuery inColumn(ColumnId id) {
    return new ListQuery(Optional.of(id), topic, division, year, theme, office, validity, today);
  }

  public ListQuery inTopic(String id) {
    return new ListQuery(column, Optional.of(id), division, year, theme, office, validity, today);
  }

  public ListQuery inDivision(DivisionCode code) {
    return new ListQuery(column, topic, Optional.of(code), year, theme, office, validity, today);
  }

  public ListQuery ofYear(Optional<Integer> value) {
    return new ListQuery(column, topic, division, value, theme, office, validity, today);
  }

  public ListQuery ofTheme(Optional<String> value) {
    return new ListQuery(column, topic, division, year, value, office, validity, today);
  }

  public ListQuery ofOffice(Optional<String> value) {
    return new ListQuery(column, topic, division, year, theme, value, validity, today);
  }

  public ListQuery ofValidity(Optional<Validity> value) {
    return new ListQuery(column, topic, division, year, theme, office, value, today);
  }
}
