package cn.gongkai.content.release.sign;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An Ed25519 key of a role: whole, or only its public half where somebody else signs.
public final class SigningKey {

  private static final int PUBLIC_BYTES = 32;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (P[A-Z]+ KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private final PublicKey publicKey;
  private final Optional<PrivateKey> privateKey;

  private SigningKey(PublicKey publicKey, Optional<PrivateKey> privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /// A new key, from the platform's strong source of chance.
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(pair.getPublic(), Optional.of(pair.getPrivate()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /// @param pem a block `PUBLIC KEY` and, where we may sign, a block `PRIVATE KEY` (PKCS #8)
  /// @throws ReleaseException `RELEASE-KEY`
  public static SigningKey read(String pem) throws ReleaseException {
    Optional<PublicKey> publicKey = Optional.empty();
    Optional<PrivateKey> privateKey = Optional.empty();
    try {
      Matcher blocks = BLOCK.matcher(pem);
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      while (blocks.find()) {
        byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
        if (blocks.group(1).equals("PRIVATE KEY")) {
          privateKey = Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
        } else {
          publicKey = Optional.of(factory.generatePublic(new X509EncodedKeySpec(der)));
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw ReleaseException.refused("RELEASE-KEY", "an Ed25519 key", "another", e);
    }
    SigningKey key =
        new SigningKey(
            publicKey.orElseThrow(
                () -> ReleaseException.refused("RELEASE-KEY", "a PUBLIC KEY block", "none")),
            privateKey);
    key.requirePair();
    return key;
  }

  private void requirePair() throws ReleaseException {
    if (canSign()) {
      byte[] probe = id().getBytes(StandardCharsets.UTF_8);
      try {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey);
        verifier.update(probe);
        if (!verifier.verify(HexFormat.of().parseHex(sign(probe)))) {
          throw ReleaseException.refused("RELEASE-KEY", "two halves of one key", "of two");
        }
      } catch (GeneralSecurityException e) {
        throw ReleaseException.refused("RELEASE-KEY", "a key that works", e, e);
      }
    }
  }

  /// The key as a file, private half included where it is there.
  public String pem() {
    return privateKey.map(key -> block("PRIVATE KEY", key.getEncoded())).orElse("") + publicPem();
  }

  /// The public half as a file, to be handed to whoever delegates to it.
  public String publicPem() {
    return block("PUBLIC KEY", publicKey.getEncoded());
  }

  private static String block(String type, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
  }

  public boolean canSign() {
    return privateKey.isPresent();
  }

  /// The key as metadata lists it.
  public Json.Obj form() {
    byte[] encoded = publicKey.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
    return Json.object()
        .with("keytype", "ed25519")
        .with("scheme", "ed25519")
        .with("keyval", Json.object().with("public", HexFormat.of().formatHex(raw)));
  }

  /// SHA-256 of the canonical form, lower-case hex.
  public String id() {
    return Sha256.hex(JsonText.canonical(form()));
  }

  /// True of the same key, whatever halves of it are here.
  boolean isSameAs(SigningKey other) {
    return id().equals(other.id());
  }

  /// @return the signature in hex
  /// @throws IllegalStateException where only the public half is here
  public String sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(
          privateKey.orElseThrow(() -> new IllegalStateException("no private half of " + id())));
      signer.update(message);
      return HexFormat.of().formatHex(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 failed", e);
    }
  }
}
