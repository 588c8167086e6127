package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A repository in memory that signs whatever a test wants, right or wrong. Each role has its own
/// version, expiry, keys and threshold; [#publish] serves it as it is at that moment.
final class ForgedRepository implements MetadataSource {

  static final List<String> TOP = List.of("root", "timestamp", "snapshot", "targets");

  record Delegated(String delegator, String name, boolean terminating, List<String> paths) {}

  final ManualClock clock = ManualClock.at("2024-03-01T01:00:00Z");
  final Map<String, Long> version = new LinkedHashMap<>();
  final Map<String, Instant> expires = new HashMap<>();
  final Map<String, Instant> issued = new HashMap<>();
  final Map<String, List<ForgedKey>> keys = new HashMap<>();
  final Map<String, List<ForgedKey>> signers = new HashMap<>();
  final Map<String, Integer> threshold = new HashMap<>();
  final Map<String, Json.Obj> targets = new HashMap<>();
  final Map<String, Long> snapshotSays = new LinkedHashMap<>();
  final List<Delegated> delegations = new ArrayList<>();
  final Map<String, byte[]> served = new HashMap<>();
  final List<String> requests = new ArrayList<>();
  boolean consistent = true;
  boolean hashes;

  ForgedRepository() {
    TOP.forEach(this::add);
    publishAll();
  }

  private void add(String role) {
    version.put(role, 1L);
    expires.put(role, clock.instant().plus(Duration.ofDays(30)));
    give(role, ForgedKey.ed25519());
    threshold.put(role, 1);
  }

  /// Makes these the keys of a role, and lets it be signed by all of them.
  void give(String role, ForgedKey... its) {
    keys.put(role, new ArrayList<>(List.of(its)));
    signers.put(role, new ArrayList<>(List.of(its)));
  }

  void rotate(String role) {
    give(role, ForgedKey.ed25519());
  }

  void delegate(String delegator, String name, boolean terminating, String... paths) {
    if (!version.containsKey(name)) {
      add(name);
    }
    delegations.add(new Delegated(delegator, name, terminating, List.of(paths)));
  }

  void addTarget(String role, String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    targets.put(
        role,
        targets
            .getOrDefault(role, Json.object())
            .with(
                path,
                Json.object()
                    .with("length", bytes.length)
                    .with("hashes", Json.object().with("sha256", Sha256.hex(bytes)))));
  }

  void publishAll() {
    version.keySet().stream().filter(role -> !TOP.contains(role)).forEach(this::publish);
    publish("targets");
    publish("snapshot");
    publish("timestamp");
    publish("root");
  }

  /// The next root, with what the other roles' keys are now.
  void publishNextRoot() {
    version.merge("root", 1L, Long::sum);
    publish("root");
  }

  /// The next version of these roles, with a snapshot and a timestamp that say so.
  void publishNext(String... roles) {
    for (String role : roles) {
      version.merge(role, 1L, Long::sum);
      publish(role);
    }
    version.merge("snapshot", 1L, Long::sum);
    publish("snapshot");
    version.merge("timestamp", 1L, Long::sum);
    publish("timestamp");
  }

  void publish(String role) {
    byte[] file = file(role);
    String name = TrustedFolder.encode(role) + ".json";
    boolean versioned = !role.equals("timestamp") && (consistent || role.equals("root"));
    served.put(versioned ? version.get(role) + "." + name : name, file);
  }

  byte[] file(String role) {
    return envelope(signed(role), signers.get(role));
  }

  static byte[] envelope(Json.Obj signed, List<ForgedKey> signers) {
    byte[] canonical = JsonText.canonical(signed);
    List<Json> signatures = new ArrayList<>();
    for (ForgedKey key : signers) {
      signatures.add(Json.object().with("keyid", key.id()).with("sig", key.sign(canonical)));
    }
    return JsonText.write(
        Json.object().with("signatures", new Json.Arr(signatures)).with("signed", signed));
  }

