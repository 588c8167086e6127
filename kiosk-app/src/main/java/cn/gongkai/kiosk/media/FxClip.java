package cn.gongkai.kiosk.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A clip played by JavaFX: H.264 and AAC by the system's libavcodec.
final class FxClip implements Clip {

  private static final Logger LOG = LoggerFactory.getLogger(FxClip.class);

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPENING);
  private final ReadOnlyObjectWrapper<Duration> position =
      new ReadOnlyObjectWrapper<>(Duration.ZERO);
  private final Path file;
  private Optional<MediaPlayer> player = Optional.empty();
  private Optional<MediaView> picture = Optional.empty();

  FxClip(Path file) {
    this.file = file;
    try {
      MediaPlayer opened = new MediaPlayer(new Media(file.toUri().toString()));
      player = Optional.of(opened);
      picture = Optional.of(new MediaView(opened));
      opened.setOnError(() -> fail(String.valueOf(opened.getError())));
      opened.setOnHalted(() -> fail("halted"));
      opened.getMedia().setOnError(() -> fail(String.valueOf(opened.getMedia().getError())));
      opened.statusProperty().subscribe(this::became);
      opened.setOnEndOfMedia(() -> end(opened));
      opened
          .currentTimeProperty()
          .subscribe(now -> position.set(Duration.ofMillis((long) now.toMillis())));
    } catch (MediaException | IllegalArgumentException | UnsupportedOperationException e) {
      fail(String.valueOf(e));
    } catch (LinkageError e) {
      fail("no media library: " + e);
    }
  }

  private void end(MediaPlayer ended) {
    state.set(State.ENDED);
    ended.pause();
  }

  private void became(MediaPlayer.Status status) {
    if (status == null || state.get() == State.BROKEN) {
      return;
    }
    switch (status) {
      case READY, STOPPED -> state.set(State.READY);
      case PLAYING -> state.set(State.PLAYING);
      case PAUSED, STALLED -> pausedUnlessEnded();
      case HALTED -> fail("halted");
      case UNKNOWN, DISPOSED -> {}
    }
  }

  private void pausedUnlessEnded() {
    if (state.get() != State.ENDED) {
      state.set(State.PAUSED);
    }
  }

  private void fail(String reason) {
    if (state.get() != State.BROKEN) {
      LOG.warn("KIOSK-MEDIA: {} cannot be played: {}", file.getFileName(), reason);
      state.set(State.BROKEN);
    }
  }

  @Override
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyObjectProperty<Duration> positionProperty() {
    return position.getReadOnlyProperty();
  }

  @Override
  public Duration length() {
    return player
        .map(p -> p.getMedia().getDuration())
        .filter(d -> d != null && !d.isUnknown() && !d.isIndefinite())
        .map(d -> Duration.ofMillis((long) d.toMillis()))
        .orElse(Duration.ZERO);
  }

  @Override
  public Optional<MediaView> picture() {
    return picture;
  }

  @Override
  public void play() {
    player.ifPresent(
        p -> {
          if (state.get() == State.ENDED) {
            p.seek(javafx.util.Duration.ZERO);
            state.set(State.PAUSED);
          }
          p.play();
        });
  }

  @Override
  public void pause() {
    player.ifPresent(MediaPlayer::pause);
  }

  @Override
  public void seek(Duration to) {
    player.ifPresent(p -> p.seek(javafx.util.Duration.millis(to.toMillis())));
  }

  @Override
  public void close() {
    picture.ifPresent(view -> view.setMediaPlayer(null));
    player.ifPresent(MediaPlayer::dispose);
    player = Optional.empty();
  }
}
