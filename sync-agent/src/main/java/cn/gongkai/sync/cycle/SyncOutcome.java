package cn.gongkai.sync.cycle;

import cn.gongkai.content.release.ChannelHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one cycle ended.
public sealed interface SyncOutcome {

  /// The store held the newest release already, proven by its digests.
  record UpToDate(List<ChannelHead> heads) implements SyncOutcome {}

  /// A release was applied and is visible.
  ///
  /// @param changes lines of segments applied
  /// @param files fetched
  /// @param bytes fetched
  record Applied(List<ChannelHead> heads, long changes, int files, long bytes)
      implements SyncOutcome {}

  /// The store holds what a stick carried, proven by its digests. Whether there is something newer
  /// nobody here can know.
  ///
  /// @param validUntil until when the stick's metadata vouches for being the newest; may be over
  /// @param changes lines of segments applied
  record Carried(List<ChannelHead> heads, Instant validUntil, long changes)
      implements SyncOutcome {}

  /// The release is applied but files of some items are still missing, or the line was cut before
  /// it could be. The next cycle goes on from there.
  record Interrupted(String code, String why) implements SyncOutcome {}

  /// What is offered is not to be trusted. Nothing was changed.
  record Refused(String code, String expected, String actual) implements SyncOutcome {}

  /// The site did not answer.
  record Unreachable(String code, String why) implements SyncOutcome {}

  /// Another agent holds the terminal.
  record Busy() implements SyncOutcome {}

  /// The terminal's own disk or store is in trouble.
  record Failed(String code, String why) implements SyncOutcome {}

  /// The stable code of what went wrong; empty where nothing did.
  default Optional<String> findCode() {
    return switch (this) {
      case UpToDate ignored -> Optional.empty();
      case Applied ignored -> Optional.empty();
      case Carried ignored -> Optional.of("SYNC-STICK");
      case Interrupted i -> Optional.of(i.code());
      case Refused r -> Optional.of(r.code());
      case Unreachable u -> Optional.of(u.code());
      case Busy ignored -> Optional.of("STORE-BUSY");
      case Failed f -> Optional.of(f.code());
    };
  }

  /// The outcome in one English line, for logs and command lines.
  default String describe() {
    return switch (this) {
      case UpToDate ignored -> "up to date";
      case Applied a ->
          "applied %d changes, fetched %d files, %,d bytes"
              .formatted(a.changes(), a.files(), a.bytes());
      case Carried c ->
          "SYNC-STICK: authentic, freshness unknown: applied %d changes of a stick valid until %s"
              .formatted(c.changes(), c.validUntil());
      case Interrupted i -> i.code() + ": " + i.why();
      case Refused r -> r.code() + ": expected " + r.expected() + ", found " + r.actual();
      case Unreachable u -> u.code() + ": " + u.why();
      case Busy ignored -> "STORE-BUSY: another agent is at work on this terminal";
      case Failed f -> f.code() + ": " + f.why();
    };
  }
}
