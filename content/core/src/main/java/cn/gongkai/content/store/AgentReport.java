package cn.gongkai.content.store;

import cn.gongkai.content.release.ChannelHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the agent last knew, kept as `agent.json` in the terminal directory: the only word between
/// agent and kiosk besides the content itself. The four times are kept apart, so that "up to date"
/// cannot be said of a terminal that only tried.
///
/// @param seenAt when the site last answered with anything the terminal trusts
/// @param attemptedAt when the agent last tried
/// @param succeededAt when the store was last proven to hold the site's newest release
/// @param outcome how the last attempt ended
/// @param code stable code of `docs/errors.md` where it did not succeed
/// @param detail what was expected and what was there, for staff and logs
/// @param heads what the store held after the attempt, recomputed from it
/// @param site where the agent fetches from
/// @param rootOnFirstUse true where nobody has compared the root key's fingerprint yet
/// @param rootFingerprint lower-case hex SHA-256 of the trusted root metadata
/// @param clock what the attempt found out about this machine's clock
/// @param waiting files that items still wait for
/// @param rebuiltAt when a damaged store was last built anew
/// @param version of the agent
/// @param stick a site on a stick that is plugged in, and waits for staff to confirm it
/// @param reporting how telling the desk goes; empty where no desk is told
public record AgentReport(
    Optional<Instant> seenAt,
    Instant attemptedAt,
    Optional<Instant> succeededAt,
    Outcome outcome,
    Optional<String> code,
    Optional<String> detail,
    List<ChannelHead> heads,
    String site,
    boolean rootOnFirstUse,
    Optional<String> rootFingerprint,
    ClockState clock,
    Waiting waiting,
    Optional<Instant> rebuiltAt,
    Optional<String> version,
    Optional<Stick> stick,
    Optional<Reporting> reporting) {

  /// How an attempt ended.
  public enum Outcome {
    /// The store already held the newest release.
    UP_TO_DATE,
    /// A release was applied.
    APPLIED,
    /// Content of a stick is held: authentic, but whether it is the newest nobody knows. No time
    /// but that of the attempt moves.
    CARRIED,
    /// Part of the way; the next attempt goes on from there.
    INTERRUPTED,
    /// What the site offers is not to be trusted; nothing was changed.
    REFUSED,
    /// The site did not answer.
    UNREACHABLE,
    /// The terminal itself is in trouble: its disk, its store.
    FAILED
  }

  /// This machine's clock beside what others say of the time.
  public enum ClockState {
    /// Nothing speaks against it.
    PLAUSIBLE,
    /// It shows less than a time that has been signed, which stands in for it.
    BEHIND,
    /// Signatures have run out by it and have not by the clock of the site's server.
    AHEAD
  }

  /// Files that are still to be fetched. Until they are here their items are not shown, or are
  /// shown as they were before.
  ///
  /// @param bytes of all of them, as far as they are signed for
  /// @param since since when some have been waiting without a break
  public record Waiting(int files, long bytes, Optional<Instant> since) {
    public static final Waiting NOTHING = new Waiting(0, 0, Optional.empty());
  }

  /// A stick with a site on it, verified as far as can be told without applying anything.
  ///
  /// @param id names this content in this place: another stick, or other content on it, has another
  /// @param asOf when the desk published what it holds; empty where it is not to be trusted
  /// @param sequence of the county's channel
  /// @param newer true where it holds something the terminal does not
  /// @param code why it can not be imported
  public record Stick(
      String id,
      Optional<Instant> asOf,
      Optional<Long> sequence,
      boolean newer,
      Optional<String> code) {}

  /// How telling the desk goes.
  ///
  /// @param terminal under which name
  /// @param heardAt when the desk last acknowledged something
  /// @param queued receipts that it has not acknowledged
  /// @param dropped receipts that were given up because the queue was full
  /// @param code why the last attempt failed
  public record Reporting(
      String terminal,
      Optional<Instant> heardAt,
      long queued,
      long dropped,
      Optional<String> code) {}

  public AgentReport {
    heads = List.copyOf(heads == null ? List.of() : heads);
    clock = clock == null ? ClockState.PLAUSIBLE : clock;
    waiting = waiting == null ? Waiting.NOTHING : waiting;
  }

  /// Why the terminal does not show the newest, in a word for staff; empty where it does.
  public Optional<AgentReason> findReason() {
    return code.map(AgentReason::of);
  }

  public AgentReport withStick(Optional<Stick> seen) {
    return new AgentReport(
        seenAt,
        attemptedAt,
        succeededAt,
        outcome,
        code,
        detail,
        heads,
        site,
        rootOnFirstUse,
        rootFingerprint,
        clock,
        waiting,
        rebuiltAt,
        version,
        seen,
        reporting);
  }

  public AgentReport withReporting(Optional<Reporting> told) {
    return new AgentReport(
        seenAt,
        attemptedAt,
        succeededAt,
        outcome,
        code,
        detail,
        heads,
        site,
        rootOnFirstUse,
        rootFingerprint,
        clock,
        waiting,
        rebuiltAt,
        version,
        stick,
        told);
  }
}
