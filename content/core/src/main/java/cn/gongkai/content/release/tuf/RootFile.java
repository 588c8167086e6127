package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A root of trust: who may sign the four top-level roles.
///
/// @param consistent whether files carry their version or hash in their names
public record RootFile(
    SignedFile file, Role root, Role timestamp, Role snapshot, Role targets, boolean consistent) {

  static final List<String> TOP_LEVEL = List.of("root", "timestamp", "snapshot", "targets");

  public static RootFile read(byte[] bytes, TufLimits limits) throws ReleaseException {
    SignedFile file = SignedFile.read(bytes, "root", limits);
    Map<String, Json.Obj> keys = file.signed().objectMap("keys");
    Json.Obj roles = file.signed().object("roles");
    Map<String, Role> read = new LinkedHashMap<>();
    for (String name : TOP_LEVEL) {
      read.put(name, Role.read(name, roles.object(name), keys));
    }
    boolean consistent =
        file.signed().find("consistent_snapshot").isPresent()
            && file.signed().flag("consistent_snapshot");
    return new RootFile(
        file,
        role(read, "root"),
        role(read, "timestamp"),
        role(read, "snapshot"),
        role(read, "targets"),
        consistent);
  }

  private static Role role(Map<String, Role> roles, String name) {
    Role role = roles.get(name);
    if (role == null) {
      throw new IllegalStateException("role " + name + " was not read");
    }
    return role;
  }

  public long version() {
    return file.version();
  }

  /// §5.3.11: true where the next root gives the timestamp or the snapshot other keys.
  boolean rotates(RootFile next) {
    return !timestamp.keys().equals(next.timestamp().keys())
        || !snapshot.keys().equals(next.snapshot().keys());
  }
}
