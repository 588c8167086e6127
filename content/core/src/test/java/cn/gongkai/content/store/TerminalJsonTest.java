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
            Optional.of("ab"));
    TerminalJson.agentReport(terminal).write(report);
    assertThat(TerminalJson.agentReport(terminal).find()).contains(report);
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
