package cn.gongkai.kiosk.nav;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.testkit.ManualClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private int resets;
  private final Session session = new Session(clock, IdleLimits.DEFAULT, () -> resets++);

  @Test
  void homeIsResetAfterSixtySeconds() {
    session.enter(SessionKind.HOME);
    wait(59);
    assertThat(resets).isZero();
    wait(1);
    assertThat(resets).isEqualTo(1);
  }

  @Test
  void listsWaitNinetyAndReadersHundredAndEightySeconds() {
    session.enter(SessionKind.LIST);
    wait(89);
    assertThat(resets).isZero();
    session.enter(SessionKind.READING);
    wait(179);
    assertThat(resets).isZero();
    wait(1);
    assertThat(resets).isEqualTo(1);
  }

  @Test
  void theLastThirtySecondsAreCountedDown() {
    session.enter(SessionKind.LIST);
    wait(59);
    assertThat(warning()).isEmpty();
    wait(1);
    assertThat(warning()).contains(30L);
    wait(29);
    assertThat(warning()).contains(1L);
  }

  @Test
  void anyUseTakesTheWarningAwayAndBeginsAnew() {
    session.enter(SessionKind.LIST);
    wait(80);
    session.use();
    assertThat(warning()).isEmpty();
    wait(89);
    assertThat(resets).isZero();
  }

  @Test
  void moreAddsTenMinutesOnAnyScreen() {
    session.enter(SessionKind.HOME);
    wait(50);
    session.more();
    assertThat(warning()).isEmpty();
    wait(569);
    assertThat(warning()).isEmpty();
    wait(30);
    assertThat(resets).isZero();
    wait(1);
    assertThat(resets).isEqualTo(1);
  }

  @Test
  void aGrantedStayOutlivesATouchButNotTheSession() {
    session.enter(SessionKind.HOME);
    session.more();
    wait(100);
    session.use();
    wait(499);
    assertThat(resets).isZero();
    wait(1);
    assertThat(resets).isEqualTo(1);
    session.enter(SessionKind.HOME);
    wait(60);
    assertThat(resets).isEqualTo(2);
  }

  @Test
  void nobodyIsIdleWhileSomethingPlays() {
    session.enter(SessionKind.READING);
    session.hold("video");
    wait(3600);
    assertThat(resets).isZero();
    session.release("video");
    wait(179);
    assertThat(resets).isZero();
    wait(1);
    assertThat(resets).isEqualTo(1);
  }

  @Test
  void theAttractScreenIsNeverReset() {
    session.enter(SessionKind.ATTRACT);
    wait(7200);
    assertThat(resets).isZero();
  }

  @Test
  void aClockSetForwardThrowsNobodyOut() {
    session.enter(SessionKind.READING);
    wait(10);
    clock.advance(Duration.ofDays(400));
    session.tick();
    assertThat(resets).isZero();
    assertThat(warning()).isEmpty();
  }

  @Test
  void aClockSetBackDoesNotProlongTheWait() {
    session.enter(SessionKind.HOME);
    wait(50);
    clock.advance(Duration.ofHours(-8));
    session.tick();
    wait(10);
    assertThat(resets).isEqualTo(1);
  }

  private Optional<Long> warning() {
    return session.warningProperty().get().map(Duration::toSeconds);
  }

  private void wait(int seconds) {
    for (int i = 0; i < seconds * 4; i++) {
      clock.advance(Duration.ofMillis(250));
      session.tick();
    }
  }
}
