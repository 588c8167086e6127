package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A timestamp or a snapshot: which versions of other metadata files belong together.
///
/// @param files by name, such as `targets.json`
record ListingFile(SignedFile file, Map<String, Listed> files) {

  /// One of the listed files.
  record Listed(long version, FileClaim claim) {}

  static ListingFile readTimestamp(byte[] bytes, TufLimits limits) throws ReleaseException {
    ListingFile timestamp = read(bytes, "timestamp", limits);
    timestamp.listed("snapshot.json");
    return timestamp;
  }

  static ListingFile readSnapshot(byte[] bytes, TufLimits limits) throws ReleaseException {
    ListingFile snapshot = read(bytes, "snapshot", limits);
    snapshot.listed("targets.json");
    return snapshot;
  }

  private static ListingFile read(byte[] bytes, String type, TufLimits limits)
      throws ReleaseException {
    SignedFile file = SignedFile.read(bytes, type, limits);
    Map<String, Listed> files = new LinkedHashMap<>();
    for (Map.Entry<String, Json.Obj> entry : file.signed().objectMap("meta").entrySet()) {
      long version = entry.getValue().number("version");
      if (version < 1) {
        throw ReleaseException.refused(
            "RELEASE-TUF-FORM", "a version of 1 or more of " + entry.getKey(), version);
      }
      files.put(entry.getKey(), new Listed(version, FileClaim.read(entry.getValue())));
    }
    return new ListingFile(file, files);
  }

  /// @throws ReleaseException `RELEASE-TUF-UNLISTED`
  Listed listed(String name) throws ReleaseException {
    return Optional.ofNullable(files.get(name))
        .orElseThrow(
            () ->
                ReleaseException.refused(
                    "RELEASE-TUF-UNLISTED", name + " to be listed", files.size() + " others"));
  }
}
