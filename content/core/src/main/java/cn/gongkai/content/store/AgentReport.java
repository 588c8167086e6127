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
    Waiting waiting) {

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

  public AgentReport {
    heads = List.copyOf(heads == null ? List.of() : heads);
    clock = clock == null ? ClockState.PLAUSIBLE : clock;
    waiting = waiting == null ? Waiting.NOTHING : waiting;
  }

  /// Why the terminal does not show the newest, in a word for staff; empty where it does.
  public Optional<AgentReason> findReason() {
    return code.map(AgentReason::of);
  }
}
