package cn.gongkai.kiosk.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// Dates, times, ages and counts in plain Chinese.
public final class Wording {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Wording() {}

  /// For example `2023年5月30日`.
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// For example `2023-05-30`, as in tables and rows.
  public static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  /// For example `5月30日`, with the year where it is another one.
  public static String dayNear(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? DAY_OF_YEAR.format(day) : DAY.format(day);
  }

  /// For example `11月22日 星期日`.
  public static String dayOfWeek(LocalDate day) {
    return DAY_OF_YEAR.format(day)
        + " "
        + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA);
  }

  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /// For example `11月20日 08:00`.
  public static String moment(Instant at, Clock clock) {
    ZonedDateTime local = at.atZone(clock.getZone());
    return dayNear(local.toLocalDate(), LocalDate.now(clock)) + " " + TIME.format(local);
  }

  /// How long ago: 刚刚, minutes, hours, and the date beyond a day.
  public static String ago(Instant at, Clock clock) {
    Duration age = Duration.between(at, clock.instant());
    if (age.compareTo(Duration.ofMinutes(1)) < 0) {
      return Messages.of("wording.now");
    }
    if (age.compareTo(Duration.ofHours(1)) < 0) {
      return Messages.of("wording.minutes", String.valueOf(age.toMinutes()));
    }
    if (age.compareTo(Duration.ofDays(1)) < 0) {
      return Messages.of("wording.hours", String.valueOf(age.toHours()));
    }
    return moment(at, clock);
  }

  /// For example `31条`.
  public static String items(long count) {
    return Messages.of("wording.items", String.valueOf(count));
  }
}
