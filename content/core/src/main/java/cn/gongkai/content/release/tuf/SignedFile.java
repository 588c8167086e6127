package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A metadata file that has the right form and says what it is. Nothing about it is trusted yet.
///
/// @param bytes as received; kept and stored as they are
/// @param signed the part that is signed, unknown members included
/// @param signatures hex, by key id
/// @param canonical the bytes over which it is signed
/// @param version 1 or more
/// @param issued when it was signed, where the signer says so (`x-gongkai-issued`)
public record SignedFile(
    byte[] bytes,
    Json.Obj signed,
    Map<String, String> signatures,
    byte[] canonical,
    long version,
    Instant expires,
    Optional<Instant> issued) {

  public static final String ISSUED = "x-gongkai-issued";

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  /// @param type `root`, `timestamp`, `snapshot` or `targets`
  /// @throws ReleaseException `RELEASE-TUF-JSON`, `RELEASE-TUF-FORM`
  public static SignedFile read(byte[] bytes, String type, TufLimits limits)
      throws ReleaseException {
    Json.Obj whole = JsonText.read(bytes);
    Json.Obj signed = whole.object("signed");
    if (!signed.text("_type").equals(type)) {
      throw form("metadata of type " + type, signed.text("_type"));
    }
    // §4.3: a client refuses a major version of the specification it was not made for.
    if (!signed.text("spec_version").startsWith("1.")) {
      throw form("specification 1.x", signed.text("spec_version"));
    }
    if (signed.number("version") < 1) {
      throw form("a version of 1 or more", signed.number("version"));
    }
    Instant expires = time(signed, "expires");
    Optional<Instant> issued =
        signed.find(ISSUED).isPresent() ? Optional.of(time(signed, ISSUED)) : Optional.empty();
    if (issued.isPresent() && issued.get().isAfter(expires)) {
      throw form("issued before it expires at " + expires, issued.get());
    }
    return new SignedFile(
        bytes.clone(),
        signed,
        signatures(whole, limits),
        JsonText.canonical(signed),
        signed.number("version"),
        expires,
        issued);
  }

  private static Map<String, String> signatures(Json.Obj whole, TufLimits limits)
      throws ReleaseException {
    Map<String, String> signatures = new LinkedHashMap<>();
    for (Json.Obj signature : whole.objects("signatures")) {
      String id = signature.text("keyid");
      if (signatures.put(id, signature.text("sig")) != null) {
        throw form("one signature of each key", "two of " + id);
      }
    }
    if (signatures.size() > limits.signatures()) {
      throw form("at most " + limits.signatures() + " signatures", signatures.size());
    }
    return signatures;
  }

  static Instant time(Json.Obj object, String name) throws ReleaseException {
    String text = object.text(name);
    try {
      if (TIME.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      throw ReleaseException.refused("RELEASE-TUF-FORM", "a time in " + name, text, e);
    }
    throw form("a time such as 2024-01-31T08:00:00Z in " + name, text);
  }

  private static ReleaseException form(String expected, Object actual) {
    return ReleaseException.refused("RELEASE-TUF-FORM", expected, actual);
  }
}
