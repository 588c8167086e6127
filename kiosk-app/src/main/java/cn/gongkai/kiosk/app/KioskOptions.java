package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.data.Installation;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the command line says; what it leaves out comes from `terminal.json`, then from defaults.
final class KioskOptions {

  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Option(
      names = "--terminal",
      required = true,
      paramLabel = "DIR",
      description = "Terminal directory; it need not exist yet.")
  private @Nullable Path terminal;

  @Option(names = "--hall", paramLabel = "ID", description = "Hall the terminal stands in.")
  private @Nullable String hall;

  @Option(names = "--size", paramLabel = "WxH", description = "Panel in pixels, as mounted.")
  private @Nullable String size;

  @Option(
      names = "--mm-per-pixel",
      paramLabel = "MM",
      description = "Measured with a ruler; 0.496 for a 43-inch panel of 1080 pixels.")
  private @Nullable Double mmPerPixel;

  @Option(
      names = "--mount-height",
      paramLabel = "MM",
      description = "Lower edge of the picture above the floor.")
  private @Nullable Integer mountHeight;

  @Option(names = "--text", paramLabel = "PERCENT", description = "100, 150 or 200.")
  private int text = 100;

  @Option(names = "--theme", paramLabel = "NAME", description = "paper, contrast or night.")
  private String theme = "paper";

  @Option(names = "--full-screen", description = "Fill the screen and hide the pointer.")
  private boolean fullScreen;

  @Option(
      names = "--tour",
      paramLabel = "DIR",
      description = "Walk all screens, write each as PNG at true size, and end.")
  private @Nullable Path tour;

  @Option(
      names = "--set-pin",
      description = "Ask for the PIN of the staff's page, keep its hash in terminal.json, and end.")
  private boolean setPin;

  boolean setsPin() {
    return setPin;
  }

  /// @throws IllegalArgumentException where none was given
  Path directory() {
    if (terminal == null) {
      throw new IllegalArgumentException("--terminal is required");
    }
    return terminal;
  }

  boolean fullScreen() {
    return fullScreen;
  }

  Optional<Path> tour() {
    return Optional.ofNullable(tour);
  }

  /// @throws IllegalArgumentException where an option makes no sense, saying which
  Terminal.Setup setup() {
    Installation installed = Installation.read(directory());
    return new Terminal.Setup(
        directory(),
        Optional.ofNullable(hall).or(installed::hall),
        panel(installed),
        TextSize.find(text)
            .orElseThrow(() -> new IllegalArgumentException("--text must be 100, 150 or 200")),
        look(),
        Clock.system(ZONE));
  }

  private Panel panel(Installation installed) {
    Panel usual = Panel.portrait43();
    int width = installed.width().orElse(usual.width());
    int height = installed.height().orElse(usual.height());
    if (size != null) {
      Matcher matcher = SIZE.matcher(size);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("--size must look like 1080x1920, not " + size);
      }
      width = Integer.parseInt(matcher.group(1));
      height = Integer.parseInt(matcher.group(2));
    }
    double mm =
        Optional.ofNullable(mmPerPixel).or(installed::mmPerPixel).orElse(usual.mmPerPixel());
    int mount =
        Optional.ofNullable(mountHeight)
            .or(installed::mountHeightMm)
            .orElse((int) Panel.REACH_BOTTOM_MM);
    return new Panel(mm, width, height, mount);
  }

  private Theme look() {
    try {
      return Theme.valueOf(theme.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--theme must be paper, contrast or night", e);
    }
  }
}
