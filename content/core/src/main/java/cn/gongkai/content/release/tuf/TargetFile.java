package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A file that signed metadata names: what it must be when it is fetched.
///
/// @param path the name it is signed under, with `/` between its parts
/// @param length bytes
/// @param hashes lower-case hex by algorithm, `sha256` or `sha512` among them
/// @param custom what the signer says of it besides
/// @param consistent whether its hash stands before its name where it is served
public record TargetFile(
    String path,
    long length,
    Map<String, String> hashes,
    Optional<Json.Obj> custom,
    boolean consistent) {

  public TargetFile {
    hashes = Map.copyOf(hashes);
  }

  static TargetFile read(String path, Json.Obj form, boolean consistent) throws ReleaseException {
    FileClaim claim = FileClaim.read(form);
    Optional<Json.Obj> custom =
        form.find("custom").isPresent() ? Optional.of(form.object("custom")) : Optional.empty();
    if (!claim.hashes().containsKey("sha256") && !claim.hashes().containsKey("sha512")) {
      throw ReleaseException.refused(
          "RELEASE-TUF-FORM", "sha256 or sha512 of " + path, claim.hashes().keySet());
    }
    return new TargetFile(path, form.number("length"), claim.hashes(), custom, consistent);
  }

  /// Where it is served, below the base of all targets; not percent-encoded.
  public String servedPath() {
    if (!consistent) {
      return path;
    }
    int name = path.lastIndexOf('/') + 1;
    String hash = hashes.getOrDefault("sha256", hashes.getOrDefault("sha512", ""));
    return path.substring(0, name) + hash + "." + path.substring(name);
  }

  /// Requires that the bytes are the signed ones.
  ///
  /// @throws ReleaseException `RELEASE-TUF-HASH`
  public void check(byte[] bytes) throws ReleaseException {
    new FileClaim(OptionalLong.of(length), hashes).check(path, bytes);
  }
}
