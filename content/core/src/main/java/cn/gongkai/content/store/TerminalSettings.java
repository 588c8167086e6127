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
/// @param terminal name under which it tells the desk of itself: lower-case letters, digits and
///   hyphens; made from its key where none is given
/// @param reportsTo address of the desk that is told; none where no desk is
/// @param staffPin the staff's PIN as [StaffPin] keeps it; without one nobody gets further than
///   what residents may see
/// @param stickFolders where the system mounts sticks; empty for the usual places
public record TerminalSettings(
    Optional<String> hall,
    Optional<Integer> widthPixels,
    Optional<Integer> heightPixels,
    Optional<Double> mmPerPixel,
    Optional<Integer> mountHeightMm,
    Optional<List<String>> accents,
    Optional<String> terminal,
    Optional<String> reportsTo,
    Optional<String> staffPin,
    List<String> stickFolders) {

  public static final TerminalSettings UNSET =
      new TerminalSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public TerminalSettings {
    accents = accents == null ? Optional.empty() : accents.map(List::copyOf);
    stickFolders = List.copyOf(stickFolders == null ? List.of() : stickFolders);
  }

  public TerminalSettings withHall(String id) {
    return new TerminalSettings(
        Optional.of(id),
        widthPixels,
        heightPixels,
        mmPerPixel,
        mountHeightMm,
        accents,
        terminal,
        reportsTo,
        staffPin,
        stickFolders);
  }

  /// @param pairs names such as `z/zh`; none switches all accents off
  public TerminalSettings withAccents(List<String> pairs) {
    return new TerminalSettings(
        hall,
        widthPixels,
        heightPixels,
        mmPerPixel,
        mountHeightMm,
        Optional.of(pairs),
        terminal,
        reportsTo,
        staffPin,
        stickFolders);
  }

  public TerminalSettings withStaffPin(String hash) {
    return new TerminalSettings(
        hall,
        widthPixels,
        heightPixels,
        mmPerPixel,
        mountHeightMm,
        accents,
        terminal,
        reportsTo,
        Optional.of(hash),
        stickFolders);
  }
}
