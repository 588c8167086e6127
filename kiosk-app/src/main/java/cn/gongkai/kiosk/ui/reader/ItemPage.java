package cn.gongkai.kiosk.ui.reader;

import javafx.scene.layout.Region;

/// What an item's screen shows once the item is there.
public interface ItemPage {

  /// The same node every time.
  Region node();

  /// Stops what plays: another screen came in front.
  default void pause() {}

  /// Gives back what it holds; it is not shown again.
  default void close() {}
}
