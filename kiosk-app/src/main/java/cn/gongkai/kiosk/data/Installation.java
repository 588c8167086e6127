package cn.gongkai.kiosk.data;

import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
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
/// @param fault what is wrong with the file; whatever can be read of it is in force
public record Installation(
    Optional<String> hall,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<Double> mmPerPixel,
    Optional<Integer> mountHeightMm,
    Optional<List<String>> accents,
    Optional<Fault> fault) {

  /// All empty where the file is missing or broken: the terminal still starts. A setting of the
  /// wrong kind is as one that is missing.
  public static Installation read(Path terminal) {
    TerminalJson.Reading<TerminalSettings> read = TerminalJson.settings(terminal).read();
    TerminalSettings set = read.value().orElse(TerminalSettings.UNSET);
    return new Installation(
        set.hall(),
        set.widthPixels(),
        set.heightPixels(),
        set.mmPerPixel(),
        set.mountHeightMm(),
        set.accents(),
        fault(read));
  }

  private static Optional<Fault> fault(TerminalJson.Reading<TerminalSettings> read) {
    if (read.broken()) {
      return Optional.of(new Fault(TerminalJson.UNREADABLE, "terminal.json cannot be read"));
    }
    return read.wrong().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                TerminalJson.UNREADABLE,
                "terminal.json: of the wrong kind, and not in force: "
                    + String.join(", ", read.wrong())));
  }

  /// Keeps which accents residents may type; all else in the file stays as it is. Takes effect at
  /// the next start. Blocks on disk: only inside a load.
  ///
  /// @param names such as `z/zh`; none switches all accents off
  /// @throws FaultException `STORE-SETTINGS` where the file is there but cannot be read, so that
  ///   writing would lose what it holds; `STORE-IO` where the disk refuses
  public static void keepAccents(Path terminal, List<String> names) throws FaultException {
    try {
      TerminalJson.settings(terminal)
          .change(TerminalSettings.UNSET, settings -> settings.withAccents(names));
    } catch (StoreException e) {
      throw new FaultException(e.code(), String.valueOf(e.getMessage()), e);
    }
  }
}
