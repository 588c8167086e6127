package cn.gongkai.kiosk.screen.staff;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the staff's screen gets from the rest of the terminal.
///
/// @param terminal the terminal directory
/// @param gate counts wrong PINs of this terminal
/// @param inputs which ways of typing work, a line for each
/// @param switches settings that staff may change
/// @param restart begins the program anew; empty where nothing would start it again
public record StaffPorts(
    Path terminal,
    PinGate gate,
    Supplier<List<String>> inputs,
    List<Switch> switches,
    Optional<Runnable> restart) {

  /// A setting that is on or off.
  ///
  /// @param name in plain Chinese
  public record Switch(String name, BooleanSupplier on, Consumer<Boolean> set) {}

  public StaffPorts {
    switches = List.copyOf(switches);
  }
}
