package cn.gongkai.kiosk.theme;

/// The installed screen, measured with a ruler: what turns millimetres into pixels.
///
/// @param mmPerPixel millimetres a pixel, 0.05 to 2
/// @param width pixels
/// @param height pixels
/// @param mountHeightMm height of the lower edge of the picture above the floor
public record Panel(double mmPerPixel, int width, int height, double mountHeightMm) {

  /// What a resident must touch is at least this large.
  public static final double TOUCH_MM = 20;

  /// Anything else that can be touched.
  public static final double TOUCH_SMALL_MM = 15;

  /// Between two things that can be touched.
  public static final double TOUCH_GAP_MM = 3;

  /// Side of an area to write on with a finger, at least.
  public static final double WRITING_MM = 100;

  /// Reach of a seated person (EN 301 549 draft, 400 mm depth): bottom and top above the floor.
  public static final double REACH_BOTTOM_MM = 800;

  public static final double REACH_TOP_MM = 1100;

  private static final double MM_PER_INCH = 25.4;
  private static final double BODY_PER_SHORT_SIDE = 1 / 38.5;
  private static final double BODY_SMALL_MM = 7;
  private static final double BODY_MM = 9;
  private static final double REACH_SHARE_MIN = 0.42;
  private static final double REACH_INSET_SHARE_MAX = 0.15;

  public Panel {
    if (!(mmPerPixel >= 0.05 && mmPerPixel <= 2)) {
      throw new IllegalArgumentException("millimetres a pixel: " + mmPerPixel);
    }
    if (width < 600 || height < 600 || width > 8192 || height > 8192) {
      throw new IllegalArgumentException("panel size: " + width + "x" + height);
    }
    if (!(mountHeightMm >= 0 && mountHeightMm <= 2000)) {
      throw new IllegalArgumentException("mount height: " + mountHeightMm);
    }
  }

  /// 43 inches upright.
  public static Panel portrait43() {
    return new Panel(0.496, 1080, 1920, REACH_BOTTOM_MM);
  }

  /// 32 inches upright.
  public static Panel portrait32() {
    return new Panel(0.369, 1080, 1920, REACH_BOTTOM_MM);
  }

  /// 21.5 inches lying.
  public static Panel landscape21() {
    return new Panel(0.248, 1920, 1080, 900);
  }

  public double px(double mm) {
    return mm / mmPerPixel;
  }

  public double mm(double px) {
    return px * mmPerPixel;
  }

  public boolean portrait() {
    return height > width;
  }

  public SizeClass sizeClass() {
    double inches = mm(Math.hypot(width, height)) / MM_PER_INCH;
    return inches < 27 ? SizeClass.SM : inches < 38 ? SizeClass.MD : SizeClass.LG;
  }

  /// Height of body characters in pixels at 100 %: so many that a line holds 18 to 36 of them, and
  /// never less than can be read without glasses.
  public double bodyPx() {
    double readable = sizeClass() == SizeClass.SM ? BODY_SMALL_MM : BODY_MM;
    return Math.ceil(Math.max(Math.min(width, height) * BODY_PER_SHORT_SIDE, px(readable)) - 0.05);
  }

  public double bodyPx(TextSize size) {
    return bodyPx() * size.percent() / 100;
  }

  /// Pixels to keep free below the bottom bar so that it lies in the reach band.
  public double reachInsetPx() {
    double below = px(REACH_BOTTOM_MM - mountHeightMm);
    return Math.clamp(below, 0, height * REACH_INSET_SHARE_MAX);
  }

  /// Height of what is active in reach mode (低位), measured from the lower edge.
  public double reachPx() {
    return Math.clamp(px(REACH_TOP_MM - mountHeightMm), height * REACH_SHARE_MIN, height);
  }
}
