package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.AgentReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");

  private final Reports reports = new Reports("http://localhost/");
  private final Reports.Found found =
      new Reports.Found(
          List.of(),
          new Reports.Root(false, Optional.of("ab")),
          AgentReport.ClockState.PLAUSIBLE,
          AgentReport.Waiting.NOTHING,
          Optional.empty(),
          false);

  @Test
  void anUnreachableSiteMovesOnlyTheTimeOfTheAttempt() {
    AgentReport good = report(Optional.empty(), new SyncOutcome.UpToDate(List.of()), MONDAY);
    AgentReport bad =
        report(Optional.of(good), new SyncOutcome.Unreachable("SYNC-NO-NETWORK", "x"), TUESDAY);
    assertThat(bad.attemptedAt()).isEqualTo(TUESDAY);
    assertThat(bad.seenAt()).contains(MONDAY);
    assertThat(bad.succeededAt()).contains(MONDAY);
    assertThat(bad.code()).contains("SYNC-NO-NETWORK");
  }

  @Test
  void aRefusedReleaseIsNeverASuccess() {
    AgentReport bad =
        report(Optional.empty(), new SyncOutcome.Refused("RELEASE-HASH", "a", "b"), MONDAY);
    assertThat(bad.succeededAt()).isEmpty();
    assertThat(bad.seenAt()).isEmpty();
    assertThat(bad.detail()).contains("expected a, found b");
  }

  @Test
  void aReleaseWithMissingFilesIsSeenButNoSuccess() {
    AgentReport half =
        report(Optional.empty(), new SyncOutcome.Interrupted("SYNC-FILE-MISSING", "x"), MONDAY);
    assertThat(half.seenAt()).contains(MONDAY);
    assertThat(half.succeededAt()).isEmpty();
  }

  @Test
  void aSecondAgentLeavesTheReportOfTheFirst() {
    assertThat(reports.after(Optional.empty(), new SyncOutcome.Busy(), MONDAY, found)).isEmpty();
  }

  private AgentReport report(Optional<AgentReport> before, SyncOutcome outcome, Instant now) {
    return reports.after(before, outcome, now, found).orElseThrow();
  }
}
