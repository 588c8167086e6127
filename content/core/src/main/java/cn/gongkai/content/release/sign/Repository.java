package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TufLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/// A site's signed metadata, as its publisher changes it. The segments a publication names must
/// already be in the site's `targets/`.
///
/// New files come beside the old ones, and `timestamp.json` is replaced last: a terminal sees the
/// old release or the new one. Before that the new release is verified as a terminal would, and not
/// published where it would be refused. Files whose content has not changed are not written again.
/// One publisher at a time.
public final class Repository {

  private final MetadataFolder folder;
  private final SigningKeys keys;
  private final RepositoryPolicy policy;
  private final Clock clock;

  /// @param site the folder that holds `metadata/` and `targets/`
  public Repository(Path site, SigningKeys keys, RepositoryPolicy policy, Clock clock) {
    this.folder = new MetadataFolder(site.resolve("metadata"));
    this.keys = keys;
    this.policy = policy;
    this.clock = clock;
  }

  /// Publishes channels as they are from now on; channels not named stay as they are. The first
  /// publication names the county and makes `1.root.json`.
  ///
  /// Applies whatever has changed about keys as well: a rotated key of a top-level role brings a
  /// new root, a township's a new delegation and a new signature on its channel.
  ///
  /// @throws ReleaseException `RELEASE-KEY-MISSING`, `RELEASE-CLOCK` where this machine's clock is
  ///   behind the last publication, `RELEASE-UNVERIFIED` where a terminal would refuse the result,
  ///   `RELEASE-IO`
  public Published publish(Collection<PublishedChannel> changed) throws ReleaseException {
    return new Publication(folder, keys, policy, clock).publish(changed);
  }

  /// Takes a channel that its township has signed elsewhere, with a key known here by its public
  /// half.
  ///
  /// @param roleFile the township's signed file, as received
  /// @throws ReleaseException as [#publish], and `RELEASE-TUF-…` where it is not as it must be
  public Published adopt(Channel town, byte[] roleFile) throws ReleaseException {
    return new Publication(folder, keys, policy, clock).adopt(town, roleFile);
  }

  /// Signs a new timestamp, and whatever else is about to expire, over unchanged content.
  public Published renew() throws ReleaseException {
    return publish(List.of());
  }

  /// True where [#renew] would sign more than the timestamp: a key was replaced, or a file nears
  /// its end.
  public boolean isDue() throws ReleaseException {
    return new Publication(folder, keys, policy, clock).isDue();
  }

  /// The channels as they are published now; none before the first publication.
  public List<PublishedChannel> channels() throws ReleaseException {
    return new Publication(folder, keys, policy, clock).channels();
  }

  /// What a terminal that knows only the first root would make of the site.
  public RefreshOutcome verify() throws ReleaseException {
    return verify(TufLimits.STANDARD);
  }

  /// As [#verify()], under other limits: how long expired metadata is still taken.
  public RefreshOutcome verify(TufLimits limits) throws ReleaseException {
    byte[] root =
        folder
            .find("1.root.json")
            .orElseThrow(() -> ReleaseException.refused("RELEASE-TUF-ABSENT", "a root", "none"));
    return new Refresh(folder, new MemoryTrust(root), clock, limits, ReleaseLimits.STANDARD).run();
  }
}
