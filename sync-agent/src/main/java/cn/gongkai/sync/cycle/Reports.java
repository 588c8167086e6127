package cn.gongkai.sync.cycle;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.AgentReport.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Outcomes as the report that kiosk, staff and fleet read. A time moves only when what it stands
/// for has happened.
final class Reports {

  private final String site;

  Reports(String site) {
    this.site = site;
  }

  /// @param before the report of the attempt before, if there was one
  /// @param held what the store holds now, recomputed from it
  AgentReport after(
      Optional<AgentReport> before,
      SyncOutcome outcome,
      Instant now,
      List<ChannelHead> held,
      Root root) {
    Kind kind = Kind.of(outcome);
    boolean seen = kind.outcome == Outcome.UP_TO_DATE || kind.outcome == Outcome.APPLIED;
    Optional<Instant> seenAt =
        seen || kind.outcome == Outcome.INTERRUPTED
            ? Optional.of(now)
            : before.flatMap(AgentReport::seenAt);
    Optional<Instant> succeededAt =
        seen ? Optional.of(now) : before.flatMap(AgentReport::succeededAt);
    return new AgentReport(
        seenAt,
        now,
        succeededAt,
        kind.outcome,
        kind.code,
        kind.detail,
        held,
        site,
        root.onFirstUse(),
        root.fingerprint());
  }

  /// The same where nothing else is wrong, with a word about the clock: what the site signed is
  /// later than what it shows.
  static AgentReport withClockBehind(AgentReport report) {
    if (report.code().isPresent()) {
      return report;
    }
    return new AgentReport(
        report.seenAt(),
        report.attemptedAt(),
        report.succeededAt(),
        report.outcome(),
        Optional.of("SYNC-CLOCK-BEHIND"),
        Optional.of("this machine's clock shows a time before the site's last signature"),
        report.heads(),
        report.site(),
        report.rootOnFirstUse(),
        report.rootFingerprint());
  }

  /// What is known about the root of trust.
  record Root(boolean onFirstUse, Optional<String> fingerprint) {}

  private record Kind(Outcome outcome, Optional<String> code, Optional<String> detail) {

    static Kind of(SyncOutcome outcome) {
      return switch (outcome) {
        case SyncOutcome.UpToDate ignored -> of(Outcome.UP_TO_DATE);
        case SyncOutcome.Applied ignored -> of(Outcome.APPLIED);
        case SyncOutcome.Carried c ->
            of(
                Outcome.CARRIED,
                "SYNC-STICK",
                "authentic, freshness unknown: metadata valid until " + c.validUntil());
        case SyncOutcome.Interrupted i -> of(Outcome.INTERRUPTED, i.code(), i.why());
        case SyncOutcome.Refused r ->
            of(Outcome.REFUSED, r.code(), "expected " + r.expected() + ", found " + r.actual());
        case SyncOutcome.Unreachable u -> of(Outcome.UNREACHABLE, u.code(), u.why());
        case SyncOutcome.Busy ignored ->
            of(Outcome.BUSY, "STORE-BUSY", "another agent is at work on this terminal");
        case SyncOutcome.Failed f -> of(Outcome.FAILED, f.code(), f.why());
      };
    }

    private static Kind of(Outcome outcome) {
      return new Kind(outcome, Optional.empty(), Optional.empty());
    }

    private static Kind of(Outcome outcome, String code, String detail) {
      return new Kind(outcome, Optional.of(code), Optional.of(detail));
    }
  }
}
