package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a source for the newest release and says what may be trusted of it. Each [#run] is a run of
/// the client workflow; afterwards the store holds what was accepted. One thread at a time.
public final class Refresh {

  private final MetadataSource source;
  private final TrustedStore store;
  private final Clock clock;
  private final TufLimits limits;
  private final ReleaseLimits releaseLimits;

  public Refresh(
      MetadataSource source,
      TrustedStore store,
      Clock clock,
      TufLimits limits,
      ReleaseLimits releaseLimits) {
    this.source = source;
    this.store = store;
    this.clock = clock;
    this.limits = limits;
    this.releaseLimits = releaseLimits;
  }

  /// @throws ReleaseException `RELEASE-IO` only: this machine's disk failed
  public RefreshOutcome run() throws ReleaseException {
    try {
      TufClient client = new TufClient(source, store, clock, limits);
      TrustedSet set = client.refresh();
      return new RefreshOutcome.Current(release(client, set));
    } catch (ReleaseException e) {
      return switch (e.kind()) {
        case REFUSED -> new RefreshOutcome.Refused(e.code(), e.expected(), e.actual());
        case UNREACHABLE -> new RefreshOutcome.Unreachable(e.code(), e.actual());
        case BROKEN -> throw e;
      };
    }
  }

  /// What was accepted before, read from the store alone and whether or not it has expired: what
  /// the terminal should be showing. Empty before the first refresh and where the kept files do not
  /// belong together, as after a power cut; the next [#run] mends that.
  public Optional<TrustedRelease> findKept() throws ReleaseException {
    TufClient client =
        new TufClient(
            new KeptMetadata(store), store, clock, limits.withExpiredFor(KeptMetadata.ANY_AGE));
    try {
      return Optional.of(release(client, client.refresh()));
    } catch (ReleaseException e) {
      if (e.kind() == ReleaseException.Kind.BROKEN) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private TrustedRelease release(TufClient client, TrustedSet set) throws ReleaseException {
    TargetsFile county = client.load(set.root().targets());
    List<PublishedChannel> channels = new ArrayList<>();
    Map<Channel, Authority> authorities = new HashMap<>();
    List<TrustedRelease.RefusedChannel> refused = new ArrayList<>();
    channels.add(PublishedChannel.read(Channel.COUNTY, county.file(), releaseLimits.segments()));
    long root = set.root().version();
    authorities.put(Channel.COUNTY, authority(root, root, set.root().targets()));
    if (county.delegations().size() > limits.channels()) {
      throw ReleaseException.refused(
          "RELEASE-CHANNEL-CONTENT",
          "at most " + limits.channels() + " channels",
          county.delegations().size());
    }
    for (Delegation delegation : county.delegations()) {
      if (isTown(delegation.role().name())) {
        readTown(client, delegation, channels, refused);
        authorities.put(
            new Channel(delegation.role().name()),
            authority(root, county.file().version(), delegation.role()));
      }
    }
    return new TrustedRelease(
        channels,
        authorities,
        refused,
        set.freshUntil(),
        set.freshUntil().isAfter(set.now()),
        client.clockIsBehind());
  }

  private static Authority authority(long root, long delegator, Role role) {
    return Authority.of(root, delegator, role.keys().keySet());
  }

  private void readTown(
      TufClient client,
      Delegation delegation,
      List<PublishedChannel> channels,
      List<TrustedRelease.RefusedChannel> refused)
      throws ReleaseException {
    Channel channel = new Channel(delegation.role().name());
    try {
      TargetsFile role = client.load(delegation.role());
      PublishedChannel published =
          PublishedChannel.read(channel, role.file(), releaseLimits.segments());
      requireCovered(delegation, published);
      channels.add(published);
    } catch (ReleaseException e) {
      if (e.kind() != ReleaseException.Kind.REFUSED) {
        throw e;
      }
      refused.add(new TrustedRelease.RefusedChannel(channel, e.code(), e.expected(), e.actual()));
    }
  }

  /// A role's targets count only where its delegation covers their paths.
  private static void requireCovered(Delegation delegation, PublishedChannel published)
      throws ReleaseException {
    for (var segment : published.segments()) {
      if (!delegation.covers(segment.targetPath())) {
        throw ReleaseException.refused(
            "RELEASE-CHANNEL-CONTENT",
            "paths delegated to " + published.channel(),
            segment.targetPath());
      }
    }
  }

  /// Other roles may be delegated to in later versions; they are nothing to this one.
  private static boolean isTown(String role) {
    try {
      return new Channel(role).isTown();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
