package cn.gongkai.kiosk.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// The one stylesheet that depends on the panel: root font sizes and sizes that follow the finger
/// instead of the text. Everything else is written in `em`.
public final class PanelSheet {

  private static final double GAP_EM = 0.45;
  private static final double WRITING_SHARE = 0.37;

  private PanelSheet() {}

  /// A `data:` address for `getStylesheets()`.
  public static String url(Panel panel) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css(panel).getBytes(StandardCharsets.UTF_8));
  }

  static String css(Panel panel) {
    StringBuilder css = new StringBuilder();
    for (TextSize size : TextSize.values()) {
      rule(css, ".kiosk." + size.styleClass(), "-fx-font-size", panel.bodyPx(size));
    }
    double touch = Math.ceil(panel.px(Panel.TOUCH_MM));
    rule(css, "." + Styles.TOUCH, "-fx-min-width", touch);
    rule(css, "." + Styles.TOUCH, "-fx-min-height", touch);
    double small = Math.ceil(panel.px(Panel.TOUCH_SMALL_MM));
    rule(css, "." + Styles.TOUCH_SMALL, "-fx-min-width", small);
    rule(css, "." + Styles.TOUCH_SMALL, "-fx-min-height", small);
    double gap = Math.ceil(Math.max(panel.px(Panel.TOUCH_GAP_MM), panel.bodyPx() * GAP_EM));
    rule(css, "." + Styles.TOUCH_GAP, "-fx-spacing", gap);
    rule(css, "." + Styles.TOUCH_GAP, "-fx-hgap", gap);
    rule(css, "." + Styles.TOUCH_GAP, "-fx-vgap", gap);
    double writing =
        Math.ceil(
            Math.max(
                panel.px(Panel.WRITING_MM),
                Math.min(panel.width(), panel.height()) * WRITING_SHARE));
    for (String size : List.of("-fx-min-width", "-fx-min-height", "-fx-pref-height")) {
      rule(css, "." + Styles.WRITING, size, writing);
    }
    return css.toString();
  }

  private static void rule(StringBuilder css, String selector, String property, double px) {
    css.append(String.format(Locale.ROOT, "%s { %s: %.1fpx; }%n", selector, property, px));
  }
}
