package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentPlan;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One channel of a site as it is published now, read back from the site's own signed metadata and
/// segments, and checked against the signed digest.
///
/// Where the publisher's index stands for what has not changed, only the rest is here.
///
/// @param published empty before the first release of the channel
record PublishedState(
    Channel channel, Optional<PublishedChannel> published, SortedMap<EntityRef, LiveEntity> live) {

  static PublishedState none(Channel channel) {
    return new PublishedState(channel, Optional.empty(), new TreeMap<>(HeadDigest.ORDER));
  }

  long sequence() {
    return published.map(p -> p.head().sequence()).orElse(0L);
  }

  /// @throws PublishException `PUBLISH-BROKEN` where the segments are not what was signed
  static PublishedState read(PublishedChannel published, SegmentFolder segments)
      throws PublishException, ReleaseException {
    PublishedState state =
        new PublishedState(
            published.channel(), Optional.of(published), new TreeMap<>(HeadDigest.ORDER));
    ChannelHead head = published.head();
    if (head.sequence() > 0) {
      switch (SegmentPlan.fromBase(head.sequence(), published.segments())) {
        case SegmentPlan.Steps steps -> {
          for (SegmentRef segment : steps.segments()) {
            state.apply(segments, segment);
          }
        }
        case SegmentPlan.AtHead ignored -> {}
        case SegmentPlan.Behind ignored -> throw broken(published.channel());
        case SegmentPlan.NoWay ignored -> throw broken(published.channel());
      }
    }
    HeadDigest digest = new HeadDigest();
    state.live.forEach((ref, entity) -> digest.add(ref, entity.hash()));
    ChannelHead found = digest.toHead(published.channel(), head.sequence(), head.asOf());
    if (!found.digest().equals(head.digest())) {
      throw broken(published.channel());
    }
    return state;
  }

  private static PublishException broken(Channel channel) {
    return new PublishException(
        "PUBLISH-BROKEN", "the segments of " + channel + " are not what its metadata says");
  }

  private void apply(SegmentFolder segments, SegmentRef segment) throws ReleaseException {
    try (SegmentReader reader = segments.open(segment)) {
      Optional<NumberedChange> next = reader.next();
      while (next.isPresent()) {
        switch (next.get().change()) {
          case Change.Put put -> live.put(put.ref(), LiveEntity.of(put.entity(), put.json()));
          case Change.Delete delete -> live.remove(delete.ref());
        }
        next = reader.next();
      }
    }
  }

  /// Blobs that the channel's items use.
  Set<String> blobs() {
    Set<String> blobs = new HashSet<>();
    live.values().forEach(entity -> blobs.addAll(entity.blobs()));
    return blobs;
  }
}
