package cn.gongkai.desk.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as clerks write them: `2023-05-30`, `2023-05-30 09:12`, `2023年5月30日`. A day that no
/// calendar has is not a date.
public final class AuthoredDates {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)"
              + "(?:[T\\s]\\s*(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2}))?)?");

  private AuthoredDates() {}

  /// The day; a time of day that stands beside it is left out.
  public static Optional<LocalDate> findDate(String text) {
    return findTime(text).map(LocalDateTime::toLocalDate);
  }

  /// The moment by the clock of the place; midnight where no time is given.
  public static Optional<LocalDateTime> findTime(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              number(matcher.group(1)),
              number(or(matcher.group(2), matcher.group(4))),
              number(or(matcher.group(3), matcher.group(5))));
      LocalTime time =
          LocalTime.of(
              number(or(matcher.group(6), "0")),
              number(or(matcher.group(7), "0")),
              number(or(matcher.group(8), "0")));
      return Optional.of(day.atTime(time));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
