package cn.gongkai.desk.publish;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.time.Duration;

/// Requires that a site is as it was signed, before it is signed again without a look at its
/// sources.
record IntactSite(Repository repository, SegmentFolder segments) {

  private static final Duration ANY_AGE = Duration.ofDays(36_500);

  /// The signatures of everything in force, however old, and every listed segment.
  ///
  /// @throws PublishException `PUBLISH-BROKEN`
  /// @throws ReleaseException `RELEASE-SEGMENT-SIZE`, `RELEASE-SEGMENT-HASH`
  void require() throws PublishException, ReleaseException {
    RefreshOutcome found = repository.verify(TufLimits.STANDARD.withExpiredFor(ANY_AGE));
    switch (found) {
      case RefreshOutcome.Current current -> requireAll(current.release());
      case RefreshOutcome.Refused refused ->
          throw broken(refused.code() + " " + refused.expected());
      case RefreshOutcome.Unreachable failed -> throw broken(failed.code() + " " + failed.why());
    }
    for (PublishedChannel channel : repository.channels()) {
      for (SegmentRef segment : channel.segments()) {
        SegmentReader.verify(segments.file(segment), segment, ReleaseLimits.STANDARD);
      }
    }
  }

  private static void requireAll(TrustedRelease release) throws PublishException {
    if (!release.refused().isEmpty()) {
      TrustedRelease.RefusedChannel refused = release.refused().getFirst();
      throw broken(refused.channel() + " " + refused.code() + " " + refused.expected());
    }
  }

  private static PublishException broken(String what) {
    return new PublishException("PUBLISH-BROKEN", "the site is not as it was signed: " + what);
  }
}
