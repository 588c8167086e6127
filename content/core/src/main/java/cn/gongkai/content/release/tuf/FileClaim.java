package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What signed metadata says of another file: its length and hashes, as far as it does.
///
/// @param hashes lower-case hex by name of the algorithm
record FileClaim(OptionalLong length, Map<String, String> hashes) {

  private static final Map<String, String> ALGORITHMS =
      new TreeMap<>(Map.of("sha256", "SHA-256", "sha512", "SHA-512"));

  static FileClaim read(Json.Obj form) throws ReleaseException {
    OptionalLong length =
        form.find("length").isPresent()
            ? OptionalLong.of(form.number("length"))
            : OptionalLong.empty();
    Map<String, String> hashes = new TreeMap<>();
    if (form.find("hashes").isPresent()) {
      Json.Obj listed = form.object("hashes");
      for (String name : listed.members().keySet()) {
        hashes.put(name, listed.text(name));
      }
      if (hashes.isEmpty()) {
        throw ReleaseException.refused("RELEASE-TUF-FORM", "a hash in 'hashes'", "none");
      }
    }
    return new FileClaim(length, hashes);
  }

  /// How much to read at most of a file whose kind has this cap.
  int bytesMax(int cap) {
    return (int) Math.min(length.orElse(cap), cap);
  }

  /// @throws ReleaseException `RELEASE-TUF-HASH`
  void check(String name, byte[] bytes) throws ReleaseException {
    if (length.isPresent() && length.getAsLong() != bytes.length) {
      throw ReleaseException.refused(
          "RELEASE-TUF-HASH", length.getAsLong() + " bytes of " + name, bytes.length);
    }
    boolean checked = hashes.isEmpty();
    for (Map.Entry<String, String> algorithm : ALGORITHMS.entrySet()) {
      String expected = hashes.get(algorithm.getKey());
      if (expected != null) {
        String actual = hash(algorithm.getValue(), bytes);
        if (!actual.equals(expected)) {
          throw ReleaseException.refused("RELEASE-TUF-HASH", expected + " for " + name, actual);
        }
        checked = true;
      }
    }
    if (!checked) {
      throw ReleaseException.refused(
          "RELEASE-TUF-HASH", "sha256 or sha512 of " + name, hashes.keySet());
    }
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
