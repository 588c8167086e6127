package cn.gongkai.sync.receipt;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.ProgramVersion;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.Receipt.DayCount;
import cn.gongkai.content.report.Receipt.FaultCount;
import cn.gongkai.content.report.Receipt.Kind;
import cn.gongkai.content.report.Receipt.Times;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.content.store.TerminalFile.Count;
import cn.gongkai.content.store.TerminalFile.Fault;
import cn.gongkai.content.store.TerminalFile.Shown;
import cn.gongkai.content.store.TerminalFile.Told;
import cn.gongkai.sync.config.ReceiptLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a terminal's receipts: one for everything that changed, and once in a while that nothing
/// did. Not thread-safe.
public final class ReceiptBook {

  /// The days that the screen counts by.
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Path terminal;
  private final String name;
  private final Optional<String> hall;
  private final Clock clock;
  private final ReceiptLimits limits;
  private Optional<Entry> state = Optional.empty();
  private Instant summedUp = Instant.MIN;

  /// What a receipt says beside its place in the series.
  private record Entry(Kind kind, Optional<String> code, Instant at) {

    boolean isOf(Entry other) {
      return kind == other.kind && code.equals(other.code);
    }
  }

  /// @param name of the terminal, see [Receipt#isTerminal]
  public ReceiptBook(
      Path terminal, String name, Optional<String> hall, Clock clock, ReceiptLimits limits) {
    this.terminal = terminal;
    this.name = name;
    this.hall = hall;
    this.clock = clock;
    this.limits = limits;
  }

  /// The agent begins its work.
  public void started(Optional<AgentReport> report) throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      append(file, new Entry(Kind.STARTED, Optional.empty(), clock.instant()), report);
    }
  }

  /// An attempt has ended.
  ///
  /// @param before the report of the attempt before
  public void attempted(Optional<AgentReport> before, AgentReport report) throws StoreException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      if (report.rebuiltAt().isPresent()
          && !report.rebuiltAt().equals(before.flatMap(AgentReport::rebuiltAt))) {
        append(
            file,
            new Entry(Kind.REBUILT, Optional.of("STORE-CORRUPT"), at(report)),
            report(report));
      }
      Entry entry = entry(report);
      if (isNews(entry)) {
        append(file, entry, report(report));
        state = Optional.of(entry);
      }
      tellOfTheScreen(file, report);
    }
  }

  private static Optional<AgentReport> report(AgentReport report) {
    return Optional.of(report);
  }

  private static Instant at(AgentReport report) {
    return report.attemptedAt();
  }

  private static Entry entry(AgentReport report) {
    Kind kind =
        switch (report.outcome()) {
          case APPLIED -> Kind.APPLIED;
          case UP_TO_DATE -> Kind.CURRENT;
          case CARRIED -> Kind.CARRIED;
          case REFUSED -> Kind.REFUSED;
          case INTERRUPTED, UNREACHABLE, FAILED -> Kind.TROUBLE;
        };
    return new Entry(kind, report.code().filter(Receipt::isCode), at(report));
  }

  /// What was applied is always told; a state that lasts, once in every heartbeat.
  private boolean isNews(Entry entry) {
    if (entry.kind() == Kind.APPLIED || entry.kind() == Kind.CARRIED || state.isEmpty()) {
      return true;
    }
    Entry known = state.get();
    boolean same =
        known.isOf(entry) || known.kind() == Kind.APPLIED && entry.kind() == Kind.CURRENT;
    boolean recent =
        !entry.at().isBefore(known.at())
            && entry.at().isBefore(known.at().plus(limits.heartbeat()));
    return !same || !recent;
  }

  /// That the screen showed what the report tells of, what it counted on days that are over, and
  /// its faults.
  private void tellOfTheScreen(TerminalFile file, AgentReport report) throws StoreException {
    List<Shown> shown = file.shown();
    if (!shown.isEmpty()) {
      long generation = generation();
      Optional<Shown> current =
          shown.stream().filter(each -> each.generation() == generation).findFirst();
      if (current.isPresent()) {
        Entry entry = new Entry(Kind.SHOWN, Optional.empty(), current.get().at());
        append(file, entry, report(report), new Told(List.of(), List.of(), shown));
      }
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    List<Count> over = file.counts().stream().filter(c -> c.day().isBefore(today)).toList();
    List<Fault> faults = file.faults();
    boolean due = clock.instant().isAfter(summedUp.plus(limits.heartbeat()));
    if ((!over.isEmpty() || !faults.isEmpty()) && due) {
      summedUp = clock.instant();
      Entry entry = new Entry(Kind.SUMMARY, Optional.empty(), clock.instant());
      append(file, entry, report(report), new Told(over, faults, List.of()));
    }
  }

  private long generation() {
    try (ContentReader reader = ContentReader.open(terminal, clock)) {
      return reader.state().generation();
    } catch (StoreException e) {
      return -1;
    }
  }

  private void append(TerminalFile file, Entry entry, Optional<AgentReport> report)
      throws StoreException {
    append(file, entry, report, Told.NOTHING);
  }

  private void append(TerminalFile file, Entry entry, Optional<AgentReport> report, Told told)
      throws StoreException {
    file.receipts()
        .append(
            place ->
                ReceiptText.write(
                    new Receipt(
                        name,
                        place.series(),
                        place.number(),
                        place.previous(),
                        entry.at(),
                        entry.kind(),
                        entry.code(),
                        hall,
                        ProgramVersion.TEXT,
                        report.map(ReceiptBook::times).orElse(Times.NONE),
                        report.map(AgentReport::heads).orElse(List.of()),
                        counts(told.counts()),
                        faults(told.faults()))),
            told);
  }

  private static Times times(AgentReport report) {
    return new Times(
        report.seenAt(),
        Optional.of(report.attemptedAt()),
        report.succeededAt(),
        report.heads().stream().map(ChannelHead::asOf).max(Comparator.naturalOrder()));
  }

  /// Without small groups: what three people did on a day is not told.
  private static List<DayCount> counts(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.times() >= Receipt.GROUP_MIN && Receipt.isEvent(count.event()))
        .sorted(Comparator.comparing(Count::day).reversed())
        .limit(ReportLimits.STANDARD.counts())
        .map(count -> new DayCount(count.day(), count.event(), count.times()))
        .toList();
  }

  /// Codes only: the words of a fault stay on the terminal.
  private static List<FaultCount> faults(List<Fault> faults) {
    Map<String, FaultCount> byCode = new LinkedHashMap<>();
    for (Fault fault : faults) {
      if (Receipt.isCode(fault.code())) {
        byCode.merge(
            fault.code(),
            new FaultCount(fault.code(), fault.at(), 1),
            (a, b) -> new FaultCount(a.code(), b.last(), a.times() + 1));
      }
    }
    return byCode.values().stream().limit(ReportLimits.STANDARD.faults()).toList();
  }
}
