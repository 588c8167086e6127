package cn.gongkai.kiosk.ui.scroll;

/// A node of a [ScrollColumn] that keeps a part of itself in view while the rest runs past.
public interface StickyTop {

  /// Tells which part of the node is on the screen, in pixels below its upper edge.
  ///
  /// @param from how much is hidden above the screen, 0 or more
  /// @param until where the screen ends; may lie below the node
  void see(double from, double until);
}
