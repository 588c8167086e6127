package cn.gongkai.sync.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.Receipt.Kind;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.AgentReport.Outcome;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptBookTest {

  @TempDir Path terminal;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private ReceiptBook book;

  @BeforeEach
  void open() {
    book =
        new ReceiptBook(
            terminal, "yuezhuang-1", Optional.of("370323104"), clock, ReceiptLimits.DEFAULT);
  }

  private AgentReport report(Outcome outcome, Optional<String> code) {
    return new AgentReport(
        Optional.of(clock.instant()),
        clock.instant(),
        Optional.of(clock.instant()),
        outcome,
        code,
        Optional.of("some detail with /a/path and words"),
        List.of(new ChannelHead(Channel.COUNTY, 8, clock.instant(), "ab".repeat(32), 5)),
        "http://localhost/",
        false,
        Optional.empty(),
        AgentReport.ClockState.PLAUSIBLE,
        AgentReport.Waiting.NOTHING,
        Optional.empty(),
        Optional.of("0.1.0"),
        Optional.empty(),
        Optional.empty());
  }

  private void attempt(Outcome outcome, String... code) throws Exception {
    book.attempted(Optional.empty(), report(outcome, List.of(code).stream().findFirst()));
  }

  private List<Receipt> written() throws Exception {
    List<Receipt> all = new ArrayList<>();
    try (TerminalFile file = TerminalFile.open(terminal)) {
      for (String line : file.receipts().waiting(0, 1_000).lines()) {
        all.add(ReceiptText.read(line));
      }
    }
    return all;
  }

  private List<Kind> kinds() throws Exception {
    return written().stream().map(Receipt::kind).toList();
  }

  @Test
  void whatWasAppliedIsToldWithTheDigestOfTheStore() throws Exception {
    book.started(Optional.empty());
    attempt(Outcome.APPLIED);
    assertThat(kinds()).containsExactly(Kind.STARTED, Kind.APPLIED);
    Receipt applied = written().getLast();
    assertThat(applied.heads().getFirst().digest()).isEqualTo("ab".repeat(32));
    assertThat(applied.hall()).contains("370323104");
    assertThat(applied.times().asOf()).contains(clock.instant());
    assertThat(applied.previous())
        .isEqualTo(ReceiptText.hash(ReceiptText.write(written().getFirst())));
  }

  @Test
  void aStateThatLastsIsToldOnceInAHeartbeat() throws Exception {
    for (int i = 0; i < 13; i++) {
      attempt(Outcome.UP_TO_DATE);
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(kinds()).containsExactly(Kind.CURRENT, Kind.CURRENT, Kind.CURRENT);
  }

  @Test
  void everyChangeIsToldAtOnce() throws Exception {
    attempt(Outcome.APPLIED);
    attempt(Outcome.UP_TO_DATE);
    attempt(Outcome.UNREACHABLE, "SYNC-NO-NETWORK");
    attempt(Outcome.UNREACHABLE, "SYNC-NO-NETWORK");
    attempt(Outcome.REFUSED, "RELEASE-TUF-ROLLBACK");
    attempt(Outcome.CARRIED, "SYNC-STICK");
    attempt(Outcome.UP_TO_DATE);
    assertThat(kinds())
        .containsExactly(Kind.APPLIED, Kind.TROUBLE, Kind.REFUSED, Kind.CARRIED, Kind.CURRENT);
    assertThat(written().get(1).code()).contains("SYNC-NO-NETWORK");
  }

  @Test
  void aClockThatWasSetBackSilencesNothing() throws Exception {
    attempt(Outcome.UP_TO_DATE);
    clock.set(clock.instant().minus(Duration.ofDays(300)));
    attempt(Outcome.UP_TO_DATE);
    assertThat(kinds()).containsExactly(Kind.CURRENT, Kind.CURRENT);
  }

  @Test
  void whatTheScreenCountedIsToldByWholeDaysAndWithoutSmallGroups() throws Exception {
    LocalDate yesterday = LocalDate.of(2026, 11, 21);
    try (TerminalFile file = TerminalFile.open(terminal)) {
      for (int i = 0; i < 7; i++) {
        file.count("open", yesterday);
        file.count("session", yesterday.plusDays(1));
      }
      file.count("search-nothing", yesterday);
      file.fault("KIOSK-PDF", clock.instant(), "张三 in C:/x.pdf");
      file.fault("KIOSK-PDF", clock.instant(), "again");
    }
    attempt(Outcome.UP_TO_DATE);
    Receipt summary = written().getLast();
    assertThat(summary.kind()).isEqualTo(Kind.SUMMARY);
    assertThat(summary.counts()).containsExactly(new Receipt.DayCount(yesterday, "open", 7));
    assertThat(summary.faults())
        .containsExactly(new Receipt.FaultCount("KIOSK-PDF", clock.instant(), 2));
    assertThat(ReceiptText.write(summary)).doesNotContain("张三", "x.pdf", "detail");
    try (TerminalFile file = TerminalFile.open(terminal)) {
      assertThat(file.counts()).extracting(TerminalFile.Count::event).containsExactly("session");
      assertThat(file.faults()).isEmpty();
      assertThat(file.lastFaults(5)).hasSize(2);
    }
  }

  @Test
  void aRebuiltStoreIsToldOnce() throws Exception {
    AgentReport before = report(Outcome.APPLIED, Optional.empty());
    AgentReport rebuilt =
        new AgentReport(
            before.seenAt(),
            before.attemptedAt(),
            before.succeededAt(),
            before.outcome(),
            before.code(),
            before.detail(),
            before.heads(),
            before.site(),
            false,
            Optional.empty(),
            before.clock(),
            before.waiting(),
            Optional.of(clock.instant()),
            before.version(),
            Optional.empty(),
            Optional.empty());
    book.attempted(Optional.of(before), rebuilt);
    book.attempted(Optional.of(rebuilt), rebuilt);
    assertThat(kinds()).containsExactly(Kind.REBUILT, Kind.APPLIED, Kind.APPLIED);
  }
}
