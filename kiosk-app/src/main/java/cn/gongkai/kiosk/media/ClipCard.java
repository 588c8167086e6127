package cn.gongkai.kiosk.media;

import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// A clip in the text: stage with captions, one big button, where one is, and the words below.
///
/// The file is opened at the first touch. What cannot be played (`KIOSK-MEDIA`) keeps its poster,
/// says so in plain words, and its transcript stays.
final class ClipCard extends VBox {

  private static final double POSTER_PIXELS = 1280;

  private final ClipFiles files;
  private final Function<Path, Clip> opener;
  private final PlayingWatch watch;
  private final Consumer<ClipCard> onPlay;
  private final ClipStage stage = new ClipStage();
  private final Label caption = new Label();
  private final StackPane sign = new StackPane(Glyph.of(FluentUiRegularMZ.PLAY_24));
  private final Label trouble = new Label();
  private final Button play = new Button();
  private final SeekBar bar = new SeekBar(this::seek);
  private final Label time = new Label();
  private Optional<Clip> clip = Optional.empty();
  private WebVtt captions = WebVtt.NONE;
  private boolean wanted;

  ClipCard(
      ClipFiles files, Function<Path, Clip> opener, PlayingWatch watch, Consumer<ClipCard> onPlay) {
    this.files = files;
    this.opener = opener;
    this.watch = watch;
    this.onPlay = onPlay;
    getStyleClass().addAll("block", "clip", files.sound() ? "clip-sound" : "clip-video");
    Label title =
        new Label(
            files.title(),
            Glyph.of(files.sound() ? FluentUiRegularMZ.SPEAKER_24 : FluentUiRegularMZ.VIDEO_24));
    title.getStyleClass().add("clip-title");
    title.setWrapText(true);
    getChildren().add(title);
    if (!files.sound()) {
      getChildren().add(stage());
    }
    trouble.getStyleClass().add("clip-trouble");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    trouble.setVisible(false);
    getChildren().addAll(trouble, controls());
    files.transcript().ifPresent(this::transcript);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                pause();
              }
            });
    show(Clip.State.READY);
  }

  private StackPane stage() {
    caption.getStyleClass().add("clip-caption");
    caption.setWrapText(true);
    caption.visibleProperty().bind(caption.textProperty().isNotEmpty());
    sign.getStyleClass().add("clip-sign");
    sign.setMouseTransparent(true);
    StackPane pane = new StackPane(stage, sign, caption);
    StackPane.setAlignment(caption, Pos.BOTTOM_CENTER);
    pane.getStyleClass().add("clip-stage");
    pane.setOnMouseClicked(event -> toggle());
    files.poster().filter(Files::isRegularFile).ifPresent(this::poster);
    return pane;
  }

  private void poster(Path file) {
    Image image = new Image(file.toUri().toString(), POSTER_PIXELS, 0, true, true, true);
    stage.show(new ImageView(image));
  }

  private Region controls() {
    play.getStyleClass().addAll("touch", "main-action", "clip-play");
    play.setOnAction(event -> toggle());
    play.setMinWidth(Region.USE_PREF_SIZE);
    time.getStyleClass().add("clip-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox row = new HBox(play, bar, time);
    row.getStyleClass().add("clip-controls");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void transcript(String words) {
    Label head = new Label(ContentText.of("media.transcript"));
    head.getStyleClass().add("clip-transcript-head");
    Label text = new Label(words);
    text.setWrapText(true);
    text.getStyleClass().add("clip-transcript");
    getChildren().addAll(head, text);
  }

  // Commands

  void toggle() {
    Clip open = clip.orElseGet(this::open);
    switch (open.stateProperty().get()) {
      case PLAYING -> pause();
      case BROKEN -> {}
      case OPENING, READY, PAUSED, ENDED -> {
        wanted = true;
        onPlay.accept(this);
        open.play();
      }
    }
  }

  void pause() {
    wanted = false;
    clip.ifPresent(Clip::pause);
  }

  void close() {
    wanted = false;
    watch.ended(this);
    clip.ifPresent(Clip::close);
    clip = Optional.empty();
  }

  Clip.State state() {
    return clip.map(c -> c.stateProperty().get()).orElse(Clip.State.READY);
  }

  private void seek(double fraction) {
    clip.ifPresent(c -> c.seek(Duration.ofMillis((long) (c.length().toMillis() * fraction))));
  }

  private Clip open() {
    captions = files.captions().map(ClipCard::read).orElse(WebVtt.NONE);
    Clip opened = opener.apply(files.file());
    clip = Optional.of(opened);
    opened.stateProperty().subscribe(this::show);
    opened.positionProperty().subscribe(this::at);
    return opened;
  }

  private static WebVtt read(Path file) {
    try {
      return Files.size(file) > WebVtt.BYTES_MAX
          ? WebVtt.NONE
          : WebVtt.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return WebVtt.NONE;
    }
  }

  private void show(Clip.State state) {
    boolean playing = state == Clip.State.PLAYING;
    play.setText(ContentText.of(playing ? "media.pause" : label(state)));
    play.setGraphic(Glyph.of(playing ? FluentUiRegularMZ.PAUSE_24 : FluentUiRegularMZ.PLAY_24));
    play.setDisable(state == Clip.State.BROKEN);
    trouble.setVisible(state == Clip.State.BROKEN);
    sign.setVisible(!playing && state != Clip.State.BROKEN);
    if (state == Clip.State.BROKEN) {
      trouble.setText(
          ContentText.of(files.transcript().isPresent() ? "media.broken.words" : "media.broken"));
    }
    if (playing) {
      watch.began(this);
      clip.flatMap(Clip::picture).filter(view -> !files.sound()).ifPresent(stage::show);
    } else {
      watch.ended(this);
    }
    if (playing && !wanted) {
      pause();
    }
  }

  private static String label(Clip.State state) {
    return state == Clip.State.ENDED
        ? "media.again"
        : state == Clip.State.PAUSED ? "media.resume" : "media.play";
  }

  private void at(Duration position) {
    Duration length = clip.map(Clip::length).orElse(Duration.ZERO);
    bar.setFraction(
        length.isZero() ? 0 : (double) position.toMillis() / (double) length.toMillis());
    time.setText(length.isZero() ? "" : clock(position) + " / " + clock(length));
    caption.setText(captions.wordsAt(position).orElse(""));
  }

  private static String clock(Duration time) {
    return String.format("%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
