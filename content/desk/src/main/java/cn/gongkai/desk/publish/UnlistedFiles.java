package cn.gongkai.desk.publish;

import cn.gongkai.content.release.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Since when files of the site have been named by no release: a text file in the work folder, one
/// line each, `time TAB name`. Where it is lost, their time begins anew.
final class UnlistedFiles {

  private final Path file;
  private final Map<String, Instant> since = new TreeMap<>();

  private UnlistedFiles(Path file) {
    this.file = file;
  }

  static UnlistedFiles read(Path file) throws IOException {
    UnlistedFiles unlisted = new UnlistedFiles(file);
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return unlisted;
    }
    for (String line : lines) {
      int tab = line.indexOf('\t');
      try {
        unlisted.since.put(line.substring(tab + 1), Instant.parse(line.substring(0, tab)));
      } catch (DateTimeException | StringIndexOutOfBoundsException e) {
        // A damaged line: the file it told of is found again, and its time begins anew.
      }
    }
    return unlisted;
  }

  /// Notes files that have just been found unlisted; those known already keep their time.
  void add(Collection<String> names, Instant now) {
    names.forEach(name -> since.putIfAbsent(name, now));
  }

  /// Notes files with a time of their own, whatever is known of them.
  void put(Collection<String> names, Instant at) {
    names.forEach(name -> since.put(name, at));
  }

  /// Forgets files that are listed again, or are there no more.
  void remove(Collection<String> names) {
    names.forEach(since::remove);
  }

  List<String> names() {
    return List.copyOf(since.keySet());
  }

  /// Files whose time is over.
  List<String> over(Duration grace, Instant now) {
    return since.entrySet().stream()
        .filter(entry -> !entry.getValue().plus(grace).isAfter(now))
        .map(Map.Entry::getKey)
        .toList();
  }

  void write() throws IOException {
    StringBuilder text = new StringBuilder();
    since.forEach((name, at) -> text.append(at).append('\t').append(name).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    DurableFile.write(file, bytes);
  }
}
