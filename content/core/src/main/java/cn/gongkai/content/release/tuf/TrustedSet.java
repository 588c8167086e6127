package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The metadata that is trusted in one run, and the decision what may join it. Pure: no files, no
/// clock. Refuses with a [ReleaseException] and is then as it was before.
///
/// Files are offered in the order of the specification's workflow: roots, [#fixNow], the timestamp,
/// the snapshot, the targets, delegated roles. Not thread-safe.
public final class TrustedSet {

  private final TufLimits limits;
  private RootFile root;
  private Instant now = Instant.MAX;
  private Instant freshUntil = Instant.MAX;
  private @Nullable ListingFile timestamp;
  private @Nullable ListingFile snapshot;
  private @Nullable ListingFile earlierSnapshot;
  private final Map<String, TargetsFile> roles = new LinkedHashMap<>();

  /// §5.2: begins with a root trusted from outside, which must at least be signed as it demands.
  public TrustedSet(byte[] trustedRoot, TufLimits limits) throws ReleaseException {
    this.limits = limits;
    this.root = RootFile.read(trustedRoot, limits);
    root.root().requireSigned(root.file());
  }

  public RootFile root() {
    return root;
  }

  public Instant now() {
    return now;
  }

  /// When the first of the files in use expires: until then the content is known to be fresh.
  public Instant freshUntil() {
    return freshUntil;
  }

  /// §5.3.3 to 5.3.7: takes the next root.
  ///
  /// @return true where it gives the timestamp or the snapshot other keys, so that §5.3.11 what is
  ///   kept of both must be deleted
  public boolean updateRoot(byte[] bytes) throws ReleaseException {
    RootFile next = RootFile.read(bytes, limits);
    // §5.3.4: a threshold of the old keys and a threshold of the new ones.
    root.root().requireSigned(next.file());
    next.root().requireSigned(next.file());
    // §5.3.5: exactly one version on.
    requireVersion("root", root.version() + 1, next.version());
    boolean rotates = root.rotates(next);
    root = next;
    return rotates;
  }

  /// §5.4.3: what was trusted before, as the mark below which nothing may go. It may have expired;
  /// it must be signed by today's keys.
  public void recallTimestamp(byte[] bytes) throws ReleaseException {
    ListingFile earlier = ListingFile.readTimestamp(bytes, limits);
    root.timestamp().requireSigned(earlier.file());
    timestamp = earlier;
  }

  /// §5.5.5: as [#recallTimestamp], for the snapshot.
  public void recallSnapshot(byte[] bytes) throws ReleaseException {
    ListingFile earlier = ListingFile.readSnapshot(bytes, limits);
    root.snapshot().requireSigned(earlier.file());
    earlierSnapshot = earlier;
  }

  /// §5.1: fixes the time of the run: the clock's, but never before a time that the keys of this
  /// root have signed. A clock that is behind cannot bring old metadata back to life.
  ///
  /// Only top-level roles count: a township could stop the time of all others otherwise.
  public void fixNow(Instant clock) {
    now = clock;
    floor(root.file());
    Optional.ofNullable(timestamp).map(ListingFile::file).ifPresent(this::floor);
    Optional.ofNullable(earlierSnapshot).map(ListingFile::file).ifPresent(this::floor);
  }

  /// The time of the run or, where the timestamp has been signed after it, that time.
  Instant latestSignedTime() {
    Instant signed =
        Optional.ofNullable(timestamp).flatMap(t -> t.file().issued()).orElse(Instant.MIN);
    return signed.isAfter(now) ? signed : now;
  }

  private void floor(SignedFile file) {
    if (file.issued().isPresent() && file.issued().get().isAfter(now)) {
      now = file.issued().get();
    }
  }

  /// §5.3.10: the last of the roots must not have expired.
  public void checkRoot() throws ReleaseException {
    requireFresh("root", root.file());
  }

  /// §5.4.2 to 5.4.4.
  ///
  /// @return false where it is the version already trusted, which is used instead
  public boolean updateTimestamp(byte[] bytes) throws ReleaseException {
    ListingFile next = ListingFile.readTimestamp(bytes, limits);
    root.timestamp().requireSigned(next.file());
    ListingFile earlier = timestamp;
    if (earlier != null) {
      // §5.4.3.1
      requireNoRollback("timestamp", earlier.file().version(), next.file().version());
      if (earlier.file().version() == next.file().version()) {
        // The one thing an equal version must still pass: it may have expired since.
        requireFresh("timestamp", earlier.file());
        return false;
      }
      // §5.4.3.2
      requireNoRollback(
          "snapshot in timestamp",
          earlier.listed("snapshot.json").version(),
          next.listed("snapshot.json").version());
    }
    requireFresh("timestamp", next.file());
    timestamp = next;
    return true;
  }

