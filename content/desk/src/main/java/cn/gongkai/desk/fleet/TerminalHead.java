package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Acknowledgement.Held;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a terminal stands, in as many bytes after a year as after a day: what the page of all
/// terminals is made from. It follows from the receipts and notes alone and can be made anew from
/// them at any time.
///
/// @param stamps of the files it was made from
/// @param provedAt when every receipt was last read and its chain proven
/// @param series in the order in which they were first heard of
/// @param last line of the newest receipt by the time of the last series
/// @param state line of the newest that says what the store holds
/// @param unshown when the newest release was applied, where the screen has not shown it since
/// @param arrival the last time that receipts came
/// @param flags of the notes, the newest
/// @param faults of the screen, the newest, in the order in which they were told
record TerminalHead(
    Map<String, String> stamps,
    Instant provedAt,
    List<SeriesHead> series,
    Optional<String> last,
    Optional<String> state,
    Optional<Instant> unshown,
    Optional<Arrival> arrival,
    List<FleetRow.Flag> flags,
    List<Receipt.FaultCount> faults) {

  static final int FLAGS_MAX = 20;
  private static final int FAULTS_MAX = 100;
  private static final int STRETCHES_MAX = 1_000;

  /// One numbering.
  ///
  /// @param held stretches without a gap
  /// @param dropped how many the terminal says it gave up
  /// @param wrong what does not hold together on this disk
  record SeriesHead(String name, List<Held> held, long dropped, List<String> wrong) {

    SeriesHead {
      held = List.copyOf(held.subList(Math.max(0, held.size() - STRETCHES_MAX), held.size()));
      wrong = List.copyOf(wrong.subList(0, Math.min(FLAGS_MAX, wrong.size())));
    }

    long missing() {
      long expected = 1;
      long missing = 0;
      for (Held each : held) {
        missing += each.from() - expected;
        expected = each.to() + 1;
      }
      return missing;
    }
  }

  /// @param at by the desk's clock
  /// @param how `line` or `stick`
  /// @param sentAt by the terminal's clock
  record Arrival(Instant at, String how, Optional<Instant> sentAt) {}

  TerminalHead {
    stamps = Map.copyOf(stamps);
    series = List.copyOf(series);
    flags = List.copyOf(flags.subList(Math.max(0, flags.size() - FLAGS_MAX), flags.size()));
    faults = List.copyOf(faults.subList(Math.max(0, faults.size() - FAULTS_MAX), faults.size()));
  }

  private static TerminalHead empty(Instant provedAt) {
    return new TerminalHead(
        Map.of(),
        provedAt,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// Reads everything that is kept of a terminal.
  static TerminalHead prove(TerminalFolder folder, Instant now) throws IOException {
    TerminalHead head = empty(now);
    Map<String, String> stamps = folder.stamps();
    List<Note> notes = folder.notes(now);
    List<String> order = notes.stream().flatMap(note -> note.series().stream()).distinct().toList();
    for (Note note : notes) {
      head = head.with(note);
    }
    for (String name :
        folder.series().stream().sorted(Comparator.comparingInt(order::indexOf)).toList()) {
      Series series = Series.read(folder.series(name));
      head = head.with(name, series.held(), series.wrong()).told(series.lines());
    }
    return head.of(stamps);
  }

  TerminalHead of(Map<String, String> files) {
    return new TerminalHead(files, provedAt, series, last, state, unshown, arrival, flags, faults);
  }

  /// What the desk has noted since.
  TerminalHead with(Note note) {
    List<FleetRow.Flag> more = new ArrayList<>(flags);
    note.code()
        .map(it -> new FleetRow.Flag(it, note.detail().orElse(""), Optional.of(note.at())))
        .ifPresent(more::add);
    List<SeriesHead> all = new ArrayList<>(series);
    if (note.series().isPresent()) {
      SeriesHead known = series(note.series().get());
      long dropped = Math.max(known.dropped(), note.dropped().orElse(0L));
      put(all, new SeriesHead(known.name(), known.held(), dropped, known.wrong()));
    }
    Optional<Arrival> came =
        note.to().isPresent() && arrival.filter(before -> before.at().isAfter(note.at())).isEmpty()
            ? Optional.of(new Arrival(note.at(), note.how(), note.sentAt()))
            : arrival;
    return new TerminalHead(stamps, provedAt, all, last, state, unshown, came, more, faults);
  }

  private SeriesHead series(String name) {
    return series.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseGet(() -> new SeriesHead(name, List.of(), 0, List.of()));
  }

  private static void put(List<SeriesHead> all, SeriesHead head) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(head.name())) {
        all.set(i, head);
        return;
      }
    }
    all.add(head);
  }

  private TerminalHead with(String name, List<Held> held, List<String> wrong) {
    List<SeriesHead> all = new ArrayList<>(series);
    SeriesHead known = series(name);
    put(all, new SeriesHead(name, held, known.dropped(), wrong));
    return new TerminalHead(stamps, provedAt, all, last, state, unshown, arrival, flags, faults);
  }

  /// Receipts that go on where the newest series ended; empty where they do anything else, and all
  /// is to be read.
  Optional<TerminalHead> appended(String name, List<ReceiptLine> lines) {
    ReceiptLine first = lines.getFirst();
    ReceiptLine end = lines.getLast();
    SeriesHead known = series(name);
    boolean newest = series.isEmpty() || series.getLast().name().equals(name);
    long before = known.held().isEmpty() ? 0 : known.held().getLast().to();
    if (!newest || first.receipt().number() <= before) {
      return Optional.empty();
    }
    boolean goesOn = before > 0 && first.receipt().number() == before + 1;
    List<Held> held = new ArrayList<>(known.held());
    long from = goesOn ? held.removeLast().from() : first.receipt().number();
    held.add(new Held(from, end.receipt().number(), end.hash()));
    return Optional.of(with(name, held, known.wrong()).told(lines));
  }

  private TerminalHead told(List<ReceiptLine> lines) {
    if (lines.isEmpty()) {
      return this;
    }
    List<Receipt.FaultCount> more = new ArrayList<>(faults);
    lines.forEach(line -> more.addAll(line.receipt().faults()));
    Optional<String> newest =
        lines.reversed().stream()
            .filter(line -> line.receipt().times().attemptedAt().isPresent())
            .map(ReceiptLine::line)
            .findFirst()
            .or(this::state);
    return new TerminalHead(
        stamps,
        provedAt,
        series,
        Optional.of(lines.getLast().line()),
        newest,
        unshown(lines),
        arrival,
        flags,
        more);
  }

  private Optional<Instant> unshown(List<ReceiptLine> lines) {
    Optional<Instant> now = unshown;
    for (ReceiptLine line : lines) {
      now =
          switch (line.receipt().kind()) {
            case APPLIED -> Optional.of(line.receipt().at());
            case SHOWN -> Optional.empty();
            case STARTED, CURRENT, REFUSED, TROUBLE, REBUILT, CARRIED, SUMMARY -> now;
          };
    }
    return now;
  }

  Optional<Receipt> lastReceipt() {
    return last.flatMap(TerminalHead::receipt);
  }

  Optional<Receipt> stateReceipt() {
    return state.equals(last) ? lastReceipt() : state.flatMap(TerminalHead::receipt);
  }

  private static Optional<Receipt> receipt(String line) {
    try {
      return Optional.of(ReceiptText.read(line));
    } catch (ReportException e) {
      return Optional.empty();
    }
  }

  long missing() {
    return series.stream().mapToLong(SeriesHead::missing).sum();
  }

  long droppedOf(String name) {
    return series(name).dropped();
  }

  long dropped() {
    return series.stream().mapToLong(SeriesHead::dropped).sum();
  }
}
