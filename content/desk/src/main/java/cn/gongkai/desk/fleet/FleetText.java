package cn.gongkai.desk.fleet;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the page of all terminals, from the bundle `fleet.properties`.
final class FleetText {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.desk.fleet.fleet", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private FleetText() {}

  static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  static String of(String key, Object... particulars) {
    Object[] words = Arrays.stream(particulars).map(String::valueOf).toArray();
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static String ago(Instant at, Clock clock) {
    Duration age = Duration.between(at, clock.instant());
    return age.compareTo(Duration.ofMinutes(1)) < 0 ? of("ago.now") : length("ago", age);
  }

  static String length(Duration length) {
    return length("by", length);
  }

  private static String length(String form, Duration length) {
    if (length.compareTo(Duration.ofHours(2)) < 0) {
      return of(form + ".minutes", Math.max(1, length.toMinutes()));
    }
    return length.compareTo(Duration.ofDays(2)) < 0
        ? of(form + ".hours", length.toHours())
        : of(form + ".days", length.toDays());
  }
}
