package cn.gongkai.desk.fleet;

import cn.gongkai.content.model.Hall;
import cn.gongkai.content.report.Receipt;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares what terminals told with what is published. A terminal counts as up to date only where
/// the digests that it computed from its own store are those that are signed: proven, not said.
public final class Fleet {

  private static final Duration FAULTS_OF = Duration.ofDays(7);

  /// In the order in which somebody should look after them.
  private static final Comparator<FleetRow> WORST_FIRST =
      Comparator.comparing(FleetRow::state)
          .thenComparing(row -> row.last().flatMap(FleetRow.Last::provenAt).orElse(Instant.MIN))
          .thenComparing(FleetRow::hall)
          .thenComparing(row -> row.terminal().orElse(""));

  private final ReportsFolder reports;
  private final Expected expected;
  private final FleetLimits limits;
  private final Clock clock;

  public Fleet(ReportsFolder reports, Expected expected, FleetLimits limits, Clock clock) {
    this.reports = reports;
    this.expected = expected;
    this.limits = limits;
    this.clock = clock;
  }

  /// One row for each terminal and for each hall without one, the worst first, and among equals the
  /// one that has gone without proof for longest. Costs by the number of terminals; of what they
  /// ever told, no more is read again than the limit, so that what was changed on this disk shows.
  public List<FleetRow> rows() throws IOException {
    return rows(reports.terminals(), limits.proofBytes());
  }

  /// The same, after reading every receipt of every terminal.
  public List<FleetRow> provenRows() throws IOException {
    return rows(reports.terminals(), Long.MAX_VALUE);
  }

  private List<FleetRow> rows(List<String> terminals, long proofBytes) throws IOException {
    Map<String, FleetRow> rows = new LinkedHashMap<>();
    Set<String> heardOf = new HashSet<>();
    Map<String, Instant> proved = new HashMap<>();
    for (String terminal : terminals) {
      TerminalHead head = reports.head(terminal);
      Optional<Receipt> last = head.lastReceipt();
      last.flatMap(Receipt::hall).ifPresent(heardOf::add);
      rows.put(terminal, row(terminal, head));
      proved.put(terminal, head.provedAt());
    }
    for (String terminal : toProve(terminals, proved, proofBytes)) {
      rows.put(terminal, row(terminal, reports.prove(terminal)));
    }
    List<FleetRow> all = new ArrayList<>(rows.values());
    expected.halls().stream()
        .filter(hall -> !heardOf.contains(hall.id()))
        .map(hall -> FleetRow.never(hall.name()))
        .forEach(all::add);
    all.sort(WORST_FIRST);
    return all;
  }

  /// Those whose proof is oldest, as many as may be read; always one.
  private List<String> toProve(List<String> terminals, Map<String, Instant> proved, long bytesMax)
      throws IOException {
    List<String> oldest =
        terminals.stream()
            .sorted(Comparator.comparing(it -> proved.getOrDefault(it, Instant.MIN)))
            .toList();
    List<String> chosen = new ArrayList<>();
    long bytes = 0;
    for (String terminal : oldest) {
      bytes += reports.bytes(terminal);
      if (bytes > bytesMax && !chosen.isEmpty()) {
        break;
      }
      chosen.add(terminal);
    }
    return chosen;
  }

  private FleetRow row(String terminal, TerminalHead head) {
    Optional<Receipt> last = head.lastReceipt();
    Optional<Receipt> state = head.stateReceipt();
    Behind behind = Behind.of(state.map(Receipt::heads).orElse(List.of()), expected.heads());
    Optional<String> code = state.flatMap(Receipt::code);
    Optional<Instant> heardAt = head.arrival().map(TerminalHead.Arrival::at);
    Optional<Duration> clockOff = head.arrival().flatMap(this::clockOff);
    List<FleetRow.Flag> flags = flags(head, clockOff, last);
    return new FleetRow(
        Optional.of(terminal),
        hallName(last.flatMap(Receipt::hall)),
        state(flags, behind, code, head.arrival()),
        behind.changes(),
        behind.by(),
        heardAt,
        head.arrival().filter(it -> it.how().equals("stick")).isPresent(),
        last.map(FleetRow.Last::of),
        code,
        flags,
        clockOff,
        head.missing(),
        head.dropped(),
        faults(head));
  }

