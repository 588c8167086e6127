package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Some paths that a targets role lets another role speak for.
///
/// @param terminating whether a search ends here, found or not
/// @param hashPrefixes instead of patterns: beginnings of the SHA-256 of the path
record Delegation(
    Role role, boolean terminating, List<PathPattern> patterns, List<String> hashPrefixes) {

  static List<Delegation> readAll(Json.Obj signed) throws ReleaseException {
    if (signed.find("delegations").isEmpty()) {
      return List.of();
    }
    Json.Obj delegations = signed.object("delegations");
    Map<String, Json.Obj> keys = delegations.objectMap("keys");
    if (delegations.find("roles").isEmpty()) {
      return List.of();
    }
    Set<String> names = new HashSet<>(RootFile.TOP_LEVEL);
    List<Delegation> all = new ArrayList<>();
    for (Json.Obj form : delegations.objects("roles")) {
      String name = form.text("name");
      if (name.isEmpty() || !names.add(name)) {
        throw ReleaseException.refused(
            "RELEASE-TUF-FORM", "delegations to distinct roles", "'" + name + "' again");
      }
      all.add(read(name, form, keys));
    }
    return List.copyOf(all);
  }

  private static Delegation read(String name, Json.Obj form, Map<String, Json.Obj> keys)
      throws ReleaseException {
    boolean byPattern = form.find("paths").isPresent();
    if (byPattern == form.find("path_hash_prefixes").isPresent()) {
      throw ReleaseException.refused(
          "RELEASE-TUF-FORM", "either paths or path_hash_prefixes of " + name, "both or neither");
    }
    return new Delegation(
        Role.read(name, form, keys),
        form.flag("terminating"),
        byPattern ? form.texts("paths").stream().map(PathPattern::new).toList() : List.of(),
        byPattern ? List.of() : form.texts("path_hash_prefixes"));
  }

  boolean covers(String path) {
    String hash = Sha256.hex(path.getBytes(StandardCharsets.UTF_8));
    return patterns.stream().anyMatch(pattern -> pattern.matches(path))
        || hashPrefixes.stream().anyMatch(hash::startsWith);
  }
}
