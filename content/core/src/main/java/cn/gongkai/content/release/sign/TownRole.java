package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TufLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A township's signed file, `<N>.town-<code>.json`, in a folder of the township's own: what it has
/// signed last, and how it signs the next.
public final class TownRole {

  private final MetadataFolder folder;
  private final Channel town;

  /// @param metadata the folder of the signed files; may be missing
  public TownRole(Path metadata, Channel town) {
    this.folder = new MetadataFolder(metadata);
    this.town = town;
  }

  /// The newest file, as it is; empty where there is none.
  public Optional<byte[]> newest() throws ReleaseException {
    long version = version();
    return version == 0 ? Optional.empty() : folder.find(name(version));
  }

  /// The version of the newest file, 0 where there is none.
  public long version() throws ReleaseException {
    return folder.newestVersion(town.name());
  }

  /// What the newest file says; its signatures are not looked at.
  public Optional<PublishedChannel> channel() throws ReleaseException {
    Optional<SignedFile> file = file();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(PublishedChannel.read(town, file.get(), ReleaseLimits.STANDARD.segments()));
  }

  private Optional<SignedFile> file() throws ReleaseException {
    Optional<byte[]> bytes = newest();
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(SignedFile.read(bytes.get(), "targets", TufLimits.STANDARD));
  }

  /// Puts a file here that was signed elsewhere.
  public void put(byte[] roleFile) throws ReleaseException {
    SignedFile file = SignedFile.read(roleFile, "targets", TufLimits.STANDARD);
    folder.write(name(file.version()), roleFile);
  }

  /// Signs the channel where it says something else than the newest file, where that one is signed
  /// by other keys or nears its end. Only the newest file stays.
  ///
  /// @return the name of the new file; empty where the newest one stands
  /// @throws ReleaseException `RELEASE-KEY-MISSING`, `RELEASE-CLOCK` where this machine's clock is
  ///   behind the last signature
  public Optional<String> sign(
      PublishedChannel channel, SigningKeys keys, RepositoryPolicy policy, Clock clock)
      throws ReleaseException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<SigningKey> signers = keys.of(town.name()).stream().filter(SigningKey::canSign).toList();
    if (signers.isEmpty()) {
      throw ReleaseException.refused("RELEASE-KEY-MISSING", "a private key of " + town, "none");
    }
    Optional<SignedFile> current = file();
    Instant last = current.flatMap(SignedFile::issued).orElse(Instant.EPOCH);
    if (last.isAfter(now)) {
      throw ReleaseException.refused("RELEASE-CLOCK", "a time after " + last, now);
    }
    RoleDraft draft = new RoleDraft("targets", RoleContent.channel(channel), policy.targets());
    Set<String> ids = new HashSet<>();
    signers.forEach(key -> ids.add(key.id()));
    if (current.isPresent()
        && current.get().signatures().keySet().equals(ids)
        && draft.isSaidBy(current.get(), now, policy.renewalPercent())) {
      return Optional.empty();
    }
    long version = current.map(SignedFile::version).orElse(0L) + 1;
    folder.write(name(version), draft.sign(version, now, signers));
    folder.prune(town.name(), version);
    return Optional.of(name(version));
  }

  private String name(long version) {
    return version + "." + town + ".json";
  }
}