  private List<FleetRow.Flag> flags(
      TerminalHead head, Optional<Duration> clockOff, Optional<Receipt> last) {
    List<FleetRow.Flag> flags = new ArrayList<>(head.flags());
    head.series().stream()
        .flatMap(series -> series.wrong().stream())
        .limit(TerminalHead.FLAGS_MAX)
        .forEach(it -> flags.add(flag("REPORT-DISK", it)));
    if (head.series().size() > 1) {
      flags.add(flag("REPORT-SERIES", head.series().size() + " numberings"));
    }
    if (head.missing() > head.dropped()) {
      flags.add(flag("REPORT-GAP", head.missing() + " receipts never came"));
    }
    clockOff.ifPresent(by -> flags.add(flag("REPORT-CLOCK", "off by " + by)));
    head.unshown()
        .filter(
            at -> last.filter(it -> at.plus(limits.shownWithin()).isBefore(it.at())).isPresent())
        .ifPresent(at -> flags.add(flag("REPORT-UNSHOWN", "applied at " + at)));
    return flags;
  }

  private static FleetRow.Flag flag(String code, String detail) {
    return new FleetRow.Flag(code, detail, Optional.empty());
  }

  /// By how much a terminal's clock was ahead when it last sent something, below zero where it was
  /// behind. A stick may be old, but not of tomorrow.
  private Optional<Duration> clockOff(TerminalHead.Arrival arrival) {
    return arrival
        .sentAt()
        .map(sent -> Duration.between(arrival.at(), sent))
        .filter(by -> by.isPositive() || !arrival.how().equals("stick"))
        .filter(by -> by.abs().compareTo(limits.clockOff()) > 0);
  }

  /// Of the last days; what a terminal with a clock that ran ahead dates to come counts no more
  /// once its clock is right.
  private List<Receipt.FaultCount> faults(TerminalHead head) {
    Instant since = clock.instant().minus(FAULTS_OF);
    Instant until = clock.instant().plus(limits.clockOff());
    Map<String, Receipt.FaultCount> byCode = new HashMap<>();
    for (Receipt.FaultCount fault : head.faults()) {
      if (fault.last().isAfter(since) && fault.last().isBefore(until)) {
        byCode.merge(
            fault.code(),
            fault,
            (a, b) ->
                new Receipt.FaultCount(
                    a.code(),
                    a.last().isAfter(b.last()) ? a.last() : b.last(),
                    a.times() + b.times()));
      }
    }
    return byCode.values().stream()
        .sorted(Comparator.comparing(Receipt.FaultCount::last).reversed())
        .toList();
  }

  private String hallName(Optional<String> id) {
    return id.map(
            it ->
                expected.halls().stream()
                    .filter(hall -> hall.id().equals(it))
                    .map(Hall::name)
                    .findFirst()
                    .orElse(it))
        .orElse("");
  }

  private State state(
      List<FleetRow.Flag> flags,
      Behind behind,
      Optional<String> code,
      Optional<TerminalHead.Arrival> arrival) {
    Optional<Instant> heardAt = arrival.map(TerminalHead.Arrival::at);
    boolean byStick = arrival.filter(it -> it.how().equals("stick")).isPresent();
    Duration silentAfter = byStick ? limits.stickSilentAfter() : limits.silentAfter();
    boolean silent = heardAt.filter(at -> at.plus(silentAfter).isAfter(clock.instant())).isEmpty();
    if (flags.stream().anyMatch(flag -> isDoubt(flag, heardAt)) || behind.otherDigest()) {
      return State.DOUBTFUL;
    }
    if (silent) {
      return State.SILENT;
    }
    if (behind.isNone()) {
      return State.PROVEN;
    }
    if (code.filter(it -> !it.equals("SYNC-STICK")).isPresent()) {
      return State.TROUBLE;
    }
    return behind.ahead() ? State.AHEAD : State.BEHIND;
  }

  /// A wrong key is doubted while nothing came under the right one since: anybody can knock with
  /// another, and must not thereby change what is said of a terminal that goes on telling.
  private static boolean isDoubt(FleetRow.Flag flag, Optional<Instant> heardAt) {
    return switch (flag.code()) {
      case "REPORT-FORK", "REPORT-DISK" -> true;
      case "REPORT-KEY" ->
          flag.at().isPresent() && heardAt.filter(flag.at().get()::isBefore).isEmpty();
      default -> false;
    };
  }
}
