package cn.gongkai.content.model;

/// A value that breaks a rule of its type: a bad id, a document number without a year, a negative
/// length. Carries what was given, so a clerk can be told.
///
/// Thrown by the compact constructors of this package. Whoever parses outside text catches it at
/// the border and turns it into a refusal of its own; past the border it is a bug.
public final class InvalidValue extends IllegalArgumentException {

  private final String code;

  public InvalidValue(String code, String message) {
    super(message);
    this.code = code;
  }

  /// Stable code, listed in `docs/errors.md`.
  public String code() {
    return code;
  }

  static void require(boolean holds, String code, String message, Object... args) {
    if (!holds) {
      throw new InvalidValue(code, message.formatted(args));
    }
  }
}
