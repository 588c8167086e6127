package cn.gongkai.kiosk.nav;

import cn.gongkai.content.model.ItemId;
import java.util.Optional;
import javafx.scene.layout.Region;

/// What fills the frame at a route. Made by [ScreenFactory], kept alive in the history with its
/// scroll position, told when it is seen again, disposed of once. JavaFX thread only.
public interface Screen {

  /// The same node every time.
  Region node();

  SessionKind kind();

  /// Stands in the frame over the content; empty where the screen heads itself.
  default Optional<String> title() {
    return Optional.empty();
  }

  /// The item a resident is reading here, once it is loaded. The frame watches it: where a new
  /// release changed it, a quiet bar offers to reload; where it was withdrawn, the screen is
  /// reloaded at once and must then show that it is gone.
  default Optional<Reading> reading() {
    return Optional.empty();
  }

  /// Called each time the screen comes into view, the first time included.
  default void shown() {}

  /// Called each time another screen takes its place; video and sound stop here.
  default void hidden() {}

  /// Called once, when the screen has left the history.
  default void dispose() {}

  /// An open item and the revision that is shown.
  record Reading(ItemId id, int revision) {}
}
