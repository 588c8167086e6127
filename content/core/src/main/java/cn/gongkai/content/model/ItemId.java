package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Permanent name of an item: 2 to 64 lower-case letters, digits and hyphens, never reused.
public record ItemId(@JsonValue String value) implements Comparable<ItemId> {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

  @JsonCreator
  public ItemId {
    InvalidValue.require(
        FORM.matcher(value).matches(),
        "MODEL-ID",
        "item id must be 2 to 64 of a-z 0-9 -, not '%s'",
        value);
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