  ListingFile.Listed snapshotClaim() throws ReleaseException {
    return present(timestamp, "timestamp").listed("snapshot.json");
  }

  /// Takes the recalled snapshot where the timestamp names that very file.
  public boolean keepSnapshot() throws ReleaseException {
    ListingFile earlier = earlierSnapshot;
    ListingFile.Listed claim = snapshotClaim();
    if (earlier == null || earlier.file().version() != claim.version()) {
      return false;
    }
    try {
      claim.claim().check("snapshot", earlier.file().bytes());
    } catch (ReleaseException e) {
      // Another file of the same version: whether it may be had is for the fetched one to show.
      return false;
    }
    requireFresh("snapshot", earlier.file());
    snapshot = earlier;
    return true;
  }

  /// §5.5.2 to 5.5.6.
  public void updateSnapshot(byte[] bytes) throws ReleaseException {
    ListingFile.Listed claim = snapshotClaim();
    claim.claim().check("snapshot", bytes);
    ListingFile next = ListingFile.readSnapshot(bytes, limits);
    root.snapshot().requireSigned(next.file());
    // §5.5.4: the version the timestamp names, against mix-and-match.
    requireVersion("snapshot", claim.version(), next.file().version());
    // §5.5.5: no role's version goes down, and no role is ever removed.
    if (earlierSnapshot != null) {
      for (Map.Entry<String, ListingFile.Listed> role : earlierSnapshot.files().entrySet()) {
        ListingFile.Listed after = next.files().get(role.getKey());
        if (after == null) {
          throw ReleaseException.refused(
              "RELEASE-TUF-ROLLBACK", role.getKey() + " still in the snapshot", "nothing");
        }
        requireNoRollback(
            role.getKey() + " in snapshot", role.getValue().version(), after.version());
      }
    }
    requireFresh("snapshot", next.file());
    snapshot = next;
  }

  ListingFile.Listed roleClaim(String role) throws ReleaseException {
    return present(snapshot, "snapshot").listed(role + ".json");
  }

  /// §5.6.2 to 5.6.5: takes a targets role.
  ///
  /// @param delegator what the role now in charge demands, so that a file kept from before never
  ///   inherits an authority that its delegator has lost
  TargetsFile updateTargets(Role delegator, byte[] bytes) throws ReleaseException {
    String name = delegator.name();
    ListingFile.Listed claim = roleClaim(name);
    claim.claim().check(name, bytes);
    TargetsFile next = TargetsFile.read(bytes, limits);
    delegator.requireSigned(next.file());
    requireVersion(name, claim.version(), next.file().version());
    requireFresh(name, next.file());
    roles.put(name, next);
    return next;
  }

  Optional<TargetsFile> findRole(String name) {
    return Optional.ofNullable(roles.get(name));
  }

  private static ListingFile present(@Nullable ListingFile file, String name) {
    if (file == null) {
      throw new IllegalStateException(name + " is not trusted yet");
    }
    return file;
  }

  private static void requireNoRollback(String what, long trusted, long offered)
      throws ReleaseException {
    if (offered < trusted) {
      throw ReleaseException.refused(
          "RELEASE-TUF-ROLLBACK", what + " version " + trusted + " or later", offered);
    }
  }

  private static void requireVersion(String what, long expected, long actual)
      throws ReleaseException {
    if (expected != actual) {
      throw ReleaseException.refused("RELEASE-TUF-VERSION", what + " version " + expected, actual);
    }
  }

  private void requireFresh(String what, SignedFile file) throws ReleaseException {
    Instant last = file.expires().plus(limits.expiredFor());
    if (!last.isAfter(now)) {
      throw ReleaseException.refused(
          "RELEASE-TUF-EXPIRED", what + " to be valid at " + now, "expired " + file.expires());
    }
    if (RootFile.TOP_LEVEL.contains(what) && file.expires().isBefore(freshUntil)) {
      freshUntil = file.expires();
    }
  }
}
