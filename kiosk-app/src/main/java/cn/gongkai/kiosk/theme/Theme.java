package cn.gongkai.kiosk.theme;

import java.util.Locale;

/// A set of meanings for the colour tokens. Themes never change components.
public enum Theme {
  /// 纸白: ink on warm paper.
  PAPER,
  /// 高对比: white and yellow on black.
  CONTRAST,
  /// 夜间: dim, warm text on dark ground.
  NIGHT;

  public String styleClass() {
    return "theme-" + name().toLowerCase(Locale.ROOT);
  }

  public Theme next() {
    return values()[(ordinal() + 1) % values().length];
  }
}
