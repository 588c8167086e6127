package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.ReportLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What terminals have told, on the desk's disk: a folder for each. Thread-safe, and safe beside
/// another process: batches are verified side by side and written one at a time.
public final class ReportsFolder {

  private static final Logger LOG = LoggerFactory.getLogger(ReportsFolder.class);
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final Clock clock;
  private final FleetLimits limits;

  /// How many there are, as far as this process knows; below zero where nobody has counted yet.
  private int registered = -1;

  private ReportsFolder(Path folder, Clock clock, FleetLimits limits) {
    this.folder = folder;
    this.clock = clock;
    this.limits = limits;
  }

  /// Opens the folder, making it where it is missing.
  public static ReportsFolder open(Path folder, Clock clock, FleetLimits limits)
      throws IOException {
    Files.createDirectories(folder);
    return new ReportsFolder(folder, clock, limits);
  }

  /// Something that is done while nobody else writes.
  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException, ReportException;
  }

  private synchronized <T> T alone(Work<T> work) throws IOException, ReportException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return work.run();
    }
  }

  /// Verifies a batch and keeps what is new of it.
  ///
  /// @param how it came: `line` or `stick`
  /// @throws IOException where this disk fails; then nothing may be acknowledged
  public Intake take(byte[] packed, String how) throws IOException {
    try {
      return take(ReceiptBatch.open(packed, ReportLimits.STANDARD), how);
    } catch (ReportException e) {
      return new Intake.Refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /// Keeps what is new of a batch that was verified when it was opened.
  ///
  /// @param how it came: `line` or `stick`
  /// @throws IOException where this disk fails; then nothing may be acknowledged
  public Intake take(ReceiptBatch batch, String how) throws IOException {
    try {
      return alone(() -> takeAlone(batch, how));
    } catch (ReportException e) {
      return new Intake.Refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private Intake takeAlone(ReceiptBatch batch, String how) throws IOException {
    TerminalFolder terminal = terminal(batch.terminal());
    try {
      requireKey(terminal, batch);
      AppendedLines file = terminal.series(batch.series());
      TerminalHead head = headAlone(terminal);
      requireRoom(head, file, batch);
      List<ReceiptLine> lines = new ArrayList<>();
      for (int i = 0; i < batch.lines().size(); i++) {
        lines.add(ReceiptLine.of(batch.receipts().get(i), batch.lines().get(i)));
      }
      int added = Series.add(file, lines);
      if (added > 0 || batch.dropped() > head.droppedOf(batch.series())) {
        noteArrival(terminal, head, batch, how, added == lines.size() ? lines : List.of(), added);
      }
      return new Intake.Taken(batch.terminal(), batch.series(), batch.to(), added);
    } catch (ReportException e) {
      String why = String.valueOf(e.getMessage());
      if (terminal.findKey().isPresent() && !terminal.isLastNote(e.code())) {
        note(terminal, Note.trouble(clock.instant(), how, e.code(), why));
      }
      return new Intake.Refused(e.code(), why);
    }
  }

  /// What was here before is no sign of life: anybody can send it again.
  ///
  /// @param lines all that came where all of it was new, else none
  private void noteArrival(
      TerminalFolder terminal,
      TerminalHead head,
      ReceiptBatch batch,
      String how,
      List<ReceiptLine> lines,
      int added)
      throws IOException {
    Note arrived =
        new Note(
            clock.instant(),
            how,
            Optional.empty(),
            Optional.empty(),
            Optional.of(batch.series()),
            Optional.of(batch.from()),
            added > 0 ? Optional.of(batch.to()) : Optional.empty(),
            Optional.of(batch.dropped()),
            Optional.of(batch.sentAt()));
    terminal.note(arrived, limits.notesBytes());
    TerminalHead noted = head.with(arrived);
    Optional<TerminalHead> now = Optional.of(noted);
    if (added > 0) {
      now = lines.isEmpty() ? Optional.empty() : noted.appended(batch.series(), lines);
    }
    keep(terminal, now);
  }

  /// The first key that a name comes with is its key from then on.
  private void requireKey(TerminalFolder terminal, ReceiptBatch batch)
      throws IOException, ReportException {
    Optional<String> known = terminal.findKey();
    if (known.isEmpty()) {
      if (registered < 0) {
        registered = terminals().size();
      }
      if (registered >= limits.terminals()) {
        throw new ReportException("REPORT-ROOM", "there are " + limits.terminals() + " terminals");
      }
      terminal.writeKey(batch.key());
      registered++;
    } else if (!known.get().equals(batch.key())) {
      throw new ReportException(
          "REPORT-KEY", "expected the key " + known.get() + ", found " + batch.key());
    }
  }

  private void requireRoom(TerminalHead head, AppendedLines file, ReceiptBatch batch)
      throws IOException, ReportException {
    boolean known = head.series().stream().anyMatch(it -> it.name().equals(batch.series()));
    if (file.bytes() > limits.seriesBytes() || !known && head.series().size() >= limits.series()) {
      throw new ReportException("REPORT-ROOM", "no more is kept of " + batch.terminal());
    }
  }

  /// Takes another key for a terminal's from now on, because somebody has compared it.
  ///
  /// @throws ReportException `REPORT-KEY` where it is no key
  public void accept(String name, String key) throws IOException, ReportException {
    if (!Receipt.isTerminal(name) || !KEY.matcher(key).matches()) {
      throw new ReportException("REPORT-KEY", "not a terminal and a key of 64 hex digits");
    }
    TerminalFolder terminal = terminal(name);
    alone(
        () -> {
          terminal.writeKey(key);
          String detail = "the key is now " + key;
          note(terminal, Note.trouble(clock.instant(), "desk", "REPORT-KEY-ACCEPTED", detail));
          return key;
        });
  }

  private void note(TerminalFolder terminal, Note note) throws IOException {
    TerminalHead head = headAlone(terminal);
    terminal.note(note, limits.notesBytes());
    keep(terminal, Optional.of(head.with(note)));
  }

  /// The registered key of a terminal, lower-case hex.
  public Optional<String> findKey(String terminal) throws IOException {
    return terminal(terminal).findKey();
  }

  /// Names of all that ever told something, in order.
  public List<String> terminals() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
      for (Path each : folders) {
        String name = String.valueOf(each.getFileName());
        if (Receipt.isTerminal(name) && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  /// How a terminal stands, without reading its receipts where nothing was written to them since.
  TerminalHead head(String name) throws IOException {
    TerminalFolder terminal = terminal(name);
    Optional<TerminalHead> kept = HeadFile.of(terminal).find(terminal.stamps());
    return kept.isPresent() ? kept.get() : madeAnew(terminal);
  }

  /// The same, after reading all of its receipts and proving that they hold together.
  TerminalHead prove(String name) throws IOException {
    return madeAnew(terminal(name));
  }

  /// How many bytes proving a terminal would read.
  long bytes(String name) throws IOException {
    long bytes = 0;
    for (String stamp : terminal(name).stamps().values()) {
      bytes += Long.parseLong(stamp.substring(0, stamp.indexOf('@')));
    }
    return bytes;
  }

  private TerminalHead madeAnew(TerminalFolder terminal) throws IOException {
    try {
      return alone(
          () -> {
            TerminalHead head = TerminalHead.prove(terminal, clock.instant());
            write(terminal, head);
            return head;
          });
    } catch (ReportException e) {
      throw new IllegalStateException("reading refuses nothing", e);
    }
  }

  private TerminalHead headAlone(TerminalFolder terminal) throws IOException {
    Optional<TerminalHead> kept = HeadFile.of(terminal).find(terminal.stamps());
    return kept.isPresent() ? kept.get() : TerminalHead.prove(terminal, clock.instant());
  }

  /// @param head as it follows from what was written; empty where all is to be read
  private void keep(TerminalFolder terminal, Optional<TerminalHead> head) throws IOException {
    Map<String, String> stamps = terminal.stamps();
    write(
        terminal,
        head.isPresent() ? head.get().of(stamps) : TerminalHead.prove(terminal, clock.instant()));
  }

  /// What is only a copy must not cost an acknowledgement, nor the page.
  private static void write(TerminalFolder terminal, TerminalHead head) {
    try {
      HeadFile.of(terminal).write(head);
    } catch (IOException e) {
      LOG.warn(
          "DESK-IO: {} could not be written: {}", HeadFile.of(terminal).file(), e.getMessage());
    }
  }

  private TerminalFolder terminal(String name) {
    if (!Receipt.isTerminal(name)) {
      throw new IllegalArgumentException("not the name of a terminal: " + name);
    }
    return new TerminalFolder(folder.resolve(name));
  }
}
