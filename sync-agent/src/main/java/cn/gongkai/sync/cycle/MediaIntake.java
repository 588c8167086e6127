package cn.gongkai.sync.cycle;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.sync.transfer.Transferred;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Fetches what items of an applied release still wait for, small files first, and shows items as
/// they become complete instead of all at the end.
final class MediaIntake {

  private final ContentWriter writer;
  private final BlobIntake blobs;
  private final long revealBytes;
  private Optional<Transferred.Failed> failure = Optional.empty();

  MediaIntake(ContentWriter writer, BlobIntake blobs, long revealBytes) {
    this.writer = writer;
    this.blobs = blobs;
    this.revealBytes = revealBytes;
  }

  /// The first file that could not be had.
  Optional<Transferred.Failed> failure() {
    return failure;
  }

  /// Something to do while more is on its way.
  @FunctionalInterface
  interface Meanwhile {
    void run() throws StoreException;
  }

  void run(Meanwhile meanwhile) throws IOException, StoreException {
    Deque<BlobRef> left = new ArrayDeque<>(writer.missingBlobs());
    boolean goOn = true;
    while (goOn && !left.isEmpty()) {
      meanwhile.run();
      goOn = blobs.fetch(batch(left), Long.MAX_VALUE);
      failure = failure.or(blobs::failure);
      writer.revealReady();
    }
    writer.revealReady();
  }

  private List<BlobRef> batch(Deque<BlobRef> left) {
    List<BlobRef> batch = new ArrayList<>();
    for (long bytes = 0; bytes < revealBytes && !left.isEmpty(); ) {
      BlobRef next = left.removeFirst();
      batch.add(next);
      bytes += next.length();
    }
    return batch;
  }
}
