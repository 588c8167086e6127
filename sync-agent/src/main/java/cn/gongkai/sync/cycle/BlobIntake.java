package cn.gongkai.sync.cycle;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.transfer.Failpoints;
import cn.gongkai.sync.transfer.Transfer;
import cn.gongkai.sync.transfer.Transferred;
import cn.gongkai.sync.transfer.Wanted;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Fetches blobs, small ones first, and hands each to the store as soon as it is verified. One that
/// cannot be had, or for which there is no room, keeps no other from coming.
final class BlobIntake {

  /// Failures of a file rather than of the line: fetching others may still go well.
  private static final Set<String> OF_THE_FILE =
      Set.of("SYNC-FILE-MISSING", "SYNC-FILE-HASH", "SYNC-FILE-LENGTH", "SYNC-RANGE", "SYNC-CUT");

  private final Transfer transfer;
  private final ContentWriter writer;
  private final Room room;
  private final SyncLimits limits;
  private final Progress progress;
  private final Failpoints failpoints;
  private final Predicate<BlobRef> timely;
  private int files;
  private long bytes;
  private Optional<Transferred.Failed> failure = Optional.empty();

  /// @param timely false for a file that is to be left for later
  BlobIntake(
      Transfer transfer,
      ContentWriter writer,
      Room room,
      SyncLimits limits,
      Progress progress,
      Failpoints failpoints,
      Predicate<BlobRef> timely) {
    this.timely = timely;
    this.transfer = transfer;
    this.writer = writer;
    this.room = room;
    this.limits = limits;
    this.progress = progress;
    this.failpoints = failpoints;
  }

  static boolean isOfTheFile(Transferred.Failed failure) {
    return OF_THE_FILE.contains(failure.code());
  }

  int files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  /// The first file that could not be had.
  Optional<Transferred.Failed> failure() {
    return failure;
  }

  /// Fetches what fits into a budget. Forgets earlier failures.
  ///
  /// @return false where the line failed, so that going on is of no use
  boolean fetch(Collection<BlobRef> blobs, long bytesMax) throws IOException, StoreException {
    List<BlobRef> missing =
        blobs.stream()
            .filter(blob -> !writer.hasBlob(blob))
            .filter(timely)
            .sorted(Comparator.comparingLong(BlobRef::length))
            .toList();
    failure = Optional.empty();
    long left = bytesMax;
    long done = 0;
    for (BlobRef blob : missing) {
      left -= blob.length();
      if (left < 0) {
        return true;
      }
      progress.at("files", ++done, missing.size());
      Optional<Transferred.Failed> failed = fetch(blob);
      if (failure.isEmpty()) {
        failure = failed;
      }
      if (failed.isPresent() && !isOfTheFile(failed.get()) && !isOfTheTerminal(failed.get())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfTheTerminal(Transferred.Failed failure) {
    return failure.code().equals("SYNC-DISK-FULL") || failure.code().equals("SYNC-FILE-SIZE");
  }

  private Optional<Transferred.Failed> fetch(BlobRef blob) throws IOException, StoreException {
    if (blob.length() > limits.blobBytesMax()) {
      return Optional.of(
          new Transferred.Failed(
              "SYNC-FILE-SIZE",
              "%s has %d bytes, at most %d are fetched"
                  .formatted(blob.sha256(), blob.length(), limits.blobBytesMax())));
    }
    Optional<String> shortage = room.findShortage(blob.length());
    if (shortage.isPresent()) {
      return Optional.of(new Transferred.Failed("SYNC-DISK-FULL", shortage.get()));
    }
    return switch (transfer.fetch(Wanted.of(blob))) {
      case Transferred.Done arrived -> {
        writer.acceptBlob(blob, arrived.file());
        failpoints.pass(Failpoints.Point.BLOB_MOVED);
        files++;
        bytes += arrived.bytesFetched();
        yield Optional.empty();
      }
      case Transferred.Failed failed -> Optional.of(failed);
    };
  }
}
