package cn.gongkai.kiosk.media;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.media.MediaView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipCardTest {

  @TempDir Path folder;

  private final List<String> watched = new ArrayList<>();
  private final PlayingWatch watch =
      new PlayingWatch() {
        @Override
        public void began(Object source) {
          watched.add("began");
        }

        @Override
        public void ended(Object source) {
          if (!watched.isEmpty() && watched.getLast().equals("began")) {
            watched.add("ended");
          }
        }
      };

  @BeforeAll
  static void screen() {
    Fx.start();
  }

  /// A clip that does what it is told at once.
  private static final class ObedientClip implements Clip {

    final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    final ReadOnlyObjectWrapper<Duration> position = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    boolean closed;

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
      return Duration.ofSeconds(100);
    }

    @Override
    public Optional<MediaView> picture() {
      return Optional.empty();
    }

    @Override
    public void play() {
      state.set(State.PLAYING);
    }

    @Override
    public void pause() {
      if (state.get() == State.PLAYING) {
        state.set(State.PAUSED);
      }
    }

    @Override
    public void seek(Duration to) {
      position.set(to);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private ClipFiles files(Path clip, Optional<Path> captions) {
    return new ClipFiles(
        false, "三分钟看懂", clip, Optional.empty(), captions, Optional.of("大家好，今天说说高龄津贴。"));
  }

  private static String words(ClipCard card) {
    StringBuilder words = new StringBuilder();
    card.lookupAll("*")
        .forEach(
            node -> {
              if (node instanceof Labeled label && label.isVisible()) {
                words.append(label.getText()).append('\n');
              }
            });
    return words.toString();
  }

  @Test
  void playingCountsAsUseUntilItEnds() {
    ObedientClip clip = new ObedientClip();
    Fx.on(
        () -> {
          ClipCard card =
              new ClipCard(
                  files(folder.resolve("a.mp4"), Optional.empty()), file -> clip, watch, c -> {});
          Fx.show(card, Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
          card.toggle();
          assertThat(words(card)).contains("暂停");
          card.toggle();
          assertThat(words(card)).contains("继续");
          return true;
        });
    assertThat(watched).containsExactly("began", "ended");
  }

  @Test
  void captionsAreDrawnWhileTheirWordsAreSaid() throws Exception {
    Path captions = folder.resolve("a.vtt");
    Files.writeString(captions, "WEBVTT\n\n00:02.000 --> 00:04.000\n满八十岁就能领\n");
    ObedientClip clip = new ObedientClip();
    Fx.on(
        () -> {
          ClipCard card =
              new ClipCard(
                  files(folder.resolve("a.mp4"), Optional.of(captions)),
                  file -> clip,
                  watch,
                  c -> {});
          card.toggle();
          clip.seek(Duration.ofSeconds(3));
          assertThat(words(card)).contains("满八十岁就能领").contains("0:03 / 1:40");
          clip.seek(Duration.ofSeconds(5));
          assertThat(words(card)).doesNotContain("满八十岁就能领");
          return true;
        });
  }

  @Test
  void leavingTheScreenPausesAndClosingStops() {
    ObedientClip clip = new ObedientClip();
    Fx.on(
        () -> {
          ClipCard card =
              new ClipCard(
                  files(folder.resolve("a.mp4"), Optional.empty()), file -> clip, watch, c -> {});
          StackPane place = new StackPane(card);
          Fx.show(place, Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
          card.toggle();
          place.getChildren().clear();
          assertThat(clip.state.get()).isEqualTo(Clip.State.PAUSED);
          card.close();
          assertThat(clip.closed).isTrue();
          return true;
        });
    assertThat(watched).containsExactly("began", "ended");
  }

  @Test
  void aBrokenFileKeepsItsWordsAndSaysTheCode() throws Exception {
    Path file = folder.resolve("broken.mp4");
    Files.writeString(file, "this is not a film");
    assertBroken(file);
  }

  @Test
  void aMissingFileKeepsItsWordsAndSaysTheCode() {
    assertBroken(folder.resolve("none.mp4"));
  }

  private void assertBroken(Path file) {
    AtomicReference<ClipCard> card = new AtomicReference<>();
    Fx.on(
        () -> {
          card.set(new ClipCard(files(file, Optional.empty()), FxClip::new, watch, c -> {}));
          Fx.show(card.get(), Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
          card.get().toggle();
          return true;
        });
    Fx.until(() -> card.get().state() == Clip.State.BROKEN);
    String words = Fx.on(() -> words(card.get()));
    assertThat(words).contains("KIOSK-MEDIA").contains("大家好，今天说说高龄津贴。");
  }
}
