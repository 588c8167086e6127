package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.theme.Panel;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Stacks the bars and the place between them, which takes what is left. In reach mode (低位) an
/// empty rest pushes everything active down into reach; banner and countdown take their room from
/// the rest first, so that nothing active moves when they come.
final class FrameColumn extends Region {

  /// Where less than this would be left free above, everything is in reach as it is.
  private static final double REST_MIN_PX = 60;

  private final Panel panel;
  private final Region masthead;
  private final Region banner;
  private final Region rest;
  private final Region place;
  private final Region countdown;
  private boolean reach;

  /// @param bars all of it, from top to bottom
  FrameColumn(
      Panel panel,
      Region masthead,
      Region banner,
      Region rest,
      Region place,
      Region countdown,
      Node... bars) {
    this.panel = panel;
    this.masthead = masthead;
    this.banner = banner;
    this.rest = rest;
    this.place = place;
    this.countdown = countdown;
    getChildren().addAll(bars);
  }

  void reach(boolean now) {
    reach = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double restHeight = restHeight();
    rest.setVisible(restHeight > 0);
    double used = restHeight;
    for (Node bar : getManagedChildren()) {
      used += bar.equals(rest) || bar.equals(place) ? 0 : height(bar);
    }
    double y = 0;
    for (Node bar : getManagedChildren()) {
      double height =
          bar.equals(rest)
              ? restHeight
              : bar.equals(place) ? Math.max(0, getHeight() - used) : height(bar);
      bar.resizeRelocate(0, y, getWidth(), height);
      y += height;
    }
  }

  private double restHeight() {
    if (!reach || !masthead.isManaged()) {
      return 0;
    }
    double above = panel.height() - panel.reachPx() - height(masthead);
    double free = above - height(banner) - height(countdown);
    return above < REST_MIN_PX ? 0 : Math.max(0, Math.floor(free));
  }

  private double height(Node bar) {
    return bar.isManaged() ? snapSizeY(bar.prefHeight(getWidth())) : 0;
  }
}
