package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Validity;
import java.util.Optional;

/// What the results are narrowed to.
record Filter(
    Optional<ColumnId> column,
    Optional<Integer> year,
    Optional<String> office,
    Optional<Validity> validity) {

  static final Filter NONE =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  boolean active() {
    return column.isPresent() || year.isPresent() || office.isPresent() || validity.isPresent();
  }

  Filter ofColumn(Optional<ColumnId> value) {
    return new Filter(value, year, office, validity);
  }

  Filter ofYear(Optional<Integer> value) {
    return new Filter(column, value, office, validity);
  }

  Filter ofOffice(Optional<String> value) {
    return new Filter(column, year, value, validity);
  }

  Filter ofValidity(Optional<Validity> value) {
    return new Filter(column, year, office, value);
  }
}
