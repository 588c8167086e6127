package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Permanent name of a column (栏目): 2 to 40 lower-case letters, digits and hyphens.
public record ColumnId(@JsonValue String value) implements Comparable<ColumnId> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  @JsonCreator
  public ColumnId {
    InvalidValue.require(
        FORM.matcher(value).matches(),
        "MODEL-ID",
        "column id must be 2 to 40 of a-z 0-9 -, not '%s'",
        value);
  }

  @Override
  public int compareTo(ColumnId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
