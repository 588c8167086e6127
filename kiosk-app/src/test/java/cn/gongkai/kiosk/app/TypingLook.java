package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import java.util.ArrayList;
import java.util.List;

/// One way the search screen can be met with.
///
/// @param stale true with the banner of old content
/// @param leaving true with the countdown before the reset
record TypingLook(Panel panel, TextSize size, boolean stale, boolean reach, boolean leaving) {

  /// Upright and lying, all text sizes, with and without banner and reach; the countdown on top of
  /// the fullest.
  static List<TypingLook> all() {
    List<TypingLook> looks = new ArrayList<>();
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      for (TextSize size : TextSize.values()) {
        for (boolean stale : new boolean[] {false, true}) {
          for (boolean reach : new boolean[] {false, true}) {
            looks.add(new TypingLook(panel, size, stale, reach, false));
          }
        }
        looks.add(new TypingLook(panel, size, true, true, true));
      }
    }
    return looks;
  }

  String name() {
    String panelName =
        (panel.portrait() ? "portrait" : "landscape") + Math.round(panel.mmPerPixel() * 1000);
    return panelName
        + "-"
        + size.percent()
        + (stale ? "-stale" : "")
        + (reach ? "-reach" : "")
        + (leaving ? "-leaving" : "");
  }

  @Override
  public String toString() {
    return name();
  }
}
