package cn.gongkai.desk.fleet;

import cn.gongkai.content.model.Hall;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares what terminals told with what is published. A terminal counts as up to date only where
/// the digests that it computed from its own store are those that are signed: proven, not said.
public final class Fleet {

  private static final Duration FAULTS_OF = Duration.ofDays(7);
  private static final int FLAGS_MAX = 20;

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

  /// One row for each terminal and for each hall without one, the worst first.
  public List<FleetRow> rows() throws IOException {
    List<FleetRow> rows = new ArrayList<>();
    Set<String> heardOf = new HashSet<>();
    for (String terminal : reports.terminals()) {
      Seen seen = seen(terminal);
      seen.last().flatMap(Receipt::hall).ifPresent(heardOf::add);
      rows.add(row(terminal, seen));
    }
    for (Hall hall : expected.halls()) {
      if (!heardOf.contains(hall.id())) {
        rows.add(never(hall));
      }
    }
    rows.sort(
        Comparator.comparing(FleetRow::state)
            .thenComparing(FleetRow::hall)
            .thenComparing(row -> row.terminal().orElse("")));
    return rows;
  }

  /// All that is kept of one terminal.
  ///
  /// @param last the newest receipt by the time of the last series
  /// @param state the newest that says what the store holds
  private record Seen(
      Optional<Receipt> last,
      Optional<Receipt> state,
      List<FleetRow.Flag> flags,
      long missing,
      long dropped,
      Optional<Instant> heardAt,
      List<Receipt.FaultCount> faults) {}

  private Seen seen(String terminal) throws IOException {
    List<Note> notes = reports.notes(terminal);
    List<FleetRow.Flag> flags = new ArrayList<>();
    notes.stream()
        .filter(note -> note.code().isPresent())
        .map(note -> new FleetRow.Flag(note.code().get(), note.detail().orElse(""), at(note)))
        .forEach(flags::add);
    List<String> names = inOrder(terminal, notes);
    List<Receipt> all = new ArrayList<>();
    long missing = 0;
    for (String name : names) {
      Series series = Series.read(reports.series(terminal, name));
      all.addAll(series.receipts());
      missing += series.gaps().stream().mapToLong(Series.Gap::length).sum();
      series
          .wrong()
          .forEach(it -> flags.add(new FleetRow.Flag("REPORT-DISK", it, Optional.empty())));
    }
    if (names.size() > 1) {
      flags.add(new FleetRow.Flag("REPORT-SERIES", names.size() + " numberings", Optional.empty()));
    }
    long dropped = droppedOf(notes);
    if (missing > dropped) {
      flags.add(
          new FleetRow.Flag("REPORT-GAP", missing + " receipts never came", Optional.empty()));
    }
    return new Seen(
        all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()),
        all.reversed().stream().filter(r -> r.times().attemptedAt().isPresent()).findFirst(),
        flags.subList(Math.max(0, flags.size() - FLAGS_MAX), flags.size()),
        missing,
        dropped,
        notes.stream().filter(n -> n.to().isPresent()).map(Note::at).max(Instant::compareTo),
        faults(all));
  }

  private static Optional<Instant> at(Note note) {
    return Optional.of(note.at());
  }

  /// The series in the order in which they were first heard of.
  private List<String> inOrder(String terminal, List<Note> notes) throws IOException {
    List<String> order = notes.stream().flatMap(note -> note.series().stream()).distinct().toList();
    return reports.seriesOf(terminal).stream()
        .sorted(Comparator.comparingInt(name -> order.indexOf(name)))
        .toList();
  }

  private static long droppedOf(List<Note> notes) {
    Map<String, Long> bySeries = new HashMap<>();
    for (Note note : notes) {
      if (note.series().isPresent()) {
        bySeries.merge(note.series().get(), note.dropped().orElse(0L), Math::max);
      }
    }
    return bySeries.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<Receipt.FaultCount> faults(List<Receipt> all) {
    Instant since = clock.instant().minus(FAULTS_OF);
    Map<String, Receipt.FaultCount> byCode = new HashMap<>();
    for (Receipt receipt : all) {
      for (Receipt.FaultCount fault : receipt.faults()) {
        if (fault.last().isAfter(since)) {
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
    }
    return byCode.values().stream()
        .sorted(Comparator.comparing(Receipt.FaultCount::last).reversed())
        .toList();
  }

  private FleetRow row(String terminal, Seen seen) {
    Behind behind = behind(seen.state().map(Receipt::heads).orElse(List.of()));
    Optional<String> code = seen.state().flatMap(Receipt::code);
    return new FleetRow(
        Optional.of(terminal),
        hallName(seen.last().flatMap(Receipt::hall)),
        state(seen, behind, code),
        behind.changes(),
        behind.by(),
        seen.heardAt(),
        seen.last(),
        code,
        seen.flags(),
        seen.missing(),
        seen.dropped(),
        seen.faults());
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

  private FleetRow never(Hall hall) {
    return new FleetRow(
        Optional.empty(),
        hall.name(),
        State.NEVER,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        0,
        List.of());
  }

  private State state(Seen seen, Behind behind, Optional<String> code) {
    boolean forged = seen.flags().stream().anyMatch(flag -> isDoubt(flag, seen.heardAt()));
    boolean silent =
        seen.heardAt()
            .filter(at -> at.plus(limits.silentAfter()).isAfter(clock.instant()))
            .isEmpty();
    if (forged || behind.otherDigest()) {
      return State.DOUBTFUL;
    }
    if (silent) {
      return State.SILENT;
    }
    if (behind.isNone()) {
      return State.PROVEN;
    }
    if (code.isPresent()) {
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

  /// How what a terminal holds differs from what is published.
  private record Behind(long changes, Optional<Duration> by, boolean otherDigest, boolean ahead) {
    boolean isNone() {
      return changes == 0 && !otherDigest && !ahead;
    }
  }

  private Behind behind(List<ChannelHead> heads) {
    Map<Channel, ChannelHead> held =
        heads.stream()
            .collect(Collectors.toMap(ChannelHead::channel, Function.identity(), (a, b) -> a));
    long changes = 0;
    boolean other = false;
    boolean ahead = false;
    Optional<Duration> by = Optional.empty();
    for (ChannelHead published : expected.heads()) {
      ChannelHead mine = held.get(published.channel());
      long sequence = mine == null ? 0 : mine.sequence();
      if (sequence < published.sequence()) {
        changes += published.sequence() - sequence;
        Instant from = mine == null ? published.asOf() : mine.asOf();
        Duration late = Duration.between(from, published.asOf());
        by = by.filter(it -> it.compareTo(late) > 0).or(() -> Optional.of(late));
      } else if (sequence > published.sequence()) {
        ahead = true;
      } else if (mine != null && !mine.digest().equals(published.digest())) {
        other = true;
      }
    }
    return new Behind(changes, by, other, ahead);
  }
}
