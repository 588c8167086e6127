package cn.gongkai.kiosk.theme;

import java.util.Arrays;
import java.util.Optional;

/// How much larger than the panel's body size everything is.
public enum TextSize {
  NORMAL(100),
  LARGE(150),
  LARGEST(200);

  private final int percent;

  TextSize(int percent) {
    this.percent = percent;
  }

  public static Optional<TextSize> find(int percent) {
    return Arrays.stream(values()).filter(size -> size.percent == percent).findFirst();
  }

  public int percent() {
    return percent;
  }

  public String styleClass() {
    return "text-" + percent;
  }

  /// The next larger; the smallest after the largest.
  public TextSize next() {
    return values()[(ordinal() + 1) % values().length];
  }
}
