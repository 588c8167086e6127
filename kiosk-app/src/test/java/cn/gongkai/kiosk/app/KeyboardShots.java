package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/// Draws the search screen as it is typed on, in every look whose name contains a word:
/// `KeyboardShots TERMINAL FOLDER LOOK MODE:KEYS...`. For looking at, not a test.
///
/// Keys are separated by commas; `nothing` types nothing, `!words` sets the field.
final class KeyboardShots {

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
    kiosk.terminal().navigator().reset(new Route.Home());
    boolean set = typed.startsWith("!");
    kiosk.terminal().navigator().open(new Route.Search(set ? typed.substring(1) : ""));
    if (look.reach()) {
      kiosk.terminal().comfort().toggleReach();
    }
    kiosk.layout();
    if (!set && !typed.equals("nothing")) {
      String[] parts = typed.split(":");
      kiosk.press(parts[0]);
      List.of(parts[1].contains(",") ? parts[1].split(",") : parts[1].split(""))
          .forEach(kiosk::press);
    }
    int seconds = look.leaving() ? 70 : 2;
    for (int second = 0; second < seconds; second++) {
      clock.advance(Duration.ofSeconds(1));
      kiosk.tick();
    }
    kiosk.layout();
  }
}
