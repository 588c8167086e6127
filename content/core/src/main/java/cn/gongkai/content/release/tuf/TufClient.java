package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run of the client workflow (specification, section 5): fetches, decides, keeps.
///
/// [#refresh] comes first, [#find] after it. Not thread-safe; one run. Every refusal and failure is
/// a [ReleaseException]; what had been accepted before it stays accepted.
public final class TufClient {

  private final MetadataSource source;
  private final TrustedStore store;
  private final TufLimits limits;
  private final Instant clockTime;
  private @Nullable TrustedSet trusted;

  /// The clock is read once, here (§5.1).
  public TufClient(MetadataSource source, TrustedStore store, Clock clock, TufLimits limits) {
    this.source = source;
    this.store = store;
    this.limits = limits;
    this.clockTime = clock.instant();
  }

  /// §5.1 to 5.6.6: brings the four top-level roles up to date.
  public TrustedSet refresh() throws ReleaseException {
    TrustedSet set = new TrustedSet(startingRoot(), limits);
    followRoots(set);
    recall(set);
    set.fixNow(clockTime);
    set.checkRoot();
    updateTimestamp(set);
    updateSnapshot(set);
    trusted = set;
    load(set.root().targets());
    return set;
  }

  /// True where the clock shows less than a time that has been signed.
  public boolean clockIsBehind() {
    return clockTime.isBefore(set().latestSignedTime());
  }

  /// §5.2: the root in use or, where a disk has damaged it, the newest good one before it: the way
  /// from there to the current one is fetched again.
  private byte[] startingRoot() throws ReleaseException {
    Optional<byte[]> current = store.find("root").filter(this::isWhole);
    if (current.isPresent()) {
      return current.get();
    }
    return store.rootHistory().stream()
        .filter(this::isWhole)
        .findFirst()
        .orElseThrow(
            () ->
                ReleaseException.refused(
                    "RELEASE-TUF-LOCAL", "a trusted root", "none that is whole"));
  }

  private boolean isWhole(byte[] root) {
    try {
      return new TrustedSet(root, limits).root().version() > 0;
    } catch (ReleaseException e) {
      return false;
    }
  }

  /// §5.3: one version after the other until the source has no next one.
  private void followRoots(TrustedSet set) throws ReleaseException {
    for (int i = 0; i < limits.rotations(); i++) {
      long next = set.root().version() + 1;
      Optional<byte[]> bytes = fetch(next + ".root.json", limits.rootBytes());
      if (bytes.isEmpty()) {
        return;
      }
      if (set.updateRoot(bytes.get())) {
        // §5.3.11: the only way out after a stolen key has signed enormous versions. Before the
        // new root is kept, so that a power cut in between cannot leave them for ever.
        store.delete("timestamp");
        store.delete("snapshot");
      }
      store.saveRoot(next, bytes.get());
    }
  }

  /// What is kept of an earlier run counts where today's root still vouches for it.
  private void recall(TrustedSet set) throws ReleaseException {
    Optional<byte[]> timestamp = store.find("timestamp");
    Optional<byte[]> snapshot = store.find("snapshot");
    if (timestamp.isPresent()) {
      ignoreRefusal(() -> set.recallTimestamp(timestamp.get()));
    }
    if (snapshot.isPresent()) {
      ignoreRefusal(() -> set.recallSnapshot(snapshot.get()));
    }
  }

  private interface Step {
    void take() throws ReleaseException;
  }

  /// Kept files that are damaged or no longer vouched for are as good as none.
  private static boolean ignoreRefusal(Step step) throws ReleaseException {
    try {
      step.take();
      return true;
    } catch (ReleaseException e) {
      if (e.kind() != ReleaseException.Kind.REFUSED) {
        throw e;
      }
      return false;
    }
  }

  private void updateTimestamp(TrustedSet set) throws ReleaseException {
    byte[] bytes = need("timestamp.json", limits.timestampBytes());
    if (set.updateTimestamp(bytes)) {
      store.save("timestamp", bytes);
    }
  }

