package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Document number of an official document (发文字号): the organ's prefix, the year in hexagonal
/// brackets and a serial without leading zeros, as in `源政发〔2021〕6号` (GB/T 9704-2012, 7.2.5).
public record DocumentNumber(String prefix, int year, int serial) {

  private static final Pattern STRICT =
      Pattern.compile("([\\u4e00-\\u9fa5]{1,12})〔((?:19|20)\\d{2})〕([1-9]\\d{0,4})号");
  private static final Pattern LENIENT =
      Pattern.compile(
          "([\\u4e00-\\u9fa5]{1,12})\\s*[〔\\[【(﹝]\\s*((?:19|20)\\d{2})\\s*年?\\s*[〕\\]】)﹞]"
              + "\\s*第?\\s*0*([1-9]\\d{0,4})\\s*号");
  private static final Pattern ABSENT = Pattern.compile("[〔\\[【(﹝]?\\s*[〕\\]】)﹞]?\\s*号?|无文?号?|无");

  public DocumentNumber {
    InvalidValue.require(
        prefix.matches("[\\u4e00-\\u9fa5]{1,12}"),
        "MODEL-DOCUMENT-NUMBER",
        "the prefix must be 1 to 12 Chinese characters, not '%s'",
        prefix);
    InvalidValue.require(
        year >= 1900 && year <= 2099, "MODEL-DOCUMENT-NUMBER", "year %d is not 19xx or 20xx", year);
    InvalidValue.require(
        serial >= 1 && serial <= 99_999,
        "MODEL-DOCUMENT-NUMBER",
        "serial must be 1 to 99999, not %d",
        serial);
  }

  /// Reads a document number in any bracket style, full-width digits, with 第 or leading zeros.
  ///
  /// @return empty where the text says that there is none: blank, `〔〕号`, `无文号`
  /// @throws InvalidValue `MODEL-DOCUMENT-NUMBER` where it is something else
  public static Optional<DocumentNumber> parse(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (folded.isEmpty() || ABSENT.matcher(folded).matches()) {
      return Optional.empty();
    }
    Matcher matcher = LENIENT.matcher(folded);
    InvalidValue.require(
        matcher.matches(),
        "MODEL-DOCUMENT-NUMBER",
        "a document number looks like 源政发〔2021〕6号, not '%s'",
        text);
    return Optional.of(
        new DocumentNumber(
            matcher.group(1),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))));
  }

  /// True where the text is already in the form of the standard and needed no repair.
  public static boolean isCanonical(String text) {
    return STRICT.matcher(text).matches();
  }

  @JsonCreator
  static DocumentNumber ofJson(String text) {
    return parse(text)
        .orElseThrow(() -> new InvalidValue("MODEL-DOCUMENT-NUMBER", "empty document number"));
  }

  @JsonValue
  @Override
  public String toString() {
    return prefix + "〔" + year + "〕" + serial + "号";
  }
}
