package cn.gongkai.content.release;

/// Trouble with a release: the one checked family of the release packages. Every code begins with
/// `RELEASE-` and is listed in `docs/errors.md`.
///
/// A refusal says what was expected and what was there instead. Nothing is changed by a file that
/// was refused.
public final class ReleaseException extends Exception {

  /// Whose trouble it is.
  public enum Kind {
    /// What arrived breaks a rule: a wrong signature, an old version, a cut file.
    REFUSED,
    /// Nothing arrived: the source failed. Trust is as before.
    UNREACHABLE,
    /// This machine's disk or files failed.
    BROKEN
  }

  private final Kind kind;
  private final String code;
  private final String expected;
  private final String actual;

  private ReleaseException(
      Kind kind, String code, String expected, String actual, Exception cause) {
    super(code + ": expected " + expected + ", found " + actual, cause);
    this.kind = kind;
    this.code = code;
    this.expected = expected;
    this.actual = actual;
  }

  private ReleaseException(Kind kind, String code, String expected, String actual) {
    super(code + ": expected " + expected + ", found " + actual);
    this.kind = kind;
    this.code = code;
    this.expected = expected;
    this.actual = actual;
  }

  public static ReleaseException refused(String code, String expected, Object actual) {
    return new ReleaseException(Kind.REFUSED, code, expected, String.valueOf(actual));
  }

  public static ReleaseException refused(
      String code, String expected, Object actual, Exception cause) {
    return new ReleaseException(Kind.REFUSED, code, expected, String.valueOf(actual), cause);
  }

  /// @param why as the source tells it
  public static ReleaseException unreachable(String code, String wanted, String why) {
    return new ReleaseException(Kind.UNREACHABLE, code, wanted, why);
  }

  public static ReleaseException broken(String wanted, Exception cause) {
    return new ReleaseException(
        Kind.BROKEN, "RELEASE-IO", wanted, String.valueOf(cause.getMessage()), cause);
  }

  public Kind kind() {
    return kind;
  }

  /// Stable code, listed in `docs/errors.md`.
  public String code() {
    return code;
  }

  public String expected() {
    return expected;
  }

  public String actual() {
    return actual;
  }
}
