package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TufLimits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The metadata files in force on a site: those that its timestamp leads to, and its last root.
///
/// @param targets by role: `targets` and one for each township's channel
record SignedState(
    Optional<SignedFile> root,
    Optional<SignedFile> timestamp,
    Optional<SignedFile> snapshot,
    Map<String, SignedFile> targets) {

  static SignedState read(MetadataFolder folder) throws ReleaseException {
    Optional<SignedFile> root = find(folder, folder.rootVersion() + ".root.json", "root");
    Optional<SignedFile> timestamp = find(folder, "timestamp.json", "timestamp");
    if (timestamp.isEmpty()) {
      return new SignedState(root, timestamp, Optional.empty(), Map.of());
    }
    SignedFile snapshot = need(folder, version(timestamp.get(), "snapshot.json"), "snapshot");
    Map<String, SignedFile> targets = new LinkedHashMap<>();
    for (String name : snapshot.signed().object("meta").members().keySet()) {
      String role = name.substring(0, name.length() - ".json".length());
      targets.put(role, need(folder, version(snapshot, name), "targets"));
    }
    return new SignedState(root, timestamp, Optional.of(snapshot), targets);
  }

  private static String version(SignedFile listing, String name) throws ReleaseException {
    return listing.signed().objectMap("meta").getOrDefault(name, Json.object()).number("version")
        + "."
        + name;
  }

  private static SignedFile need(MetadataFolder folder, String name, String type)
      throws ReleaseException {
    return find(folder, name, type)
        .orElseThrow(() -> ReleaseException.refused("RELEASE-TUF-ABSENT", name, "nothing"));
  }

  private static Optional<SignedFile> find(MetadataFolder folder, String name, String type)
      throws ReleaseException {
    Optional<byte[]> bytes = folder.find(name);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(SignedFile.read(bytes.get(), type, TufLimits.STANDARD));
  }

  /// The channels in force but those that are about to be replaced, which may be as bad as a thief
  /// has left them.
  SortedMap<Channel, PublishedChannel> channels(Set<Channel> replaced) throws ReleaseException {
    SortedMap<Channel, PublishedChannel> channels = new TreeMap<>();
    for (Map.Entry<String, SignedFile> role : targets.entrySet()) {
      Channel channel =
          role.getKey().equals("targets") ? Channel.COUNTY : new Channel(role.getKey());
      if (!replaced.contains(channel)) {
        channels.put(
            channel,
            PublishedChannel.read(channel, role.getValue(), ReleaseLimits.STANDARD.segments()));
      }
    }
    return channels;
  }

  /// A township's channel as it is in force, whatever the others are.
  PublishedChannel channel(Channel town) throws ReleaseException {
    SignedFile file = Objects.requireNonNull(targets.get(town.name()), town.name());
    return PublishedChannel.read(town, file, ReleaseLimits.STANDARD.segments());
  }

  /// The newest time at which one of the top-level files was signed.
  ///
  /// @param withRoot false where the root is about to be replaced
  Instant lastIssued(boolean withRoot) {
    return Stream.of(
            root.filter(file -> withRoot),
            timestamp,
            snapshot,
            Optional.ofNullable(targets.get("targets")))
        .flatMap(Optional::stream)
        .flatMap(file -> file.issued().stream())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
