package cn.gongkai.kiosk.app;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.StaffPin;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.content.store.TerminalSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an agent has left in a terminal's folder, in good times and in bad.
final class StaffReports {

  static final String PIN = "402719";

  private final Path terminal;
  private final Clock clock;

  StaffReports(Path terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  void pin() throws StoreException {
    String hash = StaffPin.of(PIN).text();
    TerminalJson.settings(terminal)
        .change(TerminalSettings.UNSET, settings -> settings.withStaffPin(hash));
  }

  void good() throws StoreException {
    write(
        AgentReport.Outcome.UP_TO_DATE,
        Optional.empty(),
        AgentReport.Waiting.NOTHING,
        Optional.empty(),
        false);
  }

  void inTrouble() throws StoreException {
    write(
        AgentReport.Outcome.UNREACHABLE,
        Optional.of("SYNC-CAPTIVE-PORTAL"),
        new AgentReport.Waiting(3, 48L << 20, Optional.of(clock.instant())),
        Optional.of(
            new AgentReport.Stick(
                "93f0e1a26d84c5b7",
                Optional.of(clock.instant().minus(Duration.ofHours(3))),
                Optional.of(9L),
                true,
                Optional.empty())),
        true);
    try (TerminalFile file = TerminalFile.open(terminal)) {
      LocalDate today = LocalDate.now(clock);
      for (int i = 0; i < 31; i++) {
        file.count("open", today);
      }
      file.count("session", today);
      file.count("search-nothing", today);
      file.fault("KIOSK-PDF", clock.instant().minus(Duration.ofMinutes(50)), "a page");
      file.fault("STORE-BLOB-MISSING", clock.instant().minus(Duration.ofMinutes(5)), "a file");
    }
  }

  void withStick(Optional<String> code, boolean newer) throws StoreException {
    write(
        AgentReport.Outcome.UP_TO_DATE,
        Optional.empty(),
        AgentReport.Waiting.NOTHING,
        Optional.of(
            new AgentReport.Stick(
                "93f0e1a26d84c5b7",
                code.isPresent() ? Optional.empty() : Optional.of(clock.instant()),
                Optional.empty(),
                newer,
                code)),
        false);
  }

  /// Receipts that wait to be carried.
  void receipts(int count) throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      for (int i = 0; i < count; i++) {
        String line = "receipt " + i;
        file.receipts().append(place -> line, TerminalFile.Told.NOTHING);
      }
    }
  }

  private void write(
      AgentReport.Outcome outcome,
      Optional<String> code,
      AgentReport.Waiting waiting,
      Optional<AgentReport.Stick> stick,
      boolean troubled)
      throws StoreException {
    Instant now = clock.instant();
    Instant proven = troubled ? now.minus(Duration.ofDays(3)) : now.minus(Duration.ofMinutes(4));
    TerminalJson.agentReport(terminal)
        .write(
            new AgentReport(
                Optional.of(proven),
                now.minus(Duration.ofMinutes(4)),
                Optional.of(proven),
                outcome,
                code,
                Optional.empty(),
                List.of(
                    new ChannelHead(
                        Channel.COUNTY,
                        812,
                        now.minus(Duration.ofDays(troubled ? 3 : 0)),
                        "d4996f631e5dfdfa66a2c4f9d0d783a4f667b6693c070a72f9463109f3b2ceb3",
                        5)),
                "https://gongkai.example.gov.cn/",
                troubled,
                Optional.of("8cebd0c2418d0e9f489280422142dc613650a699e216a218e91129935394487e"),
                AgentReport.ClockState.PLAUSIBLE,
                waiting,
                Optional.empty(),
                Optional.of("0.1.0"),
                stick,
                Optional.of(
                    new AgentReport.Reporting(
                        "yuezhuang-1",
                        Optional.of(proven),
                        troubled ? 71 : 0,
                        0,
                        troubled ? Optional.of("SYNC-DESK-AWAY") : Optional.empty()))));
  }
}
