package cn.gongkai.kiosk.ui.scroll;

/// A node of a [ScrollColumn] that keeps a part of itself in view while the rest runs past.
public interface StickyTop {

  /// Tells how much of the node is hidden above the screen.
  ///
  /// @param pixels 0 or more
  void stickBelow(double pixels);
}
