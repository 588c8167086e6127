package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Draws the staff's page to PNGs in the folder `-Dgongkai.shots=FOLDER`. For looking at.
@EnabledIfSystemProperty(named = "gongkai.shots", matches = ".+")
class StaffShots {

  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");

  @Test
  void everyLook(@TempDir Path good, @TempDir Path bad, @TempDir Path dead) throws Exception {
    Fx.start();
    new SampleTerminal(good, clock).everyKind().release();
    new SampleTerminal(bad, clock).everyKind().release();
    for (Path each : new Path[] {good, bad, dead}) {
      new StaffReports(each, clock).pin();
    }
    new StaffReports(good, clock).good();
    new StaffReports(bad, clock).inTrouble();
    Files.writeString(dead.resolve("content.sqlite"), "not a database ".repeat(100));
    shot("pad", good, Panel.portrait43(), TextSize.NORMAL, false);
    shot("pad-landscape", bad, Panel.landscape21(), TextSize.NORMAL, false);
    shot("pad-200", bad, Panel.portrait43(), TextSize.LARGEST, false);
    shot("good", good, Panel.portrait43(), TextSize.NORMAL, true);
    shot("trouble", bad, Panel.portrait43(), TextSize.NORMAL, true);
    shot("trouble-200", bad, Panel.portrait43(), TextSize.LARGEST, true);
    shot("trouble-landscape", bad, Panel.landscape21(), TextSize.NORMAL, true);
    shot("trouble-landscape-200", bad, Panel.landscape21(), TextSize.LARGEST, true);
    new StaffReports(good, clock).withStick(Optional.empty(), false);
    new StaffReports(good, clock).receipts(3);
    shot("carry", good, Panel.portrait43(), TextSize.NORMAL, true);
    shot("carry-landscape-200", good, Panel.landscape21(), TextSize.LARGEST, true);
    shot("dead", dead, Panel.portrait32(), TextSize.NORMAL, true);
  }

  private void shot(String name, Path directory, Panel panel, TextSize size, boolean open) {
    Fx.on(
        () -> {
          try (SampleKiosk kiosk = new SampleKiosk(directory, clock, panel, size, Theme.PAPER)) {
            kiosk.tick();
            kiosk.terminal().navigator().open(new Route.Staff());
            kiosk.layout();
            if (open) {
              for (String digit : StaffReports.PIN.split("")) {
                kiosk.tap(kiosk.find(digit));
              }
              kiosk.tap(kiosk.find("确定"));
            } else {
              kiosk.tap(kiosk.find("4"));
              kiosk.tap(kiosk.find("0"));
            }
            write(kiosk, Path.of(System.getProperty("gongkai.shots")).resolve(name + ".png"));
          }
          return null;
        });
  }

  private static void write(SampleKiosk kiosk, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(
          SwingFXUtils.fromFXImage(kiosk.terminal().canvas().snapshot(), null),
          "png",
          file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
