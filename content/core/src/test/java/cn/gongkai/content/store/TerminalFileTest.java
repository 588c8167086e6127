package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.store.TerminalFile.Count;
import cn.gongkai.content.store.TerminalFile.Fault;
import cn.gongkai.content.store.TerminalFile.Shown;
import cn.gongkai.content.store.TerminalFile.Told;
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
      agent.receipts().append(place -> "{}", new Told(counts, faults, List.of()));
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

  @Test
  void aReleaseIsShownForTheFirstTimeOnce() throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      file.shown(7, AT);
      file.shown(7, AT.plusSeconds(60));
      assertThat(file.shown()).containsExactly(new Shown(7, AT));
      for (int i = 100; i < 200; i++) {
        file.shown(i, AT);
      }
      assertThat(file.shown()).hasSize(TerminalFile.SHOWN_MAX);
    }
  }

  @Test
  void whatStaffAskForIsTakenOnce() throws StoreException {
    try (TerminalFile screen = TerminalFile.open(terminal);
        TerminalFile agent = TerminalFile.open(terminal)) {
      screen.ask(new StaffRequest.SyncNow(AT));
      screen.ask(new StaffRequest.ImportStick("ab", AT));
      screen.ask(new StaffRequest.ImportStick("cd", AT));
      assertThat(agent.takeRequests())
          .containsExactly(new StaffRequest.SyncNow(AT), new StaffRequest.ImportStick("cd", AT));
      assertThat(agent.takeRequests()).isEmpty();
      assertThat(screen.takeRequests()).isEmpty();
    }
  }

  @Test
  void aFileOfTheFirstVersionKeepsItsCounts() throws Exception {
    try (var first =
            java.sql.DriverManager.getConnection(
                "jdbc:sqlite:" + terminal.resolve("terminal.sqlite"));
        var statement = first.createStatement()) {
      for (String sql :
          List.of(
              "PRAGMA application_id=1735087181",
              "PRAGMA user_version=1",
              "CREATE TABLE count(day TEXT NOT NULL, event TEXT NOT NULL, times INTEGER NOT NULL,"
                  + " PRIMARY KEY(day, event)) WITHOUT ROWID",
              "CREATE TABLE fault(number INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL,"
                  + " at TEXT NOT NULL, text TEXT NOT NULL)",
              "INSERT INTO count VALUES('2023-11-20', 'open', 3)")) {
        statement.execute(sql);
      }
    }
    try (TerminalFile file = TerminalFile.open(terminal)) {
      assertThat(file.counts()).containsExactly(new Count("open", DAY, 3));
      assertThat(file.receipts().size()).isZero();
    }
  }
}
