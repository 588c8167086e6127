package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who may sign a file, and how many of them must.
///
/// @param name for messages and for the file's name
/// @param keys by id, as the delegating file lists them; those it does not list are left out
public record Role(String name, Map<String, Json.Obj> keys, long threshold) {

  /// @param keys every key the delegating file lists
  static Role read(String name, Json.Obj form, Map<String, Json.Obj> keys) throws ReleaseException {
    List<String> ids = form.texts("keyids");
    Set<String> distinct = new HashSet<>(ids);
    if (distinct.size() != ids.size()) {
      throw ReleaseException.refused(
          "RELEASE-TUF-FORM", "each key once in role " + name, ids.size() + " ids");
    }
    long threshold = form.number("threshold");
    if (threshold < 1) {
      throw ReleaseException.refused(
          "RELEASE-TUF-FORM", "a threshold of 1 or more in role " + name, threshold);
    }
    Map<String, Json.Obj> ours = new LinkedHashMap<>();
    for (String id : ids) {
      Optional.ofNullable(keys.get(id)).ifPresent(key -> ours.put(id, key));
    }
    return new Role(name, ours, threshold);
  }

  /// Requires signatures of the threshold of distinct keys. One key under two ids counts once.
  ///
  /// @throws ReleaseException `RELEASE-TUF-SIGNATURE`
  public void requireSigned(SignedFile file) throws ReleaseException {
    Set<String> signers = new HashSet<>();
    Map<String, TufKey> known = new HashMap<>();
    keys.forEach((id, form) -> TufKey.of(form).ifPresent(key -> known.put(id, key)));
    for (Map.Entry<String, String> signature : file.signatures().entrySet()) {
      TufKey key = known.get(signature.getKey());
      if (key != null && key.verifies(file.canonical(), signature.getValue())) {
        signers.add(key.material());
      }
    }
    if (signers.size() < threshold) {
      throw ReleaseException.refused(
          "RELEASE-TUF-SIGNATURE", threshold + " valid signatures of role " + name, signers.size());
    }
  }
}
