package cn.gongkai.kiosk.ui.pages;

/// How large a page is shown. Whole steps, each with a name that can be said.
public enum ZoomStep {
  /// The whole page.
  PAGE(0),
  /// As wide as the screen, or as a line can be followed.
  WIDTH(1),
  HALF_MORE(1.5),
  DOUBLE(2);

  private final double widths;

  ZoomStep(double widths) {
    this.widths = widths;
  }

  public ZoomStep larger() {
    return values()[Math.min(values().length - 1, ordinal() + 1)];
  }

  public ZoomStep smaller() {
    return values()[Math.max(0, ordinal() - 1)];
  }

  /// Width of a page in a window.
  ///
  /// @param ratio height of the page for a width of 1
  double pageWidth(double windowWidth, double windowHeight, double ratio, double lineMax) {
    double fits = Math.min(windowWidth, windowHeight / ratio);
    return this == PAGE ? fits : Math.max(fits, Math.min(windowWidth, lineMax) * widths);
  }
}
