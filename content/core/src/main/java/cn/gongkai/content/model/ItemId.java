package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Permanent name of an item: 2 to 64 lower-case letters, digits and hyphens, never reused.
public record ItemId(@JsonValue String value) implements Comparable<ItemId> {

  private static final int CHARACTERS_MIN = 2;
  private static final int CHARACTERS_MAX = 64;

  @JsonCreator
  public ItemId {
    InvalidValue.require(
        isFormed(value), "MODEL-ID", "item id must be 2 to 64 of a-z 0-9 -, not '%s'", value);
  }

  /// By hand: a store or a publication makes one of these for each of hundreds of thousands items.
  private static boolean isFormed(String value) {
    if (value.length() < CHARACTERS_MIN
        || value.length() > CHARACTERS_MAX
        || value.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
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
