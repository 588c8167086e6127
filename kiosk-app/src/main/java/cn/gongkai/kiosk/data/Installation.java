package cn.gongkai.kiosk.data;

import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import cn.gongkai.kiosk.work.FaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a technician set at installation, from `terminal.json`.
///
/// @param hall id of the hall
/// @param width, height of the panel in pixels
/// @param mmPerPixel measured with a ruler
/// @param mountHeightMm lower edge of the picture above the floor
/// @param accents names of the sounds that may be typed for one another; empty for all of them
public record Installation(
    Optional<String> hall,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<Double> mmPerPixel,
    Optional<Integer> mountHeightMm,
    Optional<List<String>> accents) {

  /// A settings file that cannot be read.
  public static final String UNREADABLE = "KIOSK-SETTINGS";

  /// All empty where the file is missing or broken: the terminal still starts.
  public static Installation read(Path terminal) {
    TerminalSettings set = TerminalJson.settings(terminal).find().orElse(TerminalSettings.UNSET);
    return new Installation(
        set.hall(),
        set.widthPixels(),
        set.heightPixels(),
        set.mmPerPixel(),
        set.mountHeightMm(),
        set.accents());
  }

  /// Keeps which accents residents may type; all else in the file stays as it is. Takes effect at
  /// the next start. Blocks on disk: only inside a load.
  ///
  /// @param names such as `z/zh`; none switches all accents off
  /// @throws FaultException `KIOSK-SETTINGS` where the file is there but cannot be read, so that
  ///   writing would lose what it holds; `STORE-IO` where the disk refuses
  public static void keepAccents(Path terminal, List<String> names) throws FaultException {
    TerminalJson<TerminalSettings> file = TerminalJson.settings(terminal);
    Optional<TerminalSettings> set = file.find();
    if (set.isEmpty() && Files.exists(terminal.resolve("terminal.json"))) {
      throw new FaultException(UNREADABLE, "terminal.json cannot be read and is left as it is");
    }
    try {
      file.write(set.orElse(TerminalSettings.UNSET).withAccents(names));
    } catch (StoreException e) {
      throw new FaultException(e.code(), String.valueOf(e.getMessage()), e);
    }
  }
}
