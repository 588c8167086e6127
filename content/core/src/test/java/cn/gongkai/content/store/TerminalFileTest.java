package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.store.TerminalFile.Count;
import cn.gongkai.content.store.TerminalFile.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalFileTest {

  private static final LocalDate DAY = LocalDate.of(2023, 11, 20);
  private static final Instant AT = Instant.parse("2023-11-20T01:02:03Z");

  @TempDir Path terminal;

  @Test
  void eventsAreCountedByDay() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      file.count("open", DAY);
      file.count("open", DAY);
      file.count("open", DAY.plusDays(1));
    }
    try (TerminalFile file = TerminalFile.open(terminal)) {
      assertThat(file.counts())
          .containsExactly(new Count("open", DAY, 2), new Count("open", DAY.plusDays(1), 1));
    }
  }

  @Test
  void whatIsCountedWhileReportingIsNotLost() throws StoreException {
    try (TerminalFile screen = TerminalFile.open(terminal);
        TerminalFile agent = TerminalFile.open(terminal)) {
      screen.count("open", DAY);
      screen.fault("KIOSK-PDF", AT, "first");
      List<Count> counts = agent.counts();
      List<Fault> faults = agent.faults();
      screen.count("open", DAY);
      screen.fault("KIOSK-PDF", AT, "second");
      agent.drain(counts, faults);
      assertThat(agent.counts()).containsExactly(new Count("open", DAY, 1));
      assertThat(agent.faults()).containsExactly(new Fault(2, "KIOSK-PDF", AT, "second"));
    }
  }

  @Test
  void onlyTheLastFaultsAreKeptAndEachIsCut() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      for (int i = 0; i < TerminalFile.FAULTS_MAX + 5; i++) {
        file.fault("KIOSK-X", AT, "x".repeat(3_000));
      }
      assertThat(file.faults()).hasSize(TerminalFile.FAULTS_MAX);
      assertThat(file.faults().getFirst().number()).isEqualTo(6);
      assertThat(file.faults().getFirst().text()).hasSize(TerminalFile.TEXT_CHARACTERS_MAX);
    }
  }

  @Test
  void aDamagedFileIsBegunAnew() throws Exception {
    Files.writeString(terminal.resolve("terminal.sqlite"), "not a database ".repeat(100));
    try (TerminalFile file = TerminalFile.open(terminal)) {
      assertThat(file.counts()).isEmpty();
    }
  }

  @Test
  void aContentStoreIsNotTakenForOne() throws Exception {
    ContentWriter.open(terminal, Releases.CLOCK).close();
    Files.move(terminal.resolve("content.sqlite"), terminal.resolve("terminal.sqlite"));
    assertThatThrownBy(() -> TerminalFile.open(terminal)).hasMessageStartingWith("STORE-FOREIGN");
  }
}