  Json.Obj signed(String role) {
    Json.Obj common =
        Json.object()
            .with("_type", TOP.contains(role) ? role : "targets")
            .with("spec_version", "1.0.34")
            .with("version", version.get(role))
            .with("expires", expires.get(role).toString());
    if (issued.containsKey(role)) {
      common = common.with(SignedFile.ISSUED, issued.get(role).toString());
    }
    return switch (role) {
      case "root" -> root(common);
      case "timestamp" -> common.with("meta", Json.object().with("snapshot.json", snapshotMeta()));
      case "snapshot" -> common.with("meta", snapshot());
      default -> targets(role, common);
    };
  }

  private Json.Obj root(Json.Obj common) {
    Json.Obj roles = Json.object();
    Json.Obj all = Json.object();
    for (String role : TOP) {
      roles = roles.with(role, role(role));
      for (ForgedKey key : keys.get(role)) {
        all = all.with(key.id(), key.form());
      }
    }
    return common.with("consistent_snapshot", consistent).with("keys", all).with("roles", roles);
  }

  private Json.Obj role(String role) {
    return Json.object()
        .with(
            "keyids", Json.texts(keys.get(role).stream().map(ForgedKey::id).toArray(String[]::new)))
        .with("threshold", threshold.get(role));
  }

  private Json.Obj snapshotMeta() {
    Json.Obj meta = Json.object().with("version", version.get("snapshot"));
    byte[] file = served.get((consistent ? version.get("snapshot") + "." : "") + "snapshot.json");
    return hashes && file != null
        ? meta.with("length", file.length)
            .with("hashes", Json.object().with("sha256", Sha256.hex(file)))
        : meta;
  }

  private Json.Obj snapshot() {
    Json.Obj meta = Json.object();
    for (Map.Entry<String, Long> role : version.entrySet()) {
      if (role.getKey().equals("targets") || !TOP.contains(role.getKey())) {
        long said = snapshotSays.getOrDefault(role.getKey(), role.getValue());
        if (said > 0) {
          meta = meta.with(role.getKey() + ".json", Json.object().with("version", said));
        }
      }
    }
    return meta;
  }

  private Json.Obj targets(String role, Json.Obj common) {
    Json.Obj all = Json.object();
    List<Json> roles = new ArrayList<>();
    for (Delegated below : delegations) {
      if (below.delegator().equals(role)) {
        for (ForgedKey key : keys.get(below.name())) {
          all = all.with(key.id(), key.form());
        }
        roles.add(
            role(below.name())
                .with("name", below.name())
                .with("terminating", below.terminating())
                .with("paths", Json.texts(below.paths().toArray(String[]::new))));
      }
    }
    Json.Obj file = common.with("targets", targets.getOrDefault(role, Json.object()));
    return roles.isEmpty()
        ? file
        : file.with(
            "delegations", Json.object().with("keys", all).with("roles", new Json.Arr(roles)));
  }

  @Override
  public Fetched fetch(String name, int bytesMax) {
    requests.add(name);
    byte[] file = served.get(name);
    return file == null ? new Fetched.Absent() : new Fetched.Found(file);
  }

  TrustedFolder terminal(Path folder) throws ReleaseException {
    TrustedFolder trusted = new TrustedFolder(folder);
    trusted.init(served.get("1.root.json"), TufLimits.STANDARD);
    return trusted;
  }

  TufClient client(TrustedStore trusted) {
    return new TufClient(this, trusted, clock, TufLimits.STANDARD);
  }

  /// Runs the workflow: `accepted`, or the code of the refusal.
  String refresh(TrustedStore trusted) {
    return refresh(trusted, this);
  }

  String refresh(TrustedStore trusted, MetadataSource source) {
    try {
      new TufClient(source, trusted, clock, TufLimits.STANDARD).refresh();
      return "accepted";
    } catch (ReleaseException e) {
      return e.code();
    }
  }

  static long version(TrustedStore trusted, String role) throws ReleaseException {
    return JsonText.read(trusted.find(role).orElseThrow()).object("signed").number("version");
  }
}
