package cn.gongkai.kiosk.text;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.testkit.ManualClock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordingTest {

  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");

  @Test
  void agesAreSaidAsPeopleSayThem() {
    assertThat(ago(Duration.ofSeconds(20))).isEqualTo("刚刚");
    assertThat(ago(Duration.ofMinutes(10))).isEqualTo("10分钟前");
    assertThat(ago(Duration.ofHours(3))).isEqualTo("3小时前");
    assertThat(ago(Duration.ofHours(49))).isEqualTo("11月20日 08:30");
  }

  @Test
  void aTimeInTheFutureIsNotNegative() {
    assertThat(ago(Duration.ofMinutes(-5))).isEqualTo("刚刚");
  }

  @Test
  void theYearIsSaidWhereItIsAnotherOne() {
    LocalDate today = LocalDate.of(2023, 11, 22);
    assertThat(Wording.dayNear(LocalDate.of(2023, 5, 3), today)).isEqualTo("5月3日");
    assertThat(Wording.dayNear(LocalDate.of(2022, 5, 3), today)).isEqualTo("2022年5月3日");
  }

  @Test
  void weekdaysAreChinese() {
    assertThat(Wording.dayOfWeek(LocalDate.of(2023, 11, 22))).isEqualTo("11月22日 星期三");
  }

  @Test
  void countsCarryNoThousandsSeparators() {
    assertThat(Wording.items(12345)).isEqualTo("12345条");
  }

  private String ago(Duration age) {
    return Wording.ago(clock.instant().minus(age), clock);
  }
}
