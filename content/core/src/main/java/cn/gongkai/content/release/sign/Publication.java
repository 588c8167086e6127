package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.tuf.MetadataSource;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One publication: what the files are to say, which of them have to be signed anew, and the order
/// in which they are written. Used once.
final class Publication {

  private final MetadataFolder folder;
  private final SigningKeys keys;
  private final RepositoryPolicy policy;
  private final Clock clock;
  private final Instant now;
  private final SignedState before;
  private final RoleContent content;

  /// New files by name, in the order of writing; `timestamp.json` comes last.
  private final Map<String, byte[]> written = new LinkedHashMap<>();

  private final SortedMap<String, Long> versions = new TreeMap<>();

  Publication(MetadataFolder folder, SigningKeys keys, RepositoryPolicy policy, Clock clock)
      throws ReleaseException {
    this.folder = folder;
    this.keys = keys;
    this.policy = policy;
    this.clock = clock;
    this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.before = SignedState.read(folder);
    this.content = new RoleContent(keys, policy);
    before.targets().forEach((role, file) -> versions.put(role, file.version()));
  }

  List<PublishedChannel> channels() throws ReleaseException {
    return List.copyOf(before.channels(Set.of()).values());
  }

  /// @param taken role files of townships that sign elsewhere
  Published publish(Collection<PublishedChannel> changed, Map<Channel, byte[]> taken)
      throws ReleaseException {
    requireClock();
    Set<Channel> touched = new HashSet<>(taken.keySet());
    changed.forEach(channel -> touched.add(channel.channel()));
    SortedMap<Channel, PublishedChannel> channels = before.channels(touched);
    changed.forEach(channel -> channels.put(channel.channel(), channel));
    for (Map.Entry<Channel, byte[]> each : taken.entrySet()) {
      channels.put(each.getKey(), take(each.getKey(), each.getValue()));
    }
    requireCounty(channels);
    for (PublishedChannel channel : channels.values()) {
      if (channel.channel().isTown() && !taken.containsKey(channel.channel())) {
        signTown(channel, touched.contains(channel.channel()));
      }
    }
    return signAndWrite(channels, touched);
  }

  private PublishedChannel take(Channel town, byte[] roleFile) throws ReleaseException {
    PublishedChannel channel = check(town, roleFile);
    long version = read(roleFile).version();
    versions.put(town.name(), version);
    written.put(version + "." + town + ".json", roleFile);
    return channel;
  }

  /// What a township's file says, where it is signed with a key of the township's, newer than the
  /// one in force and not over.
  PublishedChannel check(Channel town, byte[] roleFile) throws ReleaseException {
    SignedFile file = read(roleFile);
    long current = versions.getOrDefault(town.name(), 0L);
    if (!town.isTown() || file.version() <= current) {
      throw ReleaseException.refused(
          "RELEASE-TUF-ROLLBACK", "a version of " + town + " after " + current, file.version());
    }
    content.role(town).requireSigned(file);
    if (!file.expires().isAfter(now)) {
      throw ReleaseException.refused("RELEASE-TUF-EXPIRED", "after " + now, file.expires());
    }
    PublishedChannel channel = PublishedChannel.read(town, file, ReleaseLimits.STANDARD.segments());
    if (before.targets().containsKey(town.name())) {
      ChannelHead published = before.channel(town).head();
      if (channel.head().sequence() < published.sequence()) {
        throw ReleaseException.refused(
            "RELEASE-TUF-ROLLBACK",
            town + " at " + published.sequence() + " or after",
            channel.head().sequence());
      }
    }
    return channel;
  }

  private static SignedFile read(byte[] roleFile) throws ReleaseException {
    return SignedFile.read(roleFile, "targets", TufLimits.STANDARD);
  }

  private static void requireCounty(SortedMap<Channel, PublishedChannel> channels)
      throws ReleaseException {
    if (!channels.containsKey(Channel.COUNTY)) {
      throw ReleaseException.refused(
          "RELEASE-CHANNEL-CONTENT", "the county in a first publication", channels.keySet());
    }
  }

