package cn.gongkai.kiosk.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import org.kordamp.ikonli.fluentui.FluentUiRegularALIkonHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The families the stylesheets name, icons included. The launcher points `FONTCONFIG_FILE` at a
/// private configuration, so that rare characters fall back to other faces; where that is missing,
/// the same files are loaded from the folder in the system property [#FOLDER].
public final class Fonts {

  public static final String SANS = "Noto Sans SC";
  public static final String SERIF = "Noto Serif SC";

  /// System property: a folder with the TTF files, at any depth.
  public static final String FOLDER = "gongkai.fonts";

  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
  private static final List<String> FACES =
      List.of(
          "NotoSansSC_400Regular.ttf",
          "NotoSansSC_700Bold.ttf",
          "NotoSerifSC_400Regular.ttf",
          "NotoSerifSC_700Bold.ttf",
          "NotoSerifSC_900Black.ttf");
  private static final int DEPTH_MAX = 4;

  private Fonts() {}

  /// Makes the families available.
  ///
  /// @return false where neither fontconfig nor the folder has them: the text is then shown in
  ///   whatever face the machine has
  public static boolean prepare() {
    Font.loadFont(new FluentUiRegularALIkonHandler().getFontResourceAsStream(), 16);
    List<String> families = Font.getFamilies();
    if (families.contains(SANS) && families.contains(SERIF)) {
      return true;
    }
    boolean loaded = folder().map(Fonts::load).orElse(false);
    if (!loaded) {
      LOG.warn("KIOSK-FONTS: no {} and {}; text may look wrong", SANS, SERIF);
    }
    return loaded;
  }

  /// The folder of TTF files: the system property, else the environment's `GONGKAI_FONTS`; empty
  /// where there is none.
  public static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty(FOLDER))
        .or(() -> Optional.ofNullable(System.getenv("GONGKAI_FONTS")))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  private static boolean load(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
      long loaded =
          files
              .filter(file -> FACES.contains(file.getFileName().toString()))
              .filter(file -> Font.loadFont(file.toUri().toString(), 16) != null)
              .count();
      return loaded >= FACES.size() - 1;
    } catch (IOException e) {
      LOG.warn("KIOSK-FONTS: {} cannot be read", folder, e);
      return false;
    }
  }
}
