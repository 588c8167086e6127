package cn.gongkai.sync.stick;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.DurableFile;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.MemoryTrust;
import cn.gongkai.content.release.tuf.MetadataSource;
import cn.gongkai.content.release.tuf.MetadataSource.Fetched;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.content.report.Acknowledgement;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.SiteMetadata;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.transfer.Failpoints;
import cn.gongkai.sync.transfer.Transfer;
import cn.gongkai.sync.transfer.Transferred;
import cn.gongkai.sync.transfer.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies the newest release of a site onto a stick: its metadata, the segments it lists, the blobs
/// of what is published now, and which receipts have come. Nothing else of the site, and nothing of
/// an older release stays.
///
/// Strategy: 1. verify the site as a new terminal would, noting which metadata that takes; 2. copy
/// segments and blobs, each verified; 3. copy the metadata, the timestamp last; 4. copy what the
/// county acknowledges of receipts, where it does; 5. take away what the release does not name.
/// Pulled out at any moment the stick holds the release before or after, or one that is refused for
/// a missing file.
public final class StickExport {

  private static final Logger LOG = LoggerFactory.getLogger(StickExport.class);
  private static final String TIMESTAMP = "timestamp.json";
  private static final String FIRST_ROOT = "1.root.json";

  private final SiteSource site;
  private final Path stick;
  private final Clock clock;
  private final Transfer transfer;
  private final Map<String, byte[]> metadata = new LinkedHashMap<>();
  private final Set<Path> kept = new LinkedHashSet<>();
  private byte[] newestRoot = new byte[0];

  /// @param stick folder that the stick is mounted at, or one on it
  public StickExport(SiteSource site, Path stick, SyncLimits limits, Clock clock) {
    this.site = site;
    this.stick = stick;
    this.clock = clock;
    this.transfer = new Transfer(List.of(site), stick.resolve("incoming"), limits, Failpoints.NONE);
  }

  /// @throws IOException where the stick cannot be written
  public Exported run() throws IOException {
    try {
      return switch (verify()) {
        case RefreshOutcome.Refused r ->
            new Exported.Failed(r.code(), "expected " + r.expected() + ", found " + r.actual());
        case RefreshOutcome.Unreachable u -> new Exported.Failed(u.code(), u.why());
        case RefreshOutcome.Current current -> copy(current.release());
      };
    } catch (NotCopied e) {
      return e.failed;
    } catch (ReleaseException e) {
      return new Exported.Failed(e.code(), "expected " + e.expected() + ", found " + e.actual());
    }
  }

  /// A file of the site could not be had.
  private static final class NotCopied extends Exception {
    private final transient Exported.Failed failed;

    NotCopied(Transferred.Failed why) {
      super(why.why());
      this.failed = new Exported.Failed(why.code(), why.why());
    }
  }

  private RefreshOutcome verify() throws ReleaseException {
    SiteMetadata source = new SiteMetadata(List.of(site));
    MetadataSource noting =
        (name, bytesMax) -> {
          Fetched answer = source.fetch(name, bytesMax);
          if (answer instanceof Fetched.Found found) {
            metadata.put(name, found.bytes());
          }
          return answer;
        };
    return switch (noting.fetch(FIRST_ROOT, TufLimits.STANDARD.rootBytes())) {
      case Fetched.Absent ignored ->
          new RefreshOutcome.Unreachable("SYNC-NO-SITE", "there is no metadata/" + FIRST_ROOT);
      case Fetched.Failed failed -> new RefreshOutcome.Unreachable(failed.code(), failed.why());
      case Fetched.Found root -> refreshed(noting, root.bytes());
    };
  }

  private RefreshOutcome refreshed(MetadataSource source, byte[] root) throws ReleaseException {
    MemoryTrust trust = new MemoryTrust(root);
    RefreshOutcome outcome =
        new Refresh(source, trust, clock, TufLimits.STANDARD, ReleaseLimits.STANDARD).run();
    newestRoot = trust.find("root").orElse(root);
    return outcome;
  }

  private Exported copy(TrustedRelease release) throws IOException, ReleaseException, NotCopied {
    if (!release.refused().isEmpty()) {
      var refused = release.refused().getFirst();
      return new Exported.Failed(
          refused.code(), "channel " + refused.channel() + ": " + refused.actual());
    }
    for (PublishedChannel channel : release.channels()) {
      for (SegmentRef segment : channel.segments()) {
        copy(Wanted.of(segment));
      }
      for (BlobRef blob : new LiveBlobs(channel, this::place).find()) {
        copy(Wanted.of(blob));
      }
    }
    for (Map.Entry<String, byte[]> file : metadata.entrySet()) {
      if (!file.getKey().equals(TIMESTAMP)) {
        write(file.getKey(), file.getValue());
      }
    }
    write(TIMESTAMP, metadata.getOrDefault(TIMESTAMP, new byte[0]));
    int acknowledged = copyAcknowledgement();
    transfer.clear();
    new Sweep(stick, kept).run();
    long bytes = 0;
    for (Path file : kept) {
      bytes += Files.size(file);
    }
    return new Exported.Done(kept.size(), bytes, release.freshUntil(), acknowledged);
  }

  /// One that the site's keys did not sign stays behind: the stick is good without it.
  ///
  /// @return how many terminals it names
  private int copyAcknowledgement() throws IOException {
    Path place = stick.resolve(Acknowledgement.NAME);
    Fetched answer =
        SiteMetadata.fetch(site, new SitePath.Acknowledged(), Acknowledgement.BYTES_MAX);
    if (answer instanceof Fetched.Found found) {
      try {
        var read = Acknowledgement.open(found.bytes(), newestRoot, clock.instant());
        kept.add(place);
        DurableFile.write(place, found.bytes());
        return read.terminals().size();
      } catch (ReportException e) {
        LOG.warn("SYNC-ACK-REFUSED: not put on the stick: {}", e.getMessage());
      }
    }
    if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      DurableFile.delete(place);
    }
    return 0;
  }

  private Path place(SegmentRef segment) {
    return stick.resolve(Wanted.of(segment).path().path());
  }

  private void copy(Wanted wanted) throws IOException, NotCopied {
    Path place = stick.resolve(wanted.path().path());
    kept.add(place);
    if (wanted.isAt(place)) {
      return;
    }
    switch (transfer.fetch(wanted)) {
      case Transferred.Done done -> {
        Files.createDirectories(place.getParent());
        DurableFile.moveInto(done.file(), place);
      }
      case Transferred.Failed failed -> throw new NotCopied(failed);
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path place = stick.resolve("metadata").resolve(name);
    kept.add(place);
    DurableFile.write(place, bytes);
  }
}
