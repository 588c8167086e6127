package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Index number of a piece of government information (索引号): the publisher's unified social credit
/// code, the year and a serial number, as in `113703233130158447/2024-5428775`.
public record IndexNumber(CreditCode publisher, int year, String serial) {

  private static final Pattern FORM =
      Pattern.compile("([0-9A-Z]{18})\\s*/\\s*((?:19|20)\\d{2})-(\\d{1,12})(?:\\.0)?");

  public IndexNumber {
    InvalidValue.require(
        serial.matches("\\d{1,12}"), "MODEL-INDEX-NUMBER", "serial must be digits: %s", serial);
  }

  /// Reads an index number as sites write it. A trailing `.0`, left by spreadsheets, is dropped.
  ///
  /// @throws InvalidValue `MODEL-INDEX-NUMBER` for a wrong form, `MODEL-CREDIT-CODE` for a wrong
  ///   check character
  public static IndexNumber parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    InvalidValue.require(
        matcher.matches(),
        "MODEL-INDEX-NUMBER",
        "an index number looks like 113703233130158447/2024-5428775, not '%s'",
        text);
    return new IndexNumber(
        new CreditCode(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3));
  }

  public static Optional<IndexNumber> find(String text) {
    try {
      return Optional.of(parse(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  @JsonCreator
  static IndexNumber ofJson(String text) {
    return parse(text);
  }

  @JsonValue
  @Override
  public String toString() {
    return publisher + "/" + year + "-" + serial;
  }
}
