package cn.gongkai.content.release.tuf;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.json.Json;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A public key of one of the schemes a client must know. What it is called is not its affair: key
/// ids are opaque.
public final class TufKey {

  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int RSA_BITS_MIN = 2048;
  private static final int RSA_BITS_MAX = 8192;

  private enum Scheme {
    ED25519,
    ECDSA_P256,
    RSA_PSS_SHA256
  }

  private final Scheme scheme;
  private final PublicKey key;

  private TufKey(Scheme scheme, PublicKey key) {
    this.scheme = scheme;
    this.key = key;
  }

  /// Empty for a scheme or an encoding this client does not know: such a key verifies nothing,
  /// while the file that lists it stays usable for its other keys.
  public static Optional<TufKey> of(Json.Obj form) {
    try {
      String type = form.text("keytype");
      String text = form.object("keyval").text("public");
      return switch (form.text("scheme") + " " + type) {
        case "ed25519 ed25519" -> Optional.of(ed25519(text));
        case "ecdsa-sha2-nistp256 ecdsa", "ecdsa-sha2-nistp256 ecdsa-sha2-nistp256" -> ecdsa(text);
        case "rsassa-pss-sha256 rsa" -> rsa(text);
        default -> Optional.empty();
      };
    } catch (ReleaseException | GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static TufKey ed25519(String hex) throws GeneralSecurityException {
    byte[] raw = HexFormat.of().parseHex(hex);
    byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
    System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
    return new TufKey(Scheme.ED25519, decode("Ed25519", encoded));
  }

  private static Optional<TufKey> ecdsa(String pem) throws GeneralSecurityException {
    PublicKey key = decode("EC", der(pem));
    boolean p256 =
        key instanceof ECPublicKey ec && ec.getParams().getCurve().getField().getFieldSize() == 256;
    return p256 ? Optional.of(new TufKey(Scheme.ECDSA_P256, key)) : Optional.empty();
  }

  private static Optional<TufKey> rsa(String pem) throws GeneralSecurityException {
    PublicKey key = decode("RSA", der(pem));
    int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
    return bits >= RSA_BITS_MIN && bits <= RSA_BITS_MAX
        ? Optional.of(new TufKey(Scheme.RSA_PSS_SHA256, key))
        : Optional.empty();
  }

  private static PublicKey decode(String algorithm, byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  /// @param signatureHex anything; what is no signature verifies nothing
  public boolean verifies(byte[] message, String signatureHex) {
    try {
      byte[] signature = HexFormat.of().parseHex(signatureHex);
      Signature verifier = verifier();
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private Signature verifier() throws GeneralSecurityException {
    return switch (scheme) {
      case ED25519 -> Signature.getInstance("Ed25519");
      case ECDSA_P256 -> Signature.getInstance("SHA256withECDSA");
      case RSA_PSS_SHA256 -> pss();
    };
  }

  private static Signature pss()
      throws GeneralSecurityException, InvalidAlgorithmParameterException {
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    return verifier;
  }

  /// The same for the same key under another name or in another spelling.
  String material() {
    return HexFormat.of().formatHex(key.getEncoded());
  }
}
