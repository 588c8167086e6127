package cn.gongkai.kiosk.input.ink.pad;

import cn.gongkai.kiosk.input.ink.Stroke;

/// Told what a finger does on the pad. JavaFX thread only.
public interface Pen {

  /// A stroke begins.
  ///
  /// @param side of the pad, the shorter one, in the units of the place
  void down(Stroke.Point at, double side);

  /// The stroke that began is complete.
  void up(Stroke stroke);
}
