package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.Compaction;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.tuf.PublishedChannel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;

/// Writes the segments of a channel's changes, and keeps the list of them short.
final class ChannelWriter {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final SegmentFolder folder;
  private final Instant asOf;

  /// Gives the head of a channel after its changes.
  interface Heads {
    ChannelHead head(
        Channel channel, long sequence, Instant asOf, SortedMap<EntityRef, LiveEntity> after);
  }

  ChannelWriter(SegmentFolder folder, Instant asOf) {
    this.folder = folder;
    this.asOf = asOf;
  }

  /// The text of what is withdrawn is taken out of every segment that is listed from now on; how
  /// they are divided stays as it is, so that a terminal of any age fetches little on such a day
  /// too.
  ///
  /// @param purge leave no segment that still holds earlier states
  PublishedChannel write(ChannelDiff diff, Heads heads, boolean purge) throws ReleaseException {
    Channel channel = diff.before().channel();
    List<SegmentRef> listed = new ArrayList<>();
    diff.before().published().ifPresent(p -> listed.addAll(p.segments()));
    long from = diff.before().sequence();
    long to = from + diff.size();
    if (!diff.isEmpty()) {
      SegmentHeader header =
          from == 0 ? SegmentHeader.base(channel, to) : SegmentHeader.delta(channel, from, to);
      AtomicLong number = new AtomicLong(from);
      listed.add(
          folder.write(
              header,
              asOf,
              diff.changes()
                  .map(change -> new NumberedChange(number.incrementAndGet(), change))
                  .iterator()));
    }
    List<SegmentRef> segments = purge ? purged(listed) : compacted(redacted(listed, diff));
    return new PublishedChannel(heads.head(channel, to, asOf, diff.after()), segments);
  }

  private List<SegmentRef> redacted(List<SegmentRef> listed, ChannelDiff diff)
      throws ReleaseException {
    Map<EntityRef, Change.Delete> withdrawn = new HashMap<>();
    diff.deletes().forEach(delete -> withdrawn.put(delete.ref(), delete));
    if (withdrawn.isEmpty()) {
      return listed;
    }
    List<SegmentRef> segments = new ArrayList<>();
    for (SegmentRef segment : listed) {
      segments.add(folder.redact(segment, withdrawn));
    }
    return segments;
  }

  private List<SegmentRef> compacted(List<SegmentRef> listed) throws ReleaseException {
    Compaction plan =
        Compaction.plan(listed, asOf.atOffset(CHINA).toLocalDate(), Compaction.Policy.STANDARD);
    List<SegmentRef> segments = new ArrayList<>(plan.merge(folder));
    List<SegmentRef> parts = plan.rebase();
    if (!parts.isEmpty()) {
      segments.removeIf(SegmentRef::base);
      segments.addFirst(folder.merge(parts));
    }
    return segments;
  }

  /// One base and one delta that hold only the last state of everything: the text of what was
  /// withdrawn or changed is in neither.
  private List<SegmentRef> purged(List<SegmentRef> listed) throws ReleaseException {
    List<SegmentRef> bases = listed.stream().filter(SegmentRef::base).toList();
    List<SegmentRef> deltas = listed.stream().filter(s -> !s.base()).toList();
    if (deltas.isEmpty()) {
      return listed;
    }
    SegmentRef base = bases.getLast();
    List<SegmentRef> chain = new ArrayList<>();
    chain.add(base);
    deltas.stream().filter(delta -> delta.to() > base.to()).forEach(chain::add);
    List<SegmentRef> segments = new ArrayList<>();
    segments.add(chain.size() > 1 ? folder.merge(chain) : base);
    segments.add(deltas.size() > 1 ? folder.merge(deltas) : deltas.getFirst());
    return segments;
  }
}
