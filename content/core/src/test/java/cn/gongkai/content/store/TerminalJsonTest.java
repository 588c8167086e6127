package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalJsonTest {

  @TempDir Path terminal;

  @Test
  void aReportComesBackAsItWas() throws Exception {
    AgentReport report =
        new AgentReport(
            Optional.empty(),
            Instant.parse("2026-11-20T00:00:00Z"),
            Optional.of(Instant.parse("2026-11-19T00:00:00Z")),
            AgentReport.Outcome.UNREACHABLE,
            Optional.of("SYNC-NO-NETWORK"),
            Optional.empty(),
            List.of(),
            "http://localhost/",
            true,
            Optional.of("ab"),
            AgentReport.ClockState.BEHIND,
            new AgentReport.Waiting(2, 5, Optional.of(Instant.parse("2026-11-18T00:00:00Z"))),
            Optional.of(Instant.parse("2026-11-17T00:00:00Z")),
            Optional.of("0.1.0"),
            Optional.of(
                new AgentReport.Stick(
                    "ab", Optional.of(Instant.EPOCH), Optional.of(5L), true, Optional.empty())),
            Optional.of(
                new AgentReport.Reporting(
                    "t-1", Optional.empty(), 3, 0, Optional.of("SYNC-DESK-ANSWER"))));
    TerminalJson.agentReport(terminal).write(report);
    assertThat(TerminalJson.agentReport(terminal).find()).contains(report);
  }

  @Test
  void aReportOfAnEarlierVersionIsReadAsOneWithoutNews() throws Exception {
    Files.writeString(
        terminal.resolve("agent.json"),
        """
        {"attemptedAt":"2026-11-20T00:00:00Z","outcome":"FAILED","code":"SYNC-DISK-FULL",
        "heads":[],"site":"x","rootOnFirstUse":false}""");
    AgentReport report = TerminalJson.agentReport(terminal).find().orElseThrow();
    assertThat(report.clock()).isEqualTo(AgentReport.ClockState.PLAUSIBLE);
    assertThat(report.waiting()).isEqualTo(AgentReport.Waiting.NOTHING);
    assertThat(report.findReason()).contains(AgentReason.DISK_FULL);
  }

  @Test
  void aFolderWithoutSettingsHasNone() {
    assertThat(TerminalJson.settings(terminal).find()).isEmpty();
  }

  @Test
  void aHalfWrittenFileCountsAsNone() throws Exception {
    Files.writeString(terminal.resolve("terminal.json"), "{\"hall\":\"3703");
    assertThat(TerminalJson.settings(terminal).find()).isEmpty();
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() throws Exception {
    Files.writeString(terminal.resolve("terminal.json"), "{\"hall\":\"center\",\"later\":1}");
    assertThat(TerminalJson.settings(terminal).find())
        .contains(TerminalSettings.UNSET.withHall("center"));
  }
}
