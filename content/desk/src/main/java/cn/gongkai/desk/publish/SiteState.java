package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.index.IndexRow;
import cn.gongkai.desk.index.PublisherIndex;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A site as it is published now: where the index knows it, only what is to be compared; else all,
/// read back from its segments.
record SiteState(SortedMap<Channel, PublishedState> channels) {

  static SiteState of(Repository repository, SegmentFolder segments, PublishSession.Work work)
      throws PublishException, ReleaseException {
    SortedMap<Channel, PublishedState> states = new TreeMap<>();
    for (PublishedChannel channel : repository.channels()) {
      states.put(
          channel.channel(),
          work.index().isEmpty()
              ? PublishedState.read(channel, segments)
              : known(channel, segments, work));
    }
    return new SiteState(states);
  }

  PublishedState of(Channel channel) {
    return channels.getOrDefault(channel, PublishedState.none(channel));
  }

  private static PublishedState known(
      PublishedChannel published, SegmentFolder segments, PublishSession.Work work)
      throws ReleaseException {
    PublisherIndex index = work.index();
    for (SegmentRef segment : published.segments()) {
      requireWhole(segment, segments, index.segments());
    }
    SortedMap<EntityRef, LiveEntity> live = new TreeMap<>(HeadDigest.ORDER);
    if (published.channel().equals(Channel.COUNTY)) {
      index.structure().forEach((ref, hash) -> live.put(ref, LiveEntity.ofStructure(hash)));
    }
    work.scan().gone().forEach(row -> put(row, published.channel(), index, live));
    work.scan().replaced().values().forEach(row -> put(row, published.channel(), index, live));
    return new PublishedState(published.channel(), Optional.of(published), live);
  }

  private static void put(
      IndexRow row, Channel channel, PublisherIndex index, Map<EntityRef, LiveEntity> live) {
    if (Channel.of(row.ref()).equals(channel)) {
      live.put(row.ref(), LiveEntity.of(row.facts(index.columns())));
    }
  }

  /// A segment whose file was touched since the last time is read, which checks its hash.
  private static void requireWhole(
      SegmentRef segment, SegmentFolder segments, Map<String, FileStamp> known)
      throws ReleaseException {
    if (!FileStamp.of(segments.file(segment)).equals(known.get(segment.filePath()))) {
      try (SegmentReader reader = segments.open(segment)) {
        while (reader.next().isPresent()) {
          // Reading to the end is the check.
        }
      }
    }
  }
}
