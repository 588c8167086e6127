package cn.gongkai.kiosk.data;

import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.StaffPin;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalFile.Count;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a terminal knows of itself, for its staff. Reading waits for the disk.
///
/// @param settings as read from `terminal.json`, with what is wrong there
/// @param report the agent's; empty before its first attempt
/// @param today what happened on the screen today
/// @param faults the last ones, newest first
/// @param freeBytes room on the disk
/// @param queued receipts that wait for a desk
public record TerminalFacts(
    TerminalJson.Reading<TerminalSettings> settings,
    Optional<AgentReport> report,
    List<Count> today,
    List<TerminalFile.Fault> faults,
    OptionalLong freeBytes,
    long queued) {

  private static final int FAULTS_MAX = 6;

  public TerminalFacts {
    today = List.copyOf(today);
    faults = List.copyOf(faults);
  }

  /// Never fails: what cannot be read is left out.
  public static TerminalFacts read(Path terminal, Clock clock) {
    TerminalJson.Reading<TerminalSettings> settings = TerminalJson.settings(terminal).read();
    Optional<AgentReport> report = TerminalJson.agentReport(terminal).find();
    OptionalLong free = free(terminal);
    if (!Files.isDirectory(terminal)) {
      return new TerminalFacts(settings, report, List.of(), List.of(), free, 0);
    }
    try (TerminalFile file = TerminalFile.open(terminal)) {
      LocalDate day = LocalDate.now(clock);
      return new TerminalFacts(
          settings,
          report,
          file.counts().stream().filter(count -> count.day().equals(day)).toList(),
          file.lastFaults(FAULTS_MAX),
          free,
          file.receipts().size());
    } catch (StoreException e) {
      return new TerminalFacts(settings, report, List.of(), List.of(), free, 0);
    }
  }

  private static OptionalLong free(Path terminal) {
    try {
      return OptionalLong.of(Files.getFileStore(terminal).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /// The quick check of the store: some seconds at most.
  public static StoreCheck check(Path terminal) {
    return StoreCheck.of(terminal, StoreCheck.Depth.QUICK);
  }

  /// Empty where no technician has set a PIN.
  public Optional<StaffPin> findPin() {
    return settings.value().flatMap(TerminalSettings::staffPin).flatMap(StaffPin::find);
  }
}
