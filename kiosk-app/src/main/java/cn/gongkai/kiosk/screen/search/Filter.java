package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Validity;
import java.util.Optional;

/// What the results are narrowed to.
record Filter(Optional<ColumnId> column, Optional<Integer> year, Optional<Validity> validity) {

  static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

  boolean active() {
    return column.isPresent() || year.isPresent() || validity.isPresent();
  }

  Filter ofColumn(Optional<ColumnId> value) {
    return new Filter(value, year, validity);
  }

  Filter ofYear(Optional<Integer> value) {
    return new Filter(column, value, validity);
  }

  Filter ofValidity(Optional<Validity> value) {
    return new Filter(column, year, value);
  }
}
