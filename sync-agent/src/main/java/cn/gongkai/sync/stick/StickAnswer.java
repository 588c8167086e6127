package cn.gongkai.sync.stick;

import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.tuf.MetadataSource.Fetched;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.report.Acknowledgement;
import cn.gongkai.content.report.Acknowledgement.Held;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.store.ReceiptQueue;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.receipt.Arrived;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteMetadata;
import cn.gongkai.sync.site.SitePath;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What the county says on a stick of this terminal's receipts: the way an acknowledgement takes
/// where no line reaches a desk.
///
/// Receipts leave the queue only where the file is signed by the keys of the root that this
/// terminal trusts, names this terminal and this series, and names the hash of the very line that
/// stands here under that number. Whoever lacks one of these makes nothing vanish.
public final class StickAnswer {

  private final Path terminal;
  private final String name;
  private final Clock clock;

  /// @param name of the terminal, as its receipts bear it
  public StickAnswer(Path terminal, String name, Clock clock) {
    this.terminal = terminal;
    this.name = name;
    this.clock = clock;
  }

  /// Reads the stick and lets go of what has arrived.
  ///
  /// @return empty where the stick says nothing that this terminal can use
  public Optional<Arrived> take(Path stick) throws StoreException, ReleaseException {
    Fetched file =
        SiteMetadata.fetch(
            new FolderSite(stick), new SitePath.Acknowledged(), Acknowledgement.BYTES_MAX);
    Optional<byte[]> root = new TrustedFolder(terminal.resolve("trusted")).find("root");
    if (!(file instanceof Fetched.Found found) || root.isEmpty()) {
      return Optional.empty();
    }
    try (TerminalFile records = TerminalFile.open(terminal)) {
      try {
        return take(records, Acknowledgement.open(found.bytes(), root.get(), clock.instant()));
      } catch (ReportException e) {
        records.fault("SYNC-ACK-REFUSED", clock.instant(), String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }
  }

  private Optional<Arrived> take(TerminalFile records, Acknowledgement said) throws StoreException {
    ReceiptQueue queue = records.receipts();
    String series = queue.next().series();
    Optional<Held> mine = reaching(said.of(name, series), queue.first());
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    Held held = mine.get();
    Optional<String> here = queue.findHash(held.to());
    if (!here.equals(Optional.of(held.last()))) {
      records.fault(
          "SYNC-ACK-OTHER",
          clock.instant(),
          "number %d of %s: expected %s, found %s"
              .formatted(held.to(), series, here.orElse("none"), held.last()));
      return Optional.empty();
    }
    queue.acknowledge(series, held.to());
    return Optional.of(new Arrived(name, series, held, said.issued()));
  }

  /// The stretch without a gap that reaches the oldest receipt that waits. What the desk has beyond
  /// a gap stays in the queue with what fills it.
  private static Optional<Held> reaching(List<Held> stretches, long first) {
    return stretches.stream()
        .filter(held -> held.from() <= first && held.to() >= first - 1)
        .findFirst();
  }
}