  /// True where a file says something else than the keys in use want, is signed by others, or nears
  /// its end; the timestamp is not looked at.
  boolean isDue() throws ReleaseException {
    if (before.root().isEmpty() || before.snapshot().isEmpty()) {
      return true;
    }
    SortedMap<Channel, PublishedChannel> channels = before.channels(Set.of());
    RoleDraft root = new RoleDraft("root", content.root(before.root()), policy.root());
    boolean due =
        !root.isSaidBy(before.root().get(), now, policy.renewalPercent())
            || isDue("targets", content.county(channels));
    for (PublishedChannel channel : channels.values()) {
      String role = channel.channel().name();
      boolean ours =
          channel.channel().isTown() && keys.of(role).stream().anyMatch(SigningKey::canSign);
      due = due || (ours && isDue(role, RoleContent.channel(channel)));
    }
    RoleDraft snapshot =
        new RoleDraft("snapshot", RoleContent.snapshot(versions), policy.snapshot());
    return due || !stands(snapshot, before.snapshot().get(), "snapshot");
  }

  private boolean isDue(String role, Json.Obj said) throws ReleaseException {
    SignedFile current = before.targets().get(role);
    return current == null
        || !stands(new RoleDraft("targets", said, policy.targets()), current, role);
  }

  /// A root signed by a clock far ahead is no reason to refuse where the next one is signed now:
  /// roots cannot be taken back, only followed.
  private void requireClock() throws ReleaseException {
    Optional<SignedFile> root = before.root();
    boolean stays = root.isPresent() && isRootStanding(root.get());
    Instant last = before.lastIssued(stays);
    if (last.isAfter(now)) {
      throw ReleaseException.refused("RELEASE-CLOCK", "a time after " + last, now);
    }
  }

  private boolean isRootStanding(SignedFile current) throws ReleaseException {
    return new RoleDraft("root", content.root(Optional.of(current)), policy.root())
        .isSaidBy(current, now, policy.renewalPercent());
  }

  private Published signAndWrite(
      SortedMap<Channel, PublishedChannel> channels, Set<Channel> touched) throws ReleaseException {
    sign("targets", content.county(channels), before.targets().get("targets"));
    SignedFile snapshot = signSnapshot();
    long rootVersion = signRoot();
    SignedFile timestamp = signTimestamp(snapshot);
    Instant freshUntil = verify(touched);
    for (Map.Entry<String, byte[]> file : written.entrySet()) {
      folder.write(file.getKey(), file.getValue());
    }
    prune();
    return new Published(
        rootVersion,
        versions.getOrDefault("targets", 0L),
        snapshot.version(),
        timestamp.version(),
        List.copyOf(written.keySet()),
        freshUntil);
  }

  /// A channel whose key is elsewhere stays as its township signed it.
  private void signTown(PublishedChannel channel, boolean changed) throws ReleaseException {
    String role = channel.channel().name();
    List<SigningKey> signers = keys.of(role);
    if (changed || signers.stream().anyMatch(SigningKey::canSign)) {
      sign(role, RoleContent.channel(channel), before.targets().get(role));
    }
  }

  /// Signs a targets role where it has to say something else, is signed by other keys than those in
  /// use, or nears its end.
  private void sign(String role, Json.Obj said, @Nullable SignedFile current)
      throws ReleaseException {
    RoleDraft draft = new RoleDraft("targets", said, policy.targets());
    if (current == null || !stands(draft, current, role)) {
      long version = folder.nextVersion(role, current == null ? 0 : current.version());
      written.put(version + "." + role + ".json", draft.sign(version, now, signersOf(role)));
      versions.put(role, version);
    }
  }

  private boolean stands(RoleDraft draft, SignedFile current, String role) throws ReleaseException {
    return draft.isSaidBy(current, now, policy.renewalPercent())
        && current.signatures().keySet().equals(ids(signersOf(role)));
  }

  private static Set<String> ids(List<SigningKey> signers) {
    Set<String> ids = new HashSet<>();
    signers.forEach(key -> ids.add(key.id()));
    return ids;
  }

