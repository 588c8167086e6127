package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Administrative division (区划代码): 6 digits for a county (GB/T 2260) or 9 for a township or
/// sub-district (statistical code of the National Bureau of Statistics).
public record DivisionCode(@JsonValue String value) implements Comparable<DivisionCode> {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(\\d{3})?");

  @JsonCreator
  public DivisionCode {
    InvalidValue.require(
        FORM.matcher(value).matches(),
        "MODEL-DIVISION",
        "division code must have 6 or 9 digits, not '%s'",
        value);
  }

  public boolean isCounty() {
    return value.length() == 6;
  }

  /// The county this division lies in; a county's own code for a county.
  public DivisionCode county() {
    return isCounty() ? this : new DivisionCode(value.substring(0, 6));
  }

  @Override
  public int compareTo(DivisionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
