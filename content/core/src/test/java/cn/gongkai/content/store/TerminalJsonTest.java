package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aSettingOfTheWrongKindFallsBackAloneAndIsNamed() throws Exception {
    settings(
        """
        {"hall":"center","widthPixels":"wide","mmPerPixel":0.369,"accents":"z/zh","later":{}}""");
    TerminalJson.Reading<TerminalSettings> read = TerminalJson.settings(terminal).read();
    assertThat(read.wrong()).containsExactly("widthPixels", "accents");
    assertThat(read.broken()).isFalse();
    TerminalSettings set = read.value().orElseThrow();
    assertThat(set.hall()).contains("center");
    assertThat(set.mmPerPixel()).contains(0.369);
    assertThat(set.widthPixels()).isEmpty();
    assertThat(set.accents()).isEmpty();
  }

  /// Whatever stands at one member, the others are in force.
  @Test
  void noValueOfOneSettingReachesAnother() throws Exception {
    List<String> values =
        List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "\"\"",
            "\"z\"",
            "[]",
            "[null]",
            "[[1]]",
            "{}",
            "{\"a\":1}");
    for (RecordComponent member : TerminalSettings.class.getRecordComponents()) {
      for (String value : values) {
        String other = member.getName().equals("hall") ? "terminal" : "hall";
        settings("{\"%s\":%s,\"%s\":\"x1\"}".formatted(member.getName(), value, other));
        TerminalJson.Reading<TerminalSettings> read = TerminalJson.settings(terminal).read();
        assertThat(read.broken()).as("%s %s", member.getName(), value).isFalse();
        assertThat(read.wrong()).isSubsetOf(member.getName());
        TerminalSettings set = read.value().orElseThrow();
        assertThat(other.equals("hall") ? set.hall() : set.terminal()).contains("x1");
      }
    }
  }

  @Test
  void aChangeKeepsWhatIsWrongOrUnknown() throws Exception {
    settings("{\"widthPixels\":\"wide\",\"later\":{\"a\":[1]},\"hall\":\"a\",\"accents\":7}");
    TerminalJson.settings(terminal)
        .change(TerminalSettings.UNSET, set -> set.withHall("center").withAccents(List.of("z/zh")));
    TerminalJson.Reading<TerminalSettings> read = TerminalJson.settings(terminal).read();
    assertThat(read.value().orElseThrow().hall()).contains("center");
    assertThat(read.value().orElseThrow().accents()).contains(List.of("z/zh"));
    assertThat(read.wrong()).containsExactly("widthPixels");
    assertThat(Files.readString(terminal.resolve("terminal.json")))
        .contains("\"wide\"", "\"later\"");
  }

  @Test
  void aChangeMakesTheFileWhereThereIsNone() throws Exception {
    TerminalJson.settings(terminal).change(TerminalSettings.UNSET, set -> set.withHall("center"));
    assertThat(TerminalJson.settings(terminal).find())
        .contains(TerminalSettings.UNSET.withHall("center"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"hall\":\"3703", "[]", "7", "null"})
  void aBrokenFileIsSaidAndNotOverwritten(String text) throws Exception {
    settings(text);
    assertThat(TerminalJson.settings(terminal).read().broken()).isTrue();
    assertThatThrownBy(
            () ->
                TerminalJson.settings(terminal)
                    .change(TerminalSettings.UNSET, set -> set.withHall("center")))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo("STORE-SETTINGS"));
    assertThat(terminal.resolve("terminal.json")).hasContent(text);
  }

  private void settings(String text) throws IOException {
    Files.writeString(terminal.resolve("terminal.json"), text);
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() throws Exception {
    Files.writeString(terminal.resolve("terminal.json"), "{\"hall\":\"center\",\"later\":1}");
    assertThat(TerminalJson.settings(terminal).find())
        .contains(TerminalSettings.UNSET.withHall("center"));
  }
}
