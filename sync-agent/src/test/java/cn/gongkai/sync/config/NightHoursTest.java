package cn.gongkai.sync.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightHoursTest {

  private static final long LARGE = 20 << 20;
  private static final Instant NOON = Instant.parse("2024-03-01T04:00:00Z");

  private static NightHours hours(String from, String until) {
    return new NightHours(
        LocalTime.parse(from),
        LocalTime.parse(until),
        ZoneId.of("Asia/Shanghai"),
        LARGE,
        Duration.ofDays(3));
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 06:00, 2024-03-01T13:59:59Z, false",
    "22:00, 06:00, 2024-03-01T14:00:00Z, true",
    "22:00, 06:00, 2024-03-01T16:00:00Z, true",
    "22:00, 06:00, 2024-03-01T21:59:59Z, true",
    "22:00, 06:00, 2024-03-01T22:00:00Z, false",
    "01:00, 05:00, 2024-03-01T16:30:00Z, false",
    "01:00, 05:00, 2024-03-01T17:00:00Z, true",
    "12:00, 12:00, 2024-03-01T09:00:00Z, true"
  })
  void largeFilesComeWithinTheHours(String from, String until, Instant now, boolean allowed) {
    assertThat(hours(from, until).allow(LARGE + 1, now, Optional.empty())).isEqualTo(allowed);
  }

  @Test
  void smallFilesComeAtAnyTime() {
    assertThat(hours("22:00", "06:00").allow(LARGE, NOON, Optional.empty())).isTrue();
  }

  @Test
  void aTerminalThatIsOffAtNightFetchesByDayAfterItsPatience() {
    NightHours hours = hours("22:00", "06:00");
    Instant since = NOON.minus(Duration.ofDays(3));
    assertThat(hours.allow(LARGE + 1, NOON, Optional.of(since))).isTrue();
    assertThat(hours.allow(LARGE + 1, NOON, Optional.of(since.plusSeconds(1)))).isFalse();
  }
}
