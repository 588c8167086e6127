package cn.gongkai.desk.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt.FaultCount;
import cn.gongkai.content.report.Receipt.Kind;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The short form of a terminal's receipts says what all of them say, and is never believed where
/// it does not belong to them.
class TerminalHeadTest {

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private ReportsFolder reports;

  @BeforeEach
  void open() throws Exception {
    reports = ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
  }

  private TellingTerminal terminal(String series) throws Exception {
    return new TellingTerminal(Files.createDirectories(folder.resolve("t-1")), "t-1", series);
  }

  private void tell(TellingTerminal terminal, Kind kind) {
    List<FaultCount> faults =
        kind == Kind.SUMMARY ? List.of(new FaultCount("KIOSK-PDF", clock.instant(), 2)) : List.of();
    ChannelHead head = new ChannelHead(Channel.COUNTY, 8, clock.instant(), "ab".repeat(32), 5);
    terminal.tell(kind, clock.instant(), "center", Optional.empty(), faults, head);
  }

  private Path headFile() {
    return folder.resolve("reports/t-1/head.json");
  }

  /// Batches in any order, twice, with gaps, of three numberings, with strangers between them.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void keptStepByStepItIsWhatReadingEverythingGives(long seed) throws Exception {
    Random random = new Random(seed);
    List<TellingTerminal> numberings = new ArrayList<>();
    for (String series : List.of("0123456789abcdef", "fedcba9876543210", "0000000000000001")) {
      TellingTerminal terminal = terminal(series);
      for (int i = 0; i < 12; i++) {
        tell(terminal, Kind.values()[random.nextInt(Kind.values().length)]);
        clock.advance(Duration.ofMinutes(random.nextInt(90)));
      }
      numberings.add(terminal);
    }
    for (int step = 0; step < 25; step++) {
      TellingTerminal terminal = numberings.get(Math.min(2, step / 7 + random.nextInt(2)));
      int from = 1 + random.nextInt(12);
      int to = from + random.nextInt(13 - from);
      reports.take(terminal.batch(from, to, random.nextInt(3)), step % 3 == 0 ? "stick" : "line");
      if (random.nextInt(6) == 0) {
        reports.accept("t-1", terminal.key());
      }
      clock.advance(Duration.ofMinutes(1));
      String kept = Files.readString(headFile());
      TerminalHead read = reports.head("t-1");
      TerminalHead proven = reports.prove("t-1");
      assertThat(read).as("seed %d step %d: %s", seed, step, kept).isEqualTo(same(proven, read));
    }
  }

  private static TerminalHead same(TerminalHead head, TerminalHead as) {
    return new TerminalHead(
        head.stamps(),
        as.provedAt(),
        head.series(),
        head.last(),
        head.state(),
        head.unshown(),
        head.arrival(),
        head.flags(),
        head.faults());
  }

  @Test
  void whateverBecomesOfTheFileTheReceiptsSayTheSame() throws Exception {
    TellingTerminal terminal = terminal("0123456789abcdef");
    tell(terminal, Kind.APPLIED);
    tell(terminal, Kind.CURRENT);
    reports.take(terminal.batch(1, 1), "line");
    byte[] old = Files.readAllBytes(headFile());
    reports.take(terminal.batch(2, 2), "line");
    TerminalHead good = reports.head("t-1");
    byte[] whole = Files.readAllBytes(headFile());
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(headFile(), java.util.Arrays.copyOf(whole, length));
      assertThat(same(reports.head("t-1"), good)).as("cut at %d", length).isEqualTo(good);
    }
    Files.write(headFile(), old);
    assertThat(same(reports.head("t-1"), good)).as("an older one put back").isEqualTo(good);
    Files.delete(headFile());
    assertThat(same(reports.head("t-1"), good)).as("none").isEqualTo(good);
    Files.delete(headFile());
    Files.createDirectory(headFile());
    assertThat(reports.prove("t-1").last()).as("one that cannot be written").isEqualTo(good.last());
  }

  @Test
  void aPowerCutBetweenReceiptsAndTheirNoteLosesNothing() throws Exception {
    TellingTerminal terminal = terminal("0123456789abcdef");
    tell(terminal, Kind.APPLIED);
    tell(terminal, Kind.CURRENT);
    reports.take(terminal.batch(1, 1), "line");
    Path notes = folder.resolve("reports/t-1/notes.jsonl");
    byte[] before = Files.readAllBytes(notes);
    byte[] head = Files.readAllBytes(headFile());
    reports.take(terminal.batch(2, 2), "line");
    Files.write(notes, before);
    Files.write(headFile(), head);
    assertThat(reports.head("t-1").lastReceipt().orElseThrow().number()).isEqualTo(2);
    assertThat(reports.take(terminal.batch(2, 2), "line"))
        .isEqualTo(new Intake.Taken("t-1", "0123456789abcdef", 2, 0));
  }
}
