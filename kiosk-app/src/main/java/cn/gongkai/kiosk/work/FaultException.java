package cn.gongkai.kiosk.work;

/// Broken input or output met while loading: the kiosk's one checked family.
public final class FaultException extends Exception {

  private final String code;

  public FaultException(String code, String message) {
    super(message);
    this.code = code;
  }

  public FaultException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// Stable code: the store's own, or `KIOSK-…`.
  public String code() {
    return code;
  }
}
