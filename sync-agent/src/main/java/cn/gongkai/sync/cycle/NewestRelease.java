package cn.gongkai.sync.cycle;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.StagedTrust;
import cn.gongkai.content.release.tuf.TrustedStore;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.sync.site.SiteMetadata;
import cn.gongkai.sync.site.SiteSource;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest release that any of the sources offers and that can be trusted.
///
/// Every source is asked by itself, each against what the one before it has proven: a stale mirror
/// is refused for going back and costs nothing but its two requests, and files of different sources
/// are never mixed within one verification.
final class NewestRelease {

  private static final Logger LOG = LoggerFactory.getLogger(NewestRelease.class);

  private final List<SiteSource> sources;
  private final Clock clock;
  private final TufLimits limits;
  private final StagedTrust staged;

  /// @param kept changed by [#keep] only, but for new roots
  NewestRelease(List<SiteSource> sources, TrustedStore kept, Clock clock, TufLimits limits) {
    this.sources = List.copyOf(sources);
    this.clock = clock;
    this.limits = limits;
    this.staged = new StagedTrust(kept);
  }

  /// The best answer: a release where any source has one, else a refusal where there was one.
  RefreshOutcome ask() throws ReleaseException {
    RefreshOutcome best = new RefreshOutcome.Unreachable("SYNC-NO-NETWORK", "no source");
    for (SiteSource source : sources) {
      RefreshOutcome answer = ask(source);
      // Of two releases the later answer: it was held against the earlier one.
      boolean better = rank(answer) > rank(best) || answer instanceof RefreshOutcome.Current;
      if (better || source.equals(sources.getFirst())) {
        best = answer;
      }
    }
    return best;
  }

  private RefreshOutcome ask(SiteSource source) throws ReleaseException {
    StagedTrust attempt = new StagedTrust(staged);
    RefreshOutcome answer =
        new Refresh(
                new SiteMetadata(List.of(source)), attempt, clock, limits, ReleaseLimits.STANDARD)
            .run();
    if (answer instanceof RefreshOutcome.Current) {
      attempt.commit();
    } else {
      LOG.warn("{} gives no release: {}", source.name(), answer);
    }
    return answer;
  }

  private static int rank(RefreshOutcome outcome) {
    return switch (outcome) {
      case RefreshOutcome.Unreachable ignored -> 0;
      case RefreshOutcome.Refused ignored -> 1;
      case RefreshOutcome.Current ignored -> 2;
    };
  }

  /// Trusts from now on what [#ask] has found: only after its content is on disk.
  void keep() throws ReleaseException {
    staged.commit();
  }
}
