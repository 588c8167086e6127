package cn.gongkai.content.search;

import cn.gongkai.content.model.DocumentNumber;
import cn.gongkai.content.model.IndexNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A document or index number inside a query, in whatever brackets, with or without 号 or year.
///
/// @param prefix what stands before it, perhaps with other words in front; may be empty; the credit
///   code of an index number
/// @param year empty where only prefix and serial were typed: 源政发6号
/// @param start, end where it stands in the query
record NumberReading(String prefix, OptionalInt year, String serial, int start, int end) {

  private static final int CODE_LENGTH = 18;
  private static final String YEAR = "((?:19|20)\\d{2})";
  private static final String HAN = "[\\u4e00-\\u9fa5]";
  private static final String SERIAL = " ?第? ?0{0,4}([1-9]\\d{0,4})";
  private static final Pattern BRACKETED =
      Pattern.compile("(" + HAN + "{0,12}) ?\\( ?" + YEAR + " ?年? ?\\)" + SERIAL + "(?!\\d) ?号?");
  private static final Pattern PLAIN =
      Pattern.compile("(" + HAN + "{2,12}) ?" + YEAR + " ?年?[ -]?" + SERIAL + " ?号");
  private static final Pattern BARE =
      Pattern.compile("(" + HAN + "{1,11}[发字函办令任规通告复]) ?" + YEAR + "[ -]" + SERIAL + "(?![\\d月])");
  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("(" + HAN + "{1,11}[发字函办令任规通告复])" + SERIAL + " ?号");
  private static final Pattern INDEX =
      Pattern.compile("([0-9a-z]{18}) ?/ ?" + YEAR + " ?- ?(\\d{1,12})(?:\\.0)?");
  private static final Pattern INDEX_END = Pattern.compile("()" + YEAR + "-(\\d{5,12})(?:\\.0)?");

  static Optional<NumberReading> find(String folded) {
    for (Pattern pattern : List.of(INDEX, BRACKETED, PLAIN, BARE, INDEX_END)) {
      Matcher m = pattern.matcher(folded);
      if (m.find()) {
        OptionalInt year = OptionalInt.of(Integer.parseInt(m.group(2)));
        return Optional.of(new NumberReading(m.group(1), year, m.group(3), m.start(), m.end()));
      }
    }
    Matcher m = WITHOUT_YEAR.matcher(folded);
    return m.find()
        ? Optional.of(
            new NumberReading(m.group(1), OptionalInt.empty(), m.group(2), m.start(), m.end()))
        : Optional.empty();
  }

  /// MATCH expressions to try in order until one finds something: the longest prefix first.
  List<String> expressions() {
    String number = (year.isPresent() ? year.getAsInt() : "") + "x" + serial;
    if (isIndex()) {
      return List.of('"' + number + "\" AND \"" + prefix + '"');
    }
    List<String> expressions = new ArrayList<>();
    int longest = Math.min(prefix.length(), NumberTokens.PREFIX_MAX);
    for (int k = longest; k >= NumberTokens.PREFIX_MIN; k--) {
      expressions.add('"' + prefix.substring(prefix.length() - k) + number + '"');
    }
    if (prefix.length() < NumberTokens.PREFIX_MIN && year.isPresent()) {
      expressions.add('"' + number + '"');
    }
    return expressions;
  }

  /// What the item's own number may be, for [SearchSource#numbered]. Other words may stand before
  /// the prefix, so each of its endings is one.
  List<String> own() {
    if (isIndex()) {
      return List.of(prefix.toUpperCase(Locale.ROOT) + "/" + yearDigits() + "-" + serial);
    }
    String number = "〔" + (year.isPresent() ? yearDigits() : "????") + "〕" + serial + "号";
    if (prefix.isEmpty()) {
      return List.of("*" + number);
    }
    return IntStream.range(0, prefix.length()).mapToObj(k -> prefix.substring(k) + number).toList();
  }

  /// True where it is all that the query says.
  boolean isAll(String folded) {
    return start == 0 && end == folded.length();
  }

  /// True where a text mentions it.
  boolean isMentionedIn(String folded) {
    Set<String> tokens = NumberTokens.of(folded);
    return isIndex()
        ? folded.contains(prefix) && tokens.contains(NumberTokens.bare(yearDigits(), serial))
        : expressions().stream().anyMatch(e -> tokens.contains(e.substring(1, e.length() - 1)));
  }

  /// True where it is the item's own document or index number.
  boolean isOf(Profile profile) {
    return profile.documentNumber().filter(this::isDocument).isPresent()
        || profile.indexNumber().filter(this::isIndex).isPresent();
  }

  private boolean isIndex() {
    return prefix.length() == CODE_LENGTH;
  }

  private boolean isIndex(IndexNumber index) {
    return year.isPresent()
        && index.year() == year.getAsInt()
        && index.serial().equals(serial)
        && (prefix.isEmpty() || Terms.normalise(index.publisher().toString()).equals(prefix));
  }

  private String yearDigits() {
    return year.isPresent() ? Integer.toString(year.getAsInt()) : "";
  }

  private boolean isDocument(DocumentNumber number) {
    return Integer.toString(number.serial()).equals(serial)
            && (year.isEmpty() || year.getAsInt() == number.year())
            && Terms.normalise(prefix).endsWith(number.prefix())
        || isWithoutPrefix(number);
  }

  private boolean isWithoutPrefix(DocumentNumber number) {
    return prefix.isEmpty()
        && year.isPresent()
        && year.getAsInt() == number.year()
        && Integer.toString(number.serial()).equals(serial);
  }
}
