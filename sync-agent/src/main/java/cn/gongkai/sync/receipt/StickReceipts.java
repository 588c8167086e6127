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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the receipts that wait onto a stick, for a desk that no line reaches:
/// `receipts/<terminal>/<series>-<from>-<to>.jsonl.gz`. Files that are there are never touched, and
/// what they hold is not written again. The queue keeps everything: only a desk acknowledges.
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
      long after = last(folder, first.series());
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
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      DurableFile.write(place, ReceiptBatch.seal(key, lines, dropped, clock.instant()));
    }
    return to;
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

  /// Number of the last receipt of the series that the stick has already.
  private long last(Path folder, String series) throws IOException {
    long last = 0;
    int looked = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (++looked > limits.stickFilesMax()) {
          return last;
        }
        if (name.matches()
            && name.group(1).equals(series)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          last = Math.max(last, Long.parseLong(name.group(3)));
        }
      }
    }
    return last;
  }
}
