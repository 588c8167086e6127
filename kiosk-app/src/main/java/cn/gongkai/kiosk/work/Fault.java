package cn.gongkai.kiosk.work;

/// Trouble a resident must be told about, as a value.
///
/// @param code stable code, listed in `docs/errors.md`; the fault card shows it
/// @param detail for staff and the log, never for residents
public record Fault(String code, String detail) {

  /// A bug: anything that is not one of the known families.
  public static final String UNEXPECTED = "KIOSK-UNEXPECTED";

  /// More work is waiting than [WorkLimits] allow.
  public static final String BUSY = "KIOSK-BUSY";

  public static Fault of(Throwable trouble) {
    return trouble instanceof FaultException known
        ? new Fault(known.code(), String.valueOf(known.getMessage()))
        : new Fault(UNEXPECTED, trouble.toString());
  }
}
