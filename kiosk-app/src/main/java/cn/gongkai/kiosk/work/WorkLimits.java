package cn.gongkai.kiosk.work;

/// Bounds of the background work.
///
/// @param threads how many loads run at once
/// @param queuedMax how many may wait; one more is refused with `KIOSK-BUSY`
public record WorkLimits(int threads, int queuedMax) {

  public static final WorkLimits DEFAULT = new WorkLimits(2, 128);
}
