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
            new Random(1));
    loop[0].run();
    assertThat(reported).isEqualTo(outcomes);
  }

  @Test
  void anInterruptedThreadEndsIt() {
    List<SyncOutcome> reported = new ArrayList<>();
    SyncLoop loop =
        new SyncLoop(
            SyncOutcome.Busy::new, reported::add, Duration.ofDays(1), Duration.ZERO, new Random(1));
    Thread.currentThread().interrupt();
    loop.run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(reported).hasSize(1);
  }
}
