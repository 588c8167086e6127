package cn.gongkai.content.store;

import java.util.List;
import java.util.Optional;

/// What a technician sets at installation, kept as `terminal.json` in the terminal directory.
///
/// @param hall id of the hall it stands in, for example `370323104` or `center`
/// @param widthPixels, heightPixels the panel as mounted: portrait panels are higher than wide
/// @param mmPerPixel measured with a ruler; 0.496 for a 43″ panel of 1080 pixels
/// @param mountHeightMm height of the panel's lower edge above the floor
/// @param accents sounds that may be typed for one another, such as `z/zh`; empty for all of them
public record TerminalSettings(
    Optional<String> hall,
    Optional<Integer> widthPixels,
    Optional<Integer> heightPixels,
    Optional<Double> mmPerPixel,
    Optional<Integer> mountHeightMm,
    Optional<List<String>> accents) {

  public static final TerminalSettings UNSET =
      new TerminalSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public TerminalSettings {
    accents = accents == null ? Optional.empty() : accents.map(List::copyOf);
  }

  public TerminalSettings withHall(String id) {
    return new TerminalSettings(
        Optional.of(id), widthPixels, heightPixels, mmPerPixel, mountHeightMm, accents);
  }

  /// @param pairs names such as `z/zh`; none switches all accents off
  public TerminalSettings withAccents(List<String> pairs) {
    return new TerminalSettings(
        hall, widthPixels, heightPixels, mmPerPixel, mountHeightMm, Optional.of(pairs));
  }
}
