package cn.gongkai.desk.fleet;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.ReportLimits;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What terminals have told, on the desk's disk: a folder for each, with its key, its receipts by
/// series, and notes. Receipts and notes are only ever appended. Thread-safe, and safe beside
/// another process: one batch at a time is taken.
public final class ReportsFolder {

  private static final Pattern SERIES = Pattern.compile("[0-9a-f]{16}\\.jsonl");
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private final Path folder;
  private final Clock clock;
  private final FleetLimits limits;

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

  /// Verifies a batch and keeps what is new of it.
  ///
  /// @param how it came: `line` or `stick`
  /// @throws IOException where this disk fails; then nothing may be acknowledged
  public synchronized Intake take(byte[] packed, String how) throws IOException {
    ReceiptBatch batch;
    try {
      batch = ReceiptBatch.open(packed, ReportLimits.STANDARD);
    } catch (ReportException e) {
      return new Intake.Refused(e.code(), String.valueOf(e.getMessage()));
    }
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return take(batch, how);
    }
  }

  private Intake take(ReceiptBatch batch, String how) throws IOException {
    String terminal = batch.terminal();
    try {
      requireKey(batch);
      AppendedLines file = series(terminal, batch.series());
      if (file.bytes() > limits.seriesBytes() || tooManySeries(terminal, batch.series())) {
        throw new ReportException("REPORT-ROOM", "no more is kept of " + terminal);
      }
      List<ReceiptLine> lines = new ArrayList<>();
      for (int i = 0; i < batch.lines().size(); i++) {
        lines.add(ReceiptLine.of(batch.receipts().get(i), batch.lines().get(i)));
      }
      int added = Series.add(file, lines);
      note(terminal, arrived(batch, how));
      return new Intake.Taken(terminal, batch.series(), batch.to(), added);
    } catch (ReportException e) {
      if (isKnown(terminal) && !isLastNote(terminal, e.code())) {
        note(
            terminal, Note.trouble(clock.instant(), how, e.code(), String.valueOf(e.getMessage())));
      }
      return new Intake.Refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private Note arrived(ReceiptBatch batch, String how) {
    return new Note(
        clock.instant(),
        how,
        Optional.empty(),
        Optional.empty(),
        Optional.of(batch.series()),
        Optional.of(batch.from()),
        Optional.of(batch.to()),
        Optional.of(batch.dropped()));
  }

  /// The first key that a name comes with is its key from then on.
  private void requireKey(ReceiptBatch batch) throws IOException, ReportException {
    Optional<String> known = findKey(batch.terminal());
    if (known.isEmpty()) {
      if (terminals().size() >= limits.terminals()) {
        throw new ReportException("REPORT-ROOM", "there are " + limits.terminals() + " terminals");
      }
      writeKey(batch.terminal(), batch.key());
    } else if (!known.get().equals(batch.key())) {
      throw new ReportException(
          "REPORT-KEY", "expected the key " + known.get() + ", found " + batch.key());
    }
  }

  /// Takes another key for a terminal's from now on, because somebody has compared it.
  ///
  /// @throws ReportException `REPORT-KEY` where it is no key
  public synchronized void accept(String terminal, String key) throws IOException, ReportException {
    if (!Receipt.isTerminal(terminal) || !KEY.matcher(key).matches()) {
      throw new ReportException("REPORT-KEY", "not a terminal and a key of 64 hex digits");
    }
    writeKey(terminal, key);
    note(
        terminal,
        Note.trouble(clock.instant(), "desk", "REPORT-KEY-ACCEPTED", "the key is now " + key));
  }

  private void writeKey(String terminal, String key) throws IOException {
    DurableFile.write(
        place(terminal).resolve("key"), (key + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// The registered key of a terminal, lower-case hex.
  public Optional<String> findKey(String terminal) throws IOException {
    Path file = place(terminal).resolve("key");
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Files.readString(file).strip())
        : Optional.empty();
  }

  private boolean isKnown(String terminal) throws IOException {
    return findKey(terminal).isPresent();
  }

  private boolean tooManySeries(String terminal, String series) throws IOException {
    List<String> known = seriesOf(terminal);
    return known.size() >= limits.series() && !known.contains(series);
  }

  /// Who knocks with a wrong key a thousand times is noted once.
  private boolean isLastNote(String terminal, String code) throws IOException {
    return notesOf(terminal)
        .findLast(ReportLimits.STANDARD.lineBytes())
        .filter(line -> line.contains("\"" + code + "\""))
        .isPresent();
  }

  /// Full notes are set aside, those set aside before are given up.
  private void note(String terminal, Note note) throws IOException {
    AppendedLines file = notesOf(terminal);
    if (file.bytes() > limits.notesBytes()) {
      Files.move(
          file.file(),
          place(terminal).resolve("notes-before.jsonl"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    file.append(List.of(text(note)));
  }

  private AppendedLines notesOf(String terminal) {
    return new AppendedLines(place(terminal).resolve("notes.jsonl"));
  }

  private static String text(Note note) {
    try {
      return MAPPER.writeValueAsString(note);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note could not be written", e);
    }
  }

  /// Names of all that ever told something, in order.
  public List<String> terminals() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .map(each -> String.valueOf(each.getFileName()))
          .filter(Receipt::isTerminal)
          .sorted()
          .toList();
    }
  }

  List<String> seriesOf(String terminal) throws IOException {
    if (!Files.isDirectory(place(terminal), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place(terminal))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> SERIES.matcher(name).matches())
          .map(name -> name.substring(0, name.indexOf('.')))
          .sorted()
          .toList();
    }
  }

  AppendedLines series(String terminal, String series) {
    return new AppendedLines(place(terminal).resolve(series + ".jsonl"));
  }

  /// Oldest first; a line that cannot be read is passed over.
  List<Note> notes(String terminal) throws IOException {
    List<Note> notes = new ArrayList<>();
    for (String line : notesOf(terminal).read()) {
      try {
        notes.add(MAPPER.readValue(line, Note.class));
      } catch (JsonProcessingException e) {
        notes.add(
            Note.trouble(clock.instant(), "desk", "REPORT-FORM", "a note that cannot be read"));
      }
    }
    return notes;
  }

  private Path place(String terminal) {
    if (!Receipt.isTerminal(terminal)) {
      throw new IllegalArgumentException("not the name of a terminal: " + terminal);
    }
    return folder.resolve(terminal);
  }
}
