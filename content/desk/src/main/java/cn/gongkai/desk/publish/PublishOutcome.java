package cn.gongkai.desk.publish;

import cn.gongkai.content.release.Channel;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.problem.Problem;
import java.time.Instant;
import java.util.List;

/// What came of a publication.
public sealed interface PublishOutcome {

  /// The content has problems; the site is as it was.
  ///
  /// @param unlisted problems found beyond those listed
  record Refused(List<Problem> problems, int unlisted) implements PublishOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// A release was made.
  ///
  /// @param channels what changed, county first
  /// @param pages phone pages written
  /// @param removed files taken from the site because nothing names them any more
  /// @param freshUntil when terminals begin to warn unless it is renewed
  record Released(
      List<ChannelChange> channels,
      int blobs,
      int pages,
      int removed,
      Instant asOf,
      Instant freshUntil,
      boolean firstKeys,
      List<Problem> warnings,
      List<Verdict.Overridden> overridden)
      implements PublishOutcome {
    public Released {
      channels = List.copyOf(channels);
      warnings = List.copyOf(warnings);
      overridden = List.copyOf(overridden);
    }
  }

  /// Nothing has changed since the last release.
  ///
  /// @param renewed true where the signatures were renewed
  /// @param pages phone pages written anew, because their look has changed or they were missing
  /// @param removed files taken from the site because their time was over
  record Unchanged(boolean renewed, int pages, int removed, List<Problem> warnings)
      implements PublishOutcome {
    public Unchanged {
      warnings = List.copyOf(warnings);
    }
  }

  /// What changed in one channel.
  ///
  /// @param sequence where the channel stands now
  record ChannelChange(Channel channel, long sequence, int added, int changed, int withdrawn) {}
}
