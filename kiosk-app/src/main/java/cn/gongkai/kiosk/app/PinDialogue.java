package cn.gongkai.kiosk.app;

import cn.gongkai.content.store.StaffPin;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Asks a technician for the PIN of the staff's page, twice, and keeps its hash. The PIN stands on
/// no command line, where other users of the machine could read it.
final class PinDialogue {

  private static final int WRONG = 2;

  private PinDialogue() {}

  /// @return an exit code
  static int run(Path terminal, PrintWriter out) {
    return run(
        terminal,
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        out);
  }

  static int run(Path terminal, BufferedReader in, PrintWriter out) {
    try {
      out.println("PIN of the staff's page, 6 to 12 digits:");
      String first = String.valueOf(in.readLine()).strip();
      out.println("again:");
      String second = String.valueOf(in.readLine()).strip();
      if (!first.equals(second) || !StaffPin.isGood(first)) {
        out.println("the two differ, or are not 6 to 12 digits that are hard to guess");
        return WRONG;
      }
      String hash = StaffPin.of(first).text();
      TerminalJson.settings(terminal)
          .change(TerminalSettings.UNSET, settings -> settings.withStaffPin(hash));
      out.println("kept in " + terminal.resolve("terminal.json"));
      return 0;
    } catch (IOException | StoreException e) {
      out.println(e.getMessage());
      return WRONG;
    }
  }
}
