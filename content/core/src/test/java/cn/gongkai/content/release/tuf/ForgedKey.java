package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.json.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/// A key of any scheme, under any id, in the hands of a test.
record ForgedKey(String id, Json.Obj form, KeyPair pair, String scheme) {

  static ForgedKey ed25519() {
    KeyPair pair = generate("Ed25519", 0);
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return of("ed25519", "ed25519", HexFormat.of().formatHex(raw), pair);
  }

  static ForgedKey ecdsa(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      KeyPair pair = generator.generateKeyPair();
      return of("ecdsa", "ecdsa-sha2-nistp256", pem(pair), pair);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static ForgedKey rsa(int bits) {
    KeyPair pair = generate("RSA", bits);
    return of("rsa", "rsassa-pss-sha256", pem(pair), pair);
  }

  private static ForgedKey of(String type, String scheme, String text, KeyPair pair) {
    Json.Obj form =
        Json.object()
            .with("keytype", type)
            .with("scheme", scheme)
            .with("keyval", Json.object().with("public", text));
    return new ForgedKey(UUID.randomUUID().toString(), form, pair, scheme);
  }

  ForgedKey named(String otherId) {
    return new ForgedKey(otherId, form, pair, scheme);
  }

  private static KeyPair generate(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  String sign(byte[] message) {
    try {
      Signature signer =
          switch (scheme) {
            case "ed25519" -> Signature.getInstance("Ed25519");
            case "ecdsa-sha2-nistp256" -> Signature.getInstance("SHA256withECDSA");
            default -> pss();
          };
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return HexFormat.of().formatHex(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Signature pss() throws GeneralSecurityException {
    Signature signer = Signature.getInstance("RSASSA-PSS");
    signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    return signer;
  }
}
