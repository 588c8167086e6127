package cn.gongkai.kiosk.media;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.media.MediaView;

/// A clip that is open for playing. Screen's thread only.
interface Clip {

  /// What a clip is doing.
  enum State {
    OPENING,
    READY,
    PLAYING,
    PAUSED,
    ENDED,
    /// It cannot be played here: no decoder, no sound device, a damaged file.
    BROKEN
  }

  // Properties

  ReadOnlyObjectProperty<State> stateProperty();

  ReadOnlyObjectProperty<Duration> positionProperty();

  /// Zero while it is unknown.
  Duration length();

  /// Where the picture is drawn; empty for sound.
  Optional<MediaView> picture();

  // Commands

  void play();

  void pause();

  void seek(Duration position);

  /// Stops it and gives back decoder and file. It cannot be used any more.
  void close();
}