  private List<SigningKey> signersOf(String role) throws ReleaseException {
    List<SigningKey> signers = keys.of(role).stream().filter(SigningKey::canSign).toList();
    if (signers.isEmpty()) {
      throw ReleaseException.refused("RELEASE-KEY-MISSING", "a private key of " + role, "none");
    }
    return signers;
  }

  private SignedFile signSnapshot() throws ReleaseException {
    RoleDraft draft = new RoleDraft("snapshot", RoleContent.snapshot(versions), policy.snapshot());
    Optional<SignedFile> current = before.snapshot();
    if (current.isPresent() && stands(draft, current.get(), "snapshot")) {
      return current.get();
    }
    long version = folder.nextVersion("snapshot", current.map(SignedFile::version).orElse(0L));
    byte[] bytes = draft.sign(version, now, signersOf("snapshot"));
    written.put(version + ".snapshot.json", bytes);
    return SignedFile.read(bytes, "snapshot", TufLimits.STANDARD);
  }

  private long signRoot() throws ReleaseException {
    Optional<SignedFile> current = before.root();
    RoleDraft draft = new RoleDraft("root", content.root(current), policy.root());
    if (current.isPresent() && draft.isSaidBy(current.get(), now, policy.renewalPercent())) {
      return current.get().version();
    }
    long version = current.map(SignedFile::version).orElse(0L) + 1;
    written.put(version + ".root.json", draft.sign(version, now, content.rootSigners(current)));
    return version;
  }

  private SignedFile signTimestamp(SignedFile snapshot) throws ReleaseException {
    RoleDraft draft =
        new RoleDraft("timestamp", RoleContent.timestamp(snapshot), policy.timestamp());
    long version = before.timestamp().map(SignedFile::version).orElse(0L) + 1;
    byte[] bytes = draft.sign(version, now, signersOf("timestamp"));
    written.put("timestamp.json", bytes);
    return SignedFile.read(bytes, "timestamp", TufLimits.STANDARD);
  }

  /// Reads what is about to be published as a new terminal would, before anyone else can.
  private Instant verify(Set<Channel> touched) throws ReleaseException {
    MetadataSource ahead =
        (name, bytesMax) -> {
          byte[] bytes = written.get(name);
          return bytes == null
              ? folder.fetch(name, bytesMax)
              : new MetadataSource.Fetched.Found(bytes);
        };
    Optional<byte[]> firstRoot = Optional.ofNullable(written.get("1.root.json"));
    if (firstRoot.isEmpty()) {
      firstRoot = folder.find("1.root.json");
    }
    RefreshOutcome outcome =
        new Refresh(
                ahead,
                new MemoryTrust(firstRoot.orElseThrow()),
                Clock.fixed(now, clock.getZone()),
                TufLimits.STANDARD.withExpiredFor(Duration.ZERO),
                ReleaseLimits.STANDARD)
            .run();
    return switch (outcome) {
      case RefreshOutcome.Current current -> accepted(current.release(), touched);
      case RefreshOutcome.Refused refused ->
          throw unverified(refused.code() + " " + refused.expected(), refused.actual());
      case RefreshOutcome.Unreachable failed -> throw unverified(failed.code(), failed.why());
    };
  }

  private static Instant accepted(TrustedRelease release, Set<Channel> touched)
      throws ReleaseException {
    for (TrustedRelease.RefusedChannel refused : release.refused()) {
      if (touched.contains(refused.channel())) {
        throw unverified(
            refused.channel() + " " + refused.code() + " " + refused.expected(), refused.actual());
      }
    }
    return release.freshUntil();
  }

  private static ReleaseException unverified(String expected, String actual) {
    return ReleaseException.refused("RELEASE-UNVERIFIED", expected, actual);
  }

  private void prune() throws ReleaseException {
    for (String name : written.keySet()) {
      int dot = name.indexOf('.');
      String role = name.substring(dot + 1, Math.max(dot + 1, name.length() - ".json".length()));
      if (!name.equals("timestamp.json") && !role.equals("root")) {
        folder.prune(role, Long.parseLong(name.substring(0, dot)) - policy.kept());
      }
    }
  }
}
