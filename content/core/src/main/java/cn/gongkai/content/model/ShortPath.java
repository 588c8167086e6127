package cn.gongkai.content.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The short permanent name of an item's phone page: 8 characters of Crockford's base 32, the first
/// 40 bits of the SHA-256 of the item id. It fits a 29-module QR code and never changes.
///
/// Two items may collide (about one chance in 24 million at 300,000 items a pair); the desk refuses
/// to publish the second.
public record ShortPath(String value) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 8;

  public static ShortPath of(ItemId id) {
    byte[] digest = sha256(id.value().getBytes(StandardCharsets.UTF_8));
    long bits = 0;
    for (int i = 0; i < 5; i++) {
      bits = (bits << 8) | (digest[i] & 0xff);
    }
    StringBuilder text = new StringBuilder(CHARACTERS);
    for (int shift = 35; shift >= 0; shift -= 5) {
      text.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
    }
    return new ShortPath(text.toString());
  }

  /// Path of the page below the site's base URL, for example `m/7k3f9q8z.html`.
  public String page() {
    return "m/" + value + ".html";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
