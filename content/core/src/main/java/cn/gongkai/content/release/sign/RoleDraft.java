package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.content.release.tuf.SignedFile;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a metadata file is to say, before it has a version, a time and signatures.
///
/// @param type as in `_type`
/// @param content the members besides those every file has
/// @param lifetime how long a signature holds
record RoleDraft(String type, Json.Obj content, Duration lifetime) {

  private static final String SPECIFICATION = "1.0.34";
  private static final List<String> COMMON =
      List.of("_type", "spec_version", "version", "expires", SignedFile.ISSUED);

  /// True where the file says the same and has more than the share of its time left.
  boolean isSaidBy(SignedFile file, Instant now, int renewalPercent) {
    Map<String, Json> said = new LinkedHashMap<>(file.signed().members());
    COMMON.forEach(said::remove);
    Instant renewal = now.plus(lifetime.multipliedBy(renewalPercent).dividedBy(100));
    return said.equals(content.members()) && file.expires().isAfter(renewal);
  }

  /// The file, signed by each of the keys whose private half is here.
  byte[] sign(long version, Instant now, List<SigningKey> keys) throws ReleaseException {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("_type", new Json.Text(type));
    members.put("spec_version", new Json.Text(SPECIFICATION));
    members.put("version", new Json.Int(BigInteger.valueOf(version)));
    members.put("expires", new Json.Text(now.plus(lifetime).toString()));
    members.put(SignedFile.ISSUED, new Json.Text(now.toString()));
    members.putAll(content.members());
    Json.Obj signed = new Json.Obj(members);
    byte[] canonical = JsonText.canonical(signed);
    Map<String, Json> signatures = new LinkedHashMap<>();
    for (SigningKey key : keys) {
      if (key.canSign()) {
        signatures.put(
            key.id(), Json.object().with("keyid", key.id()).with("sig", key.sign(canonical)));
      }
    }
    if (signatures.isEmpty()) {
      throw ReleaseException.refused("RELEASE-KEY-MISSING", "a private key of " + type, "none");
    }
    return JsonText.write(
        Json.object()
            .with("signed", signed)
            .with("signatures", new Json.Arr(new ArrayList<>(signatures.values()))));
  }
}
