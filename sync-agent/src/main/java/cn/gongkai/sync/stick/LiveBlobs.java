package cn.gongkai.sync.stick;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentPlan;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The blobs of what a channel publishes now: those of its last states, not of all it ever had.
final class LiveBlobs {

  private final PublishedChannel channel;
  private final Function<SegmentRef, Path> files;

  /// @param files where a segment lies
  LiveBlobs(PublishedChannel channel, Function<SegmentRef, Path> files) {
    this.channel = channel;
    this.files = files;
  }

  Set<BlobRef> find() throws ReleaseException {
    long head = channel.head().sequence();
    Map<EntityRef, Set<BlobRef>> live = new HashMap<>();
    switch (SegmentPlan.fromBase(head, channel.segments())) {
      case SegmentPlan.AtHead ignored -> {}
      case SegmentPlan.Steps steps -> {
        for (SegmentRef segment : steps.segments()) {
          read(segment, live);
        }
      }
      case SegmentPlan.NoWay ignored ->
          throw ReleaseException.refused("RELEASE-CHAIN", "segments up to " + head, "no chain");
      case SegmentPlan.Behind ignored ->
          throw ReleaseException.refused("RELEASE-BEHIND", "a head", head);
    }
    Set<BlobRef> blobs = new LinkedHashSet<>();
    live.values().forEach(blobs::addAll);
    return blobs;
  }

  private void read(SegmentRef segment, Map<EntityRef, Set<BlobRef>> live) throws ReleaseException {
    Path file = files.apply(segment);
    try (SegmentReader reader = SegmentReader.open(file, segment, ReleaseLimits.STANDARD)) {
      for (Optional<NumberedChange> next = reader.next(); next.isPresent(); next = reader.next()) {
        Change change = next.get().change();
        live.remove(change.ref());
        if (change instanceof Change.Put put
            && put.entity() instanceof Item item
            && !item.blobs().isEmpty()) {
          live.put(change.ref(), new LinkedHashSet<>(item.blobs()));
        }
      }
    }
  }
}
