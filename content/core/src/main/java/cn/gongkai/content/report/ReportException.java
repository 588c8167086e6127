package cn.gongkai.content.report;

/// A receipt or a batch that breaks a rule: the one checked family of this package. Nothing is kept
/// of what was refused.
///
/// `REPORT-FORM` it cannot be read, `REPORT-LIMIT` it is too long, `REPORT-CHAIN` its receipts do
/// not follow one another, `REPORT-SIGNATURE` it is not signed by the key it names.
public final class ReportException extends Exception {

  private final String code;

  public ReportException(String code, String message) {
    super(code + ": " + message);
    this.code = code;
  }

  public ReportException(String code, String message, Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  /// Stable code, listed in `docs/errors.md`.
  public String code() {
    return code;
  }
}
