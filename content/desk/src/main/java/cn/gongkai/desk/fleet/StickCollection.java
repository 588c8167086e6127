package cn.gongkai.desk.fleet;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReportLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes the receipts that terminals have put on a stick. Opens nothing but regular files by the
/// names of the format, follows no links, and leaves the stick as it is.
public final class StickCollection {

  private static final Pattern NAME =
      Pattern.compile("[0-9a-f]{16}-\\d{1,12}-\\d{1,12}\\.jsonl\\.gz");

  private final ReportsFolder reports;
  private final FleetLimits limits;

  public StickCollection(ReportsFolder reports, FleetLimits limits) {
    this.reports = reports;
    this.limits = limits;
  }

  /// A file of the stick and what became of it.
  public record Collected(String file, Intake intake) {}

  /// @throws IOException where the stick cannot be read or this disk fails
  public List<Collected> run(Path stick) throws IOException {
    List<Collected> collected = new ArrayList<>();
    Path receipts = stick.resolve("receipts");
    for (Path terminal : entries(receipts)) {
      String name = String.valueOf(terminal.getFileName());
      if (Receipt.isTerminal(name) && Files.isDirectory(terminal, LinkOption.NOFOLLOW_LINKS)) {
        collect(terminal, name, collected);
      }
    }
    return collected;
  }

  private void collect(Path terminal, String name, List<Collected> collected) throws IOException {
    for (Path file : entries(terminal)) {
      if (NAME.matcher(String.valueOf(file.getFileName())).matches()
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && collected.size() < limits.stickFiles()) {
        collected.add(new Collected(name + "/" + file.getFileName(), taken(file)));
      }
    }
  }

  private Intake taken(Path file) throws IOException {
    byte[] packed;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      packed = in.readNBytes(ReportLimits.STANDARD.packedBytes() + 1);
    }
    return reports.take(packed, "stick");
  }

  private List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        for (Path entry : stream) {
          if (entries.size() >= limits.stickFiles()) {
            break;
          }
          entries.add(entry);
        }
      }
    }
    entries.sort(null);
    return entries;
  }
}
