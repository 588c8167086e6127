package cn.gongkai.desk.fleet;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.report.ReportLimits;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The folder of one terminal at the desk: its key, its receipts by series, and notes. Receipts and
/// notes are only ever appended.
record TerminalFolder(Path place) {

  private static final Pattern SERIES = Pattern.compile("[0-9a-f]{16}\\.jsonl");
  private static final String NOTES = "notes.jsonl";
  private static final String NOTES_BEFORE = "notes-before.jsonl";

  /// The registered key, lower-case hex.
  Optional<String> findKey() throws IOException {
    Path file = place.resolve("key");
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Files.readString(file).strip())
        : Optional.empty();
  }

  void writeKey(String key) throws IOException {
    DurableFile.write(place.resolve("key"), (key + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Names of its series, in no order that means anything.
  List<String> series() throws IOException {
    return stamps().keySet().stream()
        .filter(name -> SERIES.matcher(name).matches())
        .map(name -> name.substring(0, name.indexOf('.')))
        .toList();
  }

  AppendedLines series(String name) {
    return new AppendedLines(place.resolve(name + ".jsonl"));
  }

  /// Size and time of every file of receipts and notes by its name: what was written to since has
  /// other ones.
  Map<String, String> stamps() throws IOException {
    Map<String, String> stamps = new TreeMap<>();
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return stamps;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.jsonl")) {
      for (Path file : files) {
        BasicFileAttributes found =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long nanos = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        stamps.put(String.valueOf(file.getFileName()), found.size() + "@" + nanos);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return stamps;
  }

  /// Oldest first; a line that cannot be read is passed over and flagged.
  List<Note> notes(Instant now) throws IOException {
    List<Note> notes = new ArrayList<>();
    for (String name : List.of(NOTES_BEFORE, NOTES)) {
      for (String line : new AppendedLines(place.resolve(name)).read()) {
        try {
          notes.add(FleetJson.read(line, Note.class));
        } catch (JsonProcessingException e) {
          notes.add(Note.trouble(now, "desk", "REPORT-FORM", "a note that cannot be read"));
        }
      }
    }
    return notes;
  }

  /// Full notes are set aside, those set aside before are given up.
  void note(Note note, long bytesMax) throws IOException {
    AppendedLines file = new AppendedLines(place.resolve(NOTES));
    if (file.bytes() > bytesMax) {
      Files.move(file.file(), place.resolve(NOTES_BEFORE), StandardCopyOption.REPLACE_EXISTING);
    }
    file.append(List.of(FleetJson.write(note)));
  }

  /// Who knocks with a wrong key a thousand times is noted once.
  boolean isLastNote(String code) throws IOException {
    return new AppendedLines(place.resolve(NOTES))
        .findLast(ReportLimits.STANDARD.lineBytes())
        .filter(line -> line.contains("\"" + code + "\""))
        .isPresent();
  }
}
