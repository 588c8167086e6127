package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A targets role: the files it names and the roles it delegates to.
record TargetsFile(SignedFile file, Map<String, Json.Obj> targets, List<Delegation> delegations) {

  static TargetsFile read(byte[] bytes, TufLimits limits) throws ReleaseException {
    SignedFile file = SignedFile.read(bytes, "targets", limits);
    Map<String, Json.Obj> targets = new LinkedHashMap<>(file.signed().objectMap("targets"));
    return new TargetsFile(file, targets, Delegation.readAll(file.signed()));
  }

  Optional<TargetFile> find(String path, boolean consistent) throws ReleaseException {
    Json.Obj form = targets.get(path);
    return form == null ? Optional.empty() : Optional.of(TargetFile.read(path, form, consistent));
  }
}
