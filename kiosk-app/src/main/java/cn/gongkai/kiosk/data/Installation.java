package cn.gongkai.kiosk.data;

import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import java.nio.file.Path;
import java.util.Optional;

/// What a technician set at installation, from `terminal.json`.
///
/// @param hall id of the hall
/// @param width, height of the panel in pixels
/// @param mmPerPixel measured with a ruler
/// @param mountHeightMm lower edge of the picture above the floor
public record Installation(
    Optional<String> hall,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<Double> mmPerPixel,
    Optional<Integer> mountHeightMm) {

  /// All empty where the file is missing or broken: the terminal still starts.
  public static Installation read(Path terminal) {
    TerminalSettings set = TerminalJson.settings(terminal).find().orElse(TerminalSettings.UNSET);
    return new Installation(
        set.hall(), set.widthPixels(), set.heightPixels(), set.mmPerPixel(), set.mountHeightMm());
  }
}
