package cn.gongkai.desk.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `Range` header asks for (RFC 9110, 14.2).
sealed interface ByteRange {

  Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// Everything: no range, or one we need not understand, such as several at once.
  record Whole() implements ByteRange {}

  /// Bytes `first` to `last`, both included.
  record Part(long first, long last) implements ByteRange {}

  /// Nothing of it is there: answered by 416.
  record Unsatisfiable() implements ByteRange {}

  static ByteRange of(String header, long length) {
    Matcher matcher = FORM.matcher(header.strip());
    if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
      return new Whole();
    }
    if (matcher.group(1).isEmpty()) {
      long suffix = Math.min(Long.parseLong(matcher.group(2)), length);
      return suffix == 0 ? new Unsatisfiable() : new Part(length - suffix, length - 1);
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
    if (!matcher.group(2).isEmpty() && last < first) {
      return new Whole();
    }
    return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
  }
}
