package cn.gongkai.sync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.testkit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CeilingTest {

  private static final long KIB = 1024;

  private final ManualClock clock = ManualClock.at("2024-03-01T01:00:00Z");
  private Duration waited = Duration.ZERO;
  private final Ceiling ceiling =
      new Ceiling(
          100 * KIB,
          clock,
          pause -> {
            waited = waited.plus(pause);
            clock.advance(pause);
          });

  @Test
  void whatIsBelowTheCeilingWaitsForNothing() throws Exception {
    for (int second = 0; second < 10; second++) {
      ceiling.take(90 * KIB);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(waited).isZero();
  }

  @Test
  void aLongTransferTakesAsLongAsTheCeilingSays() throws Exception {
    for (int piece = 0; piece < 160; piece++) {
      ceiling.take(64 * KIB);
    }
    long expected = 160 * 64 / 100 - 1;
    assertThat(waited.toSeconds()).isBetween(expected - 2, expected + 2);
  }

  @Test
  void anIdleNightSavesUpNoMoreThanASecond() throws Exception {
    clock.advance(Duration.ofHours(8));
    ceiling.take(200 * KIB);
    assertThat(waited).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aClockThatIsSetBackHoldsNobodyUp() throws Exception {
    ceiling.take(100 * KIB);
    clock.advance(Duration.ofDays(-3650));
    ceiling.take(100 * KIB);
    assertThat(waited).isEqualTo(Duration.ofSeconds(1));
  }
}
