package cn.gongkai.sync.cycle;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.ProgramVersion;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.AgentReport.ClockState;
import cn.gongkai.content.store.AgentReport.Outcome;
import cn.gongkai.content.store.AgentReport.Waiting;
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
  /// @return empty where the attempt leaves the report to the agent that is at work
  Optional<AgentReport> after(
      Optional<AgentReport> before, SyncOutcome outcome, Instant now, Found found) {
    return Kind.find(outcome).map(kind -> report(before, kind, now, found));
  }

  private AgentReport report(Optional<AgentReport> before, Kind kind, Instant now, Found found) {
    boolean succeeded = kind.outcome == Outcome.UP_TO_DATE || kind.outcome == Outcome.APPLIED;
    boolean seen = succeeded || kind.outcome == Outcome.INTERRUPTED;
    Kind told = kind.code.isPresent() ? kind : withNote(kind, found);
    return new AgentReport(
        seen ? Optional.of(now) : before.flatMap(AgentReport::seenAt),
        now,
        succeeded ? Optional.of(now) : before.flatMap(AgentReport::succeededAt),
        told.outcome,
        told.code,
        told.detail,
        found.heads(),
        site,
        found.root().onFirstUse(),
        found.root().fingerprint(),
        found.clock(),
        found.waiting(),
        found.rebuilt() ? Optional.of(now) : before.flatMap(AgentReport::rebuiltAt),
        Optional.of(ProgramVersion.TEXT),
        before.flatMap(AgentReport::stick),
        before.flatMap(AgentReport::reporting));
  }

  /// Where nothing is wrong with the content there may be a word about the rest.
  private static Kind withNote(Kind kind, Found found) {
    if (found.clock() == ClockState.BEHIND) {
      return new Kind(
          kind.outcome,
          Optional.of("SYNC-CLOCK-BEHIND"),
          Optional.of("this machine's clock shows a time before the site's last signature"));
    }
    return found.night().isPresent()
        ? new Kind(kind.outcome, Optional.of("SYNC-NIGHT"), found.night())
        : kind;
  }

  /// What the terminal is found to be after an attempt.
  ///
  /// @param heads what the store holds now, recomputed from it
  /// @param night what is left for the night, in words
  /// @param rebuilt true where a damaged store was built anew
  record Found(
      List<ChannelHead> heads,
      Root root,
      ClockState clock,
      Waiting waiting,
      Optional<String> night,
      boolean rebuilt) {}

  /// What is known about the root of trust.
  record Root(boolean onFirstUse, Optional<String> fingerprint) {}

  private record Kind(Outcome outcome, Optional<String> code, Optional<String> detail) {

    static Optional<Kind> find(SyncOutcome outcome) {
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
        case SyncOutcome.Busy ignored -> Optional.empty();
        case SyncOutcome.Failed f -> of(Outcome.FAILED, f.code(), f.why());
      };
    }

    private static Optional<Kind> of(Outcome outcome) {
      return Optional.of(new Kind(outcome, Optional.empty(), Optional.empty()));
    }

    private static Optional<Kind> of(Outcome outcome, String code, String detail) {
      return Optional.of(new Kind(outcome, Optional.of(code), Optional.of(detail)));
    }
  }
}
