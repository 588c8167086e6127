package cn.gongkai.desk.publish;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.time.Duration;

/// Requires that a site is as it was signed, before it is signed again without a look at its
/// sources.
record IntactSite(Repository repository, SegmentFolder segments, SigningKeys keys) {

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

  /// A channel that its township alone can sign is never signed anew here: where its key was
  /// revoked it is refused until the township signs with another.
  private void requireAll(TrustedRelease release) throws PublishException, ReleaseException {
    for (TrustedRelease.RefusedChannel refused : release.refused()) {
      if (!keys.isElsewhere(refused.channel())) {
        throw broken(refused.channel() + " " + refused.code() + " " + refused.expected());
      }
    }
  }

  private static PublishException broken(String what) {
    return new PublishException("PUBLISH-BROKEN", "the site is not as it was signed: " + what);
  }
}
