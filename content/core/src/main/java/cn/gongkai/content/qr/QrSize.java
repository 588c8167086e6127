package cn.gongkai.content.qr;

/// The size of a code on a panel. Modules are whole pixels, so that none is blurred.
///
/// @param modulePixels pixels along one side of a module
/// @param sidePixels pixels along one side of the whole code with its quiet zone
/// @param millimetres the same side on the panel
public record QrSize(int modulePixels, int sidePixels, double millimetres) {

  /// Side of a module: from it a phone at arm's length sees at least four camera pixels a module.
  public static final double MODULE_MILLIMETRES = 2.5;

  /// Side of the smallest code with its quiet zone.
  public static final double SIDE_MILLIMETRES = 80;

  /// Pixels along the side of the smallest code.
  public static final int SIDE_PIXELS = 240;

  /// Panels are measured with a ruler; a hundredth is within what that can tell.
  private static final double TOLERANCE = 0.99;

  static QrSize of(int modules, double millimetresPerPixel) {
    if (!(millimetresPerPixel >= 0.01 && millimetresPerPixel <= 10)) {
      throw new IllegalArgumentException("no panel has " + millimetresPerPixel + " mm a pixel");
    }
    int byModule = pixels(MODULE_MILLIMETRES, millimetresPerPixel);
    int bySide = pixels(SIDE_MILLIMETRES / modules, millimetresPerPixel);
    int byPixels = Math.ceilDiv(SIDE_PIXELS, modules);
    int pixels = Math.max(byModule, Math.max(bySide, byPixels));
    return new QrSize(pixels, pixels * modules, pixels * modules * millimetresPerPixel);
  }

  private static int pixels(double millimetres, double millimetresPerPixel) {
    return (int) Math.ceil(millimetres * TOLERANCE / millimetresPerPixel);
  }
}
