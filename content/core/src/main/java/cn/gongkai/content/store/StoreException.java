package cn.gongkai.content.store;

/// Trouble with the terminal's store: the one checked family of this package.
///
/// Opening: `STORE-MISSING` nothing there yet, `STORE-FOREIGN` a database that is not ours,
/// `STORE-VERSION` written by another version, `STORE-CORRUPT` fails its checks, `STORE-BUSY`
/// another agent holds the lock or all readers are busy.
///
/// Applying: `STORE-NAMESPACE` an entity in a channel that must not carry it, `STORE-LIMIT` one
/// that is too long, `STORE-DIGEST` a release that does not add up, `STORE-BLOB` a file that is not
/// what its name says. `STORE-DISK-FULL`, and `STORE-IO` for any other failure of disk or database.
///
/// `STORE-TEXT` one stored text that cannot be read or is not what was signed: it is left out and
/// all else goes on. `STORE-SETTINGS` settings that cannot be read and must not be overwritten.
/// Found by [StoreCheck] only: `STORE-ROWS`, `STORE-BLOB-MISSING`.
public final class StoreException extends Exception {

  private final String code;

  public StoreException(String code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  public StoreException(String code, String message, Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  /// True where one stored text cannot be read and all others may be sound.
  boolean isOfOneText() {
    return code.equals("STORE-TEXT");
  }

  /// Stable code, listed in `docs/errors.md`.
  public String code() {
    return code;
  }
}
