package cn.gongkai.kiosk.qr;

/// How large a code is drawn.
///
/// @param pixelsPerModule whole, so that every module is as wide as the next
/// @param modules a side, quiet zone included
public record QrSize(int pixelsPerModule, int modules) {

  /// Modules smaller than this are lost on cameras that older residents carry.
  public static final double MODULE_MM_MIN = 2.5;

  /// Fewer pixels a side than this are too few for any of them.
  public static final int SIDE_PIXELS_MIN = 240;

  /// The smallest size that can be photographed from where people stand.
  public static QrSize of(QrModules code, double mmPerPixel) {
    int modules = code.side() + 2 * QrModules.QUIET;
    int byMillimetres = (int) Math.ceil(MODULE_MM_MIN / mmPerPixel);
    int byPixels = (int) Math.ceil((double) SIDE_PIXELS_MIN / modules);
    return new QrSize(Math.max(byMillimetres, byPixels), modules);
  }

  /// The largest size that fits a square of the given pixels, but never below the smallest.
  public static QrSize within(QrModules code, double mmPerPixel, double pixels) {
    QrSize least = of(code, mmPerPixel);
    int fitting = (int) Math.floor(pixels / least.modules);
    return new QrSize(Math.max(least.pixelsPerModule, fitting), least.modules);
  }

  public int sidePixels() {
    return pixelsPerModule * modules;
  }
}
