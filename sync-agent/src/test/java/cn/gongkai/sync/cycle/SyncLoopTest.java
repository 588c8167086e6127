package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyncLoopTest {

  @Test
  void itGoesOnAfterEveryOutcomeUntilItIsStopped() {
    List<SyncOutcome> outcomes =
        List.of(
            new SyncOutcome.Unreachable("SYNC-NO-NETWORK", "down"),
            new SyncOutcome.Refused("RELEASE-HASH", "a", "b"),
            new SyncOutcome.UpToDate(List.of()));
    List<SyncOutcome> reported = new ArrayList<>();
    SyncLoop[] loop = new SyncLoop[1];
    loop[0] =
        new SyncLoop(
            () -> outcomes.get(reported.size()),
            outcome -> {
              reported.add(outcome);
              if (reported.size() == outcomes.size()) {
                loop[0].stop();
              }
            },
            Duration.ZERO,
            Duration.ZERO,
            new Random(1),
            SyncLoop.LookAround.NOT);
    loop[0].run();
    assertThat(reported).isEqualTo(outcomes);
  }

  @Test
  void anInterruptedThreadEndsIt() {
    List<SyncOutcome> reported = new ArrayList<>();
    SyncLoop loop =
        new SyncLoop(
            SyncOutcome.Busy::new,
            reported::add,
            Duration.ofDays(1),
            Duration.ZERO,
            new Random(1),
            SyncLoop.LookAround.NOT);
    Thread.currentThread().interrupt();
    loop.run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reported).hasSize(1);
  }

  /// The pause is a day: only the look around can have begun the second cycle.
  @Test
  void whatStaffAskForEndsThePause() {
    List<SyncOutcome> reported = new ArrayList<>();
    SyncLoop[] loop = new SyncLoop[1];
    loop[0] =
        new SyncLoop(
            SyncOutcome.Busy::new,
            outcome -> {
              reported.add(outcome);
              if (reported.size() == 2) {
                loop[0].stop();
              }
            },
            Duration.ofDays(1),
            Duration.ZERO,
            new Random(1),
            new SyncLoop.LookAround(Duration.ofMillis(1), () -> true));
    loop[0].run();
    assertThat(reported).hasSize(2);
  }
}
