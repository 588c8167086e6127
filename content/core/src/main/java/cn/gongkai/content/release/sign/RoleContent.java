package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Role;
import cn.gongkai.content.release.tuf.SignedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What each role's file says, from the keys in use and the channels to be published.
record RoleContent(SigningKeys keys, RepositoryPolicy policy) {

  Json.Obj root(Optional<SignedFile> current) throws ReleaseException {
    Map<String, Json> listed = new LinkedHashMap<>();
    Json.Obj roles = Json.object();
    for (String role : SigningKeys.TOP_LEVEL) {
      List<SigningKey> ours = keys.of(role);
      int threshold = role.equals("root") ? policy.rootThreshold() : 1;
      if (role.equals("root") && ours.isEmpty() && current.isPresent()) {
        roles = roles.with(role, kept(current.get(), listed));
        continue;
      }
      if (ours.size() < threshold) {
        throw ReleaseException.refused(
            "RELEASE-KEY-MISSING", threshold + " keys of " + role, ours.size());
      }
      ours.forEach(key -> listed.put(key.id(), key.form()));
      roles = roles.with(role, signers(ours, threshold));
    }
    return Json.object()
        .with("consistent_snapshot", true)
        .with("keys", new Json.Obj(listed))
        .with("roles", roles);
  }

  /// The root's own keys as it lists them: they lie elsewhere while nothing has to be signed with
  /// them.
  private static Json.Obj kept(SignedFile root, Map<String, Json> listed) throws ReleaseException {
    Json.Obj role = root.signed().object("roles").object("root");
    Json.Obj forms = root.signed().object("keys");
    for (String id : role.texts("keyids")) {
      listed.put(id, forms.object(id));
    }
    return role;
  }

  /// The keys in use, and those of the root before, which must vouch for this one.
  List<SigningKey> rootSigners(Optional<SignedFile> earlier) throws ReleaseException {
    List<SigningKey> signers = new ArrayList<>(keys.of("root"));
    if (earlier.isPresent()) {
      List<String> before = earlier.get().signed().object("roles").object("root").texts("keyids");
      for (SigningKey key : keys.everOf("root")) {
        if (before.contains(key.id()) && signers.stream().noneMatch(k -> k.isSameAs(key))) {
          signers.add(key);
        }
      }
    }
    return signers;
  }

  private static Json.Obj signers(List<SigningKey> ours, int threshold) {
    return Json.object()
        .with("keyids", Json.texts(ours.stream().map(SigningKey::id).toArray(String[]::new)))
        .with("threshold", threshold);
  }

  /// The county's own channel, and the right of each township to its own paths and no others. A
  /// township whose key was revoked and that has given no new one has the right and no key: nobody
  /// can speak for it until then.
  Json.Obj county(SortedMap<Channel, PublishedChannel> channels) throws ReleaseException {
    Map<String, Json> listed = new LinkedHashMap<>();
    List<Json> roles = new ArrayList<>();
    Json.Obj own = Json.object();
    for (PublishedChannel channel : channels.values()) {
      String name = channel.channel().name();
      if (channel.channel().isTown()) {
        List<SigningKey> ours = keys.of(name);
        if (ours.isEmpty() && !keys.isElsewhere(channel.channel())) {
          throw ReleaseException.refused("RELEASE-KEY-MISSING", "a key of " + name, "none");
        }
        ours.forEach(key -> listed.put(key.id(), key.form()));
        roles.add(
            signers(ours, 1)
                .with("name", name)
                .with("terminating", true)
                .with("paths", Json.texts("ch/" + name + "/*")));
      } else {
        own = channel(channel);
      }
    }
    return own.with(
        "delegations",
        Json.object().with("keys", new Json.Obj(listed)).with("roles", new Json.Arr(roles)));
  }

  /// The keys with which a township may sign its channel now.
  Role role(Channel town) throws ReleaseException {
    Map<String, Json.Obj> forms = new LinkedHashMap<>();
    keys.of(town.name()).forEach(key -> forms.put(key.id(), key.form()));
    return new Role(town.name(), forms, 1);
  }

  /// A channel's segments and head.
  static Json.Obj channel(PublishedChannel channel) {
    Map<String, Json> targets = new LinkedHashMap<>();
    for (SegmentRef segment : channel.segments()) {
      targets.put(segment.targetPath(), PublishedChannel.write(segment));
    }
    return Json.object()
        .with("targets", new Json.Obj(targets))
        .with(PublishedChannel.HEAD, PublishedChannel.write(channel.head()));
  }

  static Json.Obj snapshot(SortedMap<String, Long> versions) {
    Json.Obj meta = Json.object();
    for (Map.Entry<String, Long> role : versions.entrySet()) {
      meta = meta.with(role.getKey() + ".json", Json.object().with("version", role.getValue()));
    }
    return Json.object().with("meta", meta);
  }

  static Json.Obj timestamp(SignedFile snapshot) {
    return Json.object()
        .with(
            "meta",
            Json.object()
                .with(
                    "snapshot.json",
                    Json.object()
                        .with("version", snapshot.version())
                        .with("length", snapshot.bytes().length)
                        .with(
                            "hashes", Json.object().with("sha256", Sha256.hex(snapshot.bytes())))));
  }
}
