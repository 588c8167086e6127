package cn.gongkai.sync.receipt;

import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReceiptText;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.ReceiptQueue;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.config.ReceiptLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the receipts that wait onto a stick, for a desk that no line reaches:
/// `receipts/<terminal>/<series>-<from>-<to>.jsonl.gz`. A file that is there and whole is left as
/// it is and what it holds is not written again; one that the stick has damaged is written anew.
/// The queue keeps everything: only a desk acknowledges.
public final class StickReceipts {

  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{16})-(\\d{1,12})-(\\d{1,12})\\.jsonl\\.gz");

  private final Path terminal;
  private final TerminalKey key;
  private final Clock clock;
  private final ReceiptLimits limits;

  public StickReceipts(Path terminal, TerminalKey key, Clock clock, ReceiptLimits limits) {
    this.terminal = terminal;
    this.key = key;
    this.clock = clock;
    this.limits = limits;
  }

  /// @return how many receipts were written
  /// @throws IOException where the stick refuses, or holds something else in our place
  public int writeTo(Path stick) throws IOException, StoreException, ReportException {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      ReceiptQueue.Waiting oldest = file.receipts().waiting(0, 1);
      if (oldest.lines().isEmpty()) {
        return 0;
      }
      Receipt first = ReceiptText.read(oldest.lines().getFirst());
      Path folder = folder(stick, first.terminal());
      long after = last(folder, first.series(), first.number() - 1);
      int written = 0;
      for (int batch = 0; batch < limits.batchesMax(); batch++) {
        ReceiptQueue.Waiting waiting =
            file.receipts().waiting(after, ReportLimits.STANDARD.batchLines());
        if (waiting.lines().isEmpty()) {
          break;
        }
        List<String> lines = Fitting.of(waiting.lines(), limits.batchBytes());
        after = write(folder, lines, waiting.dropped());
        written += lines.size();
      }
      return written;
    }
  }

  private long write(Path folder, List<String> lines, long dropped)
      throws IOException, ReportException {
    Receipt first = ReceiptText.read(lines.getFirst());
    long to = first.number() + lines.size() - 1;
    Path place = folder.resolve("%s-%d-%d.jsonl.gz".formatted(first.series(), first.number(), to));
    DurableFile.write(place, ReceiptBatch.seal(key, lines, dropped, clock.instant()));
    return to;
  }

  /// Takes from the stick what the county has got of this terminal, so that sticks do not fill.
  ///
  /// @return how many files were taken away
  public int clear(Path stick, Arrived arrived) throws IOException {
    Path all = stick.resolve("receipts");
    Path folder = all.resolve(arrived.terminal());
    if (!Files.isDirectory(all, LinkOption.NOFOLLOW_LINKS)
        || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    int cleared = 0;
    for (Carried file : carried(folder, arrived.series())) {
      if (file.from() >= arrived.held().from() && file.to() <= arrived.held().to()) {
        Files.delete(file.place());
        cleared++;
      }
    }
    return cleared;
  }

  /// No link on the stick leads our writing elsewhere.
  private static Path folder(Path stick, String name) throws IOException {
    Path folder = stick;
    for (String each : List.of("receipts", name)) {
      folder = folder.resolve(each);
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder);
      }
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("not a folder on the stick: " + folder);
      }
    }
    return folder;
  }

  /// A file of receipts of ours, by its name.
  private record Carried(long from, long to, Path place) {}

  /// Number of the last receipt up to which the stick has everything already.
  ///
  /// @param after number of the last that the desk has
  private long last(Path folder, String series, long after) throws IOException {
    long last = after;
    for (Carried file : carried(folder, series)) {
      if (file.from() <= last + 1 && file.to() > last && isWhole(file, series)) {
        last = file.to();
      }
    }
    return last;
  }

  /// Files of a series by the number they begin with, no more of them than the limit.
  private List<Carried> carried(Path folder, String series) throws IOException {
    List<Carried> found = new ArrayList<>();
    int looked = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (++looked > limits.stickFilesMax()) {
          break;
        }
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()
            && name.group(1).equals(series)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          found.add(
              new Carried(Long.parseLong(name.group(2)), Long.parseLong(name.group(3)), file));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(Comparator.comparingLong(Carried::from));
    return found;
  }

  /// A stick loses bits, and is in other hands meanwhile.
  private boolean isWhole(Carried file, String series) {
    try (InputStream in = Files.newInputStream(file.place(), LinkOption.NOFOLLOW_LINKS)) {
      ReportLimits most = ReportLimits.STANDARD;
      ReceiptBatch batch = ReceiptBatch.open(in.readNBytes(most.packedBytes() + 1), most);
      return batch.key().equals(key.publicHex())
          && batch.series().equals(series)
          && batch.from() == file.from()
          && batch.to() == file.to();
    } catch (IOException | ReportException e) {
      return false;
    }
  }
}
