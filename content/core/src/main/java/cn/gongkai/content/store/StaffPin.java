package cn.gongkai.content.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// The staff's PIN as `terminal.json` keeps it: PBKDF2 over SHA-256, written
/// `pbkdf2-sha256$ROUNDS$SALT$HASH` in hex. Checking one takes about a tenth of a second, so it is
/// not done on the screen's thread.
///
/// Six digits can be tried out by whoever has read the file: it keeps residents out of the staff's
/// page, no more. The page can do nothing that harms.
public record StaffPin(int rounds, String salt, String hash) {

  private static final Pattern DIGITS = Pattern.compile("\\d{6,12}");
  private static final Pattern FORM =
      Pattern.compile("pbkdf2-sha256\\$(\\d{5,7})\\$([0-9a-f]{32})\\$([0-9a-f]{64})");
  private static final int ROUNDS = 200_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  /// True for six to twelve digits that are not all the same and do not just count.
  public static boolean isGood(String pin) {
    return DIGITS.matcher(pin).matches()
        && pin.chars().distinct().count() > 2
        && !"01234567890123".contains(pin)
        && !"98765432109876".contains(pin);
  }

  /// @throws IllegalArgumentException where the PIN is not a good one
  public static StaffPin of(String pin) {
    if (!isGood(pin)) {
      throw new IllegalArgumentException("a PIN is six to twelve digits that are not guessed");
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    String salted = HexFormat.of().formatHex(salt);
    return new StaffPin(ROUNDS, salted, HexFormat.of().formatHex(derived(pin, ROUNDS, salted)));
  }

  /// Empty for text that is no such PIN, which then is as if none were set.
  public static Optional<StaffPin> find(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new StaffPin(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  public String text() {
    return "pbkdf2-sha256$" + rounds + "$" + salt + "$" + hash;
  }

  public boolean matches(String pin) {
    return DIGITS.matcher(pin).matches()
        && MessageDigest.isEqual(HexFormat.of().parseHex(hash), derived(pin, rounds, salt));
  }

  private static byte[] derived(String pin, int rounds, String salt) {
    try {
      PBEKeySpec spec =
          new PBEKeySpec(pin.toCharArray(), HexFormat.of().parseHex(salt), rounds, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    }
  }
}
