package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.work.Background;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Walks all screens and writes each as a picture at true size. A picture is taken when nothing is
/// being loaded any more. JavaFX thread only.
final class Tour {

  private static final Duration LOOK = Duration.millis(60);

  /// Looks in a row that must find nothing under way: a few frames.
  private static final int QUIET_LOOKS = 4;

  /// Looks after which a picture is taken whatever is under way: six seconds.
  private static final int LOOKS_MAX = 100;

  private final Terminal terminal;
  private final Background background;
  private final Path pictures;
  private final PrintWriter out;
  private final IntConsumer onEnd;
  private final Deque<TourStop> ahead = new ArrayDeque<>();
  private int number;
  private int failed;

  /// @param onEnd told how many pictures could not be made
  Tour(
      Terminal terminal, Background background, Path pictures, PrintWriter out, IntConsumer onEnd) {
    this.terminal = terminal;
    this.background = background;
    this.pictures = pictures;
    this.out = out;
    this.onEnd = onEnd;
  }

  void begin() {
    whenQuiet(
        () -> {
          switch (terminal.catalogue().holdingProperty().get()) {
            case Holding.Ready ready ->
                terminal
                    .catalogue()
                    .load(
                        terminal.catalogue().lane(),
                        TourPlan::itemsOfEachKind,
                        items -> walk(TourPlan.of(terminal, ready.outline(), items)),
                        fault -> walk(TourPlan.withoutContent(terminal)));
            case Holding.Opening ignored -> walk(TourPlan.withoutContent(terminal));
            case Holding.Preparing ignored -> walk(TourPlan.withoutContent(terminal));
            case Holding.Broken ignored -> walk(TourPlan.withoutContent(terminal));
          }
        });
  }

  private void walk(List<TourStop> stops) {
    ahead.addAll(stops);
    step();
  }

  private void step() {
    TourStop stop = ahead.poll();
    if (stop == null) {
      out.printf(Locale.ROOT, "%d pictures in %s, %d failed%n", number - failed, pictures, failed);
      out.flush();
      onEnd.accept(failed);
      return;
    }
    number++;
    try {
      stop.go().run();
      whenQuiet(() -> picture(stop));
    } catch (RuntimeException e) {
      fail(stop, e);
      step();
    }
  }

  private void picture(TourStop stop) {
    Path file = pictures.resolve(String.format(Locale.ROOT, "%02d-%s.png", number, stop.name()));
    try {
      Files.createDirectories(pictures);
      ImageIO.write(
          SwingFXUtils.fromFXImage(terminal.canvas().snapshot(), null), "png", file.toFile());
      out.printf(Locale.ROOT, "%02d %s%n", number, stop.name());
    } catch (IOException | RuntimeException e) {
      fail(stop, e);
    }
    terminal.session().reset();
    step();
  }

  private void fail(TourStop stop, Exception trouble) {
    failed++;
    out.printf(Locale.ROOT, "%02d %s FAILED: %s%n", number, stop.name(), trouble);
  }

  private void whenQuiet(Runnable then) {
    look(then, 0, 0);
  }

  private void look(Runnable then, int quiet, int looks) {
    if (quiet >= QUIET_LOOKS || looks >= LOOKS_MAX) {
      then.run();
      return;
    }
    PauseTransition pause = new PauseTransition(LOOK);
    pause.setOnFinished(event -> look(then, background.idle() ? quiet + 1 : 0, looks + 1));
    pause.play();
  }
}
