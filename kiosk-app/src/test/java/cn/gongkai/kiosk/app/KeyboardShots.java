package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.PeopleInk;
import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;

/// Draws the search screen as it is typed on, in every look whose name contains a word:
/// `KeyboardShots TERMINAL FOLDER LOOK MODE:KEYS...`. For looking at, not a test.
///
/// Keys are separated by commas; `nothing` types nothing, `!words` sets the field. After `手写:`
/// characters of [PeopleInk] are written on the pad, where the last one stays; the handwriting is
/// taken from `GONGKAI_INK`, the words from `GONGKAI_LEXICON`.
final class KeyboardShots {

  private static final String WRITING = "手写:";

  /// Of the square in which people drew.
  private static final double SIDE = 300;

  private KeyboardShots() {}

  public static void main(String[] arguments) throws IOException {
    Fx.start();
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    for (TypingLook look : TypingLook.all()) {
      if (look.name().matches(arguments[2])) {
        for (String typed : Arrays.asList(arguments).subList(3, arguments.length)) {
          Path file = folder.resolve(look.name() + "-" + typed.replace(":", "-") + ".png");
          Fx.on(() -> shot(Path.of(arguments[0]), look, typed, file));
        }
      }
    }
    System.exit(0);
  }

  private static boolean shot(Path terminal, TypingLook look, String typed, Path file)
      throws IOException {
    ManualClock clock =
        ManualClock.at(look.stale() ? "2026-12-22T01:30:00Z" : "2026-11-23T01:30:00Z");
    try (SampleKiosk kiosk =
        new SampleKiosk(terminal, clock, look.panel(), look.size(), Theme.PAPER)) {
      show(kiosk, look, clock, typed);
      ImageIO.write(
          SwingFXUtils.fromFXImage(kiosk.terminal().canvas().snapshot(), null),
          "png",
          file.toFile());
    }
    return true;
  }

  private static void show(SampleKiosk kiosk, TypingLook look, ManualClock clock, String typed) {
    packaged(kiosk);
    kiosk.terminal().navigator().reset(new Route.Home());
    boolean set = typed.startsWith("!");
    kiosk.terminal().navigator().open(new Route.Search(set ? typed.substring(1) : ""));
    if (look.reach()) {
      kiosk.terminal().comfort().toggleReach();
    }
    kiosk.layout();
    if (typed.startsWith(WRITING)) {
      write(kiosk, typed.substring(WRITING.length()));
    } else if (!set && !typed.equals("nothing")) {
      String[] parts = typed.split(":");
      kiosk.press(parts[0]);
      List.of(parts[1].contains(",") ? parts[1].split(",") : parts[1].split(""))
          .forEach(kiosk::press);
    }
    if (typed.startsWith(WRITING)) {
      return;
    }
    int seconds = look.leaving() ? 70 : 2;
    for (int second = 0; second < seconds; second++) {
      clock.advance(Duration.ofSeconds(1));
      kiosk.tick();
    }
    kiosk.layout();
  }

  private static void packaged(SampleKiosk kiosk) {
    InputMethod input = kiosk.terminal().surroundings().input();
    input.start(Optional.ofNullable(System.getenv("GONGKAI_LEXICON")).map(Path::of), Accents.ALL);
    input.startHandwriting(Optional.ofNullable(System.getenv("GONGKAI_INK")).map(Path::of));
  }

  private static void write(SampleKiosk kiosk, String characters) {
    kiosk.press("手写");
    for (int k = 0; k < characters.length(); k++) {
      if (k > 0) {
        kiosk.tick();
      }
      Region pad = (Region) kiosk.terminal().canvas().canvas().lookup(".writing-pad");
      double scale = pad.getHeight() / SIDE;
      for (Stroke stroke : ink(characters.charAt(k)).strokes()) {
        EventType<MouseEvent> type = MouseEvent.MOUSE_PRESSED;
        Point2D at = Point2D.ZERO;
        for (Stroke.Point point : stroke.points()) {
          double left = (pad.getWidth() - pad.getHeight()) / 2;
          at = pad.localToScene(left + point.x() * scale, point.y() * scale);
          Fx.finger(pad, type, at.getX(), at.getY());
          type = MouseEvent.MOUSE_DRAGGED;
        }
        Fx.finger(pad, MouseEvent.MOUSE_RELEASED, at.getX(), at.getY());
      }
      kiosk.layout();
    }
  }

  private static Ink ink(char character) {
    try {
      return PeopleInk.of(character);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