  private void updateSnapshot(TrustedSet set) throws ReleaseException {
    if (set.keepSnapshot()) {
      return;
    }
    ListingFile.Listed claim = set.snapshotClaim();
    byte[] bytes =
        need(
            versioned(set, claim, "snapshot.json"), claim.claim().bytesMax(limits.snapshotBytes()));
    set.updateSnapshot(bytes);
    store.save("snapshot", bytes);
  }

  /// A targets role under the one that delegates to it now: the kept file where it is the one the
  /// snapshot names, else the fetched one.
  TargetsFile load(Role role) throws ReleaseException {
    TrustedSet set = set();
    Optional<TargetsFile> loaded = set.findRole(role.name());
    if (loaded.isPresent()) {
      role.requireSigned(loaded.get().file());
      return loaded.get();
    }
    Optional<byte[]> kept = store.find(role.name());
    if (kept.isPresent() && ignoreRefusal(() -> set.updateTargets(role, kept.get()))) {
      return set.findRole(role.name()).orElseThrow();
    }
    ListingFile.Listed claim = set.roleClaim(role.name());
    String name = TrustedFolder.encode(role.name()) + ".json";
    byte[] bytes = need(versioned(set, claim, name), claim.claim().bytesMax(limits.targetsBytes()));
    TargetsFile taken = set.updateTargets(role, bytes);
    store.save(role.name(), bytes);
    return taken;
  }

  /// §5.6.7: looks for a target in the targets role and, in the order of their delegations, depth
  /// first, in the roles below it that may speak of it.
  public Optional<TargetFile> find(String path) throws ReleaseException {
    TrustedSet set = set();
    Deque<Role> toVisit = new ArrayDeque<>();
    toVisit.push(set.root().targets());
    Set<String> visited = new HashSet<>();
    while (!toVisit.isEmpty() && visited.size() <= limits.delegations()) {
      Role role = toVisit.pop();
      if (!visited.add(role.name())) {
        continue;
      }
      TargetsFile file = load(role);
      Optional<TargetFile> found = file.find(path, set.root().consistent());
      if (found.isPresent()) {
        return found;
      }
      pushDelegations(file.delegations(), path, toVisit);
    }
    return Optional.empty();
  }

  private static void pushDelegations(
      List<Delegation> delegations, String path, Deque<Role> toVisit) {
    Deque<Role> below = new ArrayDeque<>();
    for (Delegation delegation : delegations) {
      if (delegation.covers(path)) {
        below.push(delegation.role());
        if (delegation.terminating()) {
          toVisit.clear();
          break;
        }
      }
    }
    below.forEach(toVisit::push);
  }

  private TrustedSet set() {
    if (trusted == null) {
      throw new IllegalStateException("refresh first");
    }
    return trusted;
  }

  private static String versioned(TrustedSet set, ListingFile.Listed claim, String name) {
    return set.root().consistent() ? claim.version() + "." + name : name;
  }

  private byte[] need(String name, int bytesMax) throws ReleaseException {
    return fetch(name, bytesMax)
        .orElseThrow(() -> ReleaseException.refused("RELEASE-TUF-ABSENT", name, "nothing"));
  }

  private Optional<byte[]> fetch(String name, int bytesMax) throws ReleaseException {
    return switch (source.fetch(name, bytesMax)) {
      case MetadataSource.Fetched.Found found -> {
        if (found.bytes().length > bytesMax) {
          throw ReleaseException.refused(
              "RELEASE-TUF-TOO-LONG", name + " of at most " + bytesMax + " bytes", "more");
        }
        yield Optional.of(found.bytes());
      }
      case MetadataSource.Fetched.Absent ignored -> Optional.empty();
      case MetadataSource.Fetched.Failed failed ->
          throw ReleaseException.unreachable(failed.code(), name, failed.why());
    };
  }
}
