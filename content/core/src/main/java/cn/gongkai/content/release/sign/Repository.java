package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TufLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    return publish(changed, Map.of());
  }

  /// As [#publish(Collection)], with channels that their townships have signed elsewhere, with keys
  /// known here by their public halves.
  ///
  /// @param taken the townships' signed files, as received
  /// @throws ReleaseException as [#publish(Collection)] and [#check]
  public Published publish(Collection<PublishedChannel> changed, Map<Channel, byte[]> taken)
      throws ReleaseException {
    return new Publication(folder, keys, policy, clock).publish(changed, taken);
  }

  /// What a township's signed file says, where it could be published now as far as its signature,
  /// version, time and name are concerned. Its segments are not looked at.
  ///
  /// @throws ReleaseException `RELEASE-TUF-ROLLBACK` where it is not newer than what is published,
  ///   `RELEASE-TUF-SIGNATURE`, `RELEASE-TUF-EXPIRED`, `RELEASE-CHANNEL-CONTENT` where it speaks
  ///   for another channel, `RELEASE-TUF-FORM`
  public PublishedChannel check(Channel town, byte[] roleFile) throws ReleaseException {
    return new Publication(folder, keys, policy, clock).check(town, roleFile);
  }

  /// Key ids of those who have signed a township's channel as it is published; none where it is
  /// not.
  public Set<String> signersOf(Channel town) throws ReleaseException {
    SignedFile file = SignedState.read(folder).targets().get(town.name());
    return file == null ? Set.of() : Set.copyOf(file.signatures().keySet());
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
