package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Validity;
import java.util.Optional;

/// Which items a list shows, newest first.
///
/// @param column with all columns below it
/// @param topic id of a life topic
/// @param division only items of this division
/// @param theme first two digits of a theme code, or a whole one
/// @param office publisher
/// @param validity as of the day it is asked
public record Listing(
    Optional<ColumnId> column,
    Optional<String> topic,
    Optional<DivisionCode> division,
    Optional<Integer> year,
    Optional<String> theme,
    Optional<String> office,
    Optional<Validity> validity) {

  public static final Listing ALL =
      new Listing(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public static Listing ofColumn(ColumnId id) {
    return ALL.inColumn(id);
  }

  public Listing inColumn(ColumnId id) {
    return new Listing(Optional.of(id), topic, division, year, theme, office, validity);
  }

  public Listing inTopic(String id) {
    return new Listing(column, Optional.of(id), division, year, theme, office, validity);
  }

  public Listing inDivision(DivisionCode code) {
    return new Listing(column, topic, Optional.of(code), year, theme, office, validity);
  }

  public Listing ofYear(Optional<Integer> value) {
    return new Listing(column, topic, division, value, theme, office, validity);
  }

  public Listing ofTheme(Optional<String> value) {
    return new Listing(column, topic, division, year, value, office, validity);
  }

  public Listing ofOffice(Optional<String> value) {
    return new Listing(column, topic, division, year, theme, value, validity);
  }

  public Listing ofValidity(Optional<Validity> value) {
    return new Listing(column, topic, division, year, theme, office, value);
  }

  public boolean filtered() {
    return year.isPresent() || theme.isPresent() || office.isPresent() || validity.isPresent();
  }

  /// The same place without filters.
  public Listing unfiltered() {
    return ofYear(Optional.empty())
        .ofTheme(Optional.empty())
        .ofOffice(Optional.empty())
        .ofValidity(Optional.empty());
  }
}
