package cn.gongkai.sync.cycle;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentPlan;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.sync.transfer.Transfer;
import cn.gongkai.sync.transfer.Transferred;
import cn.gongkai.sync.transfer.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the segments that lead one channel from what is applied to what is published, and feeds
/// them to the store.
final class SegmentIntake {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentIntake.class);
  private static final ReleaseLimits READ = ReleaseLimits.STANDARD;

  private final PublishedChannel channel;
  private final Authority authority;
  private final Transfer transfer;
  private final Room room;
  private final Progress progress;
  private final List<Step> steps = new ArrayList<>();
  private long bytes;
  private long changes;

  SegmentIntake(
      PublishedChannel channel,
      Authority authority,
      Transfer transfer,
      Room room,
      Progress progress) {
    this.channel = channel;
    this.authority = authority;
    this.transfer = transfer;
    this.room = room;
    this.progress = progress;
  }

  /// A segment that has arrived.
  private record Step(SegmentRef segment, Path file) {}

  PublishedChannel channel() {
    return channel;
  }

  /// Fetches what leads on from what the store has proven to hold.
  ///
  /// A lower number than what is held is an old release, and refused; but where the keys were
  /// replaced since, what is held may be a thief's, and the channel is built anew.
  ///
  /// @param proven the channel's head recomputed from the store, empty where it holds nothing
  /// @param former who might sign what the store holds
  void fetch(Optional<ChannelHead> proven, Optional<Authority> former)
      throws Interruption, IOException {
    ChannelHead head = channel.head();
    long applied = proven.map(ChannelHead::sequence).orElse(0L);
    boolean differs =
        applied == head.sequence()
            && proven.isPresent()
            && !proven.get().digest().equals(head.digest());
    boolean setBack = applied > head.sequence() && former.filter(authority::supersedes).isPresent();
    if (setBack) {
      LOG.warn("{} goes back to {}: its keys were replaced", channel.channel(), head.sequence());
    }
    if (differs || setBack) {
      fetchAnew();
    } else {
      fetch(SegmentPlan.of(applied, head.sequence(), channel.segments()));
    }
  }

  /// Fetches the way from the base, whatever the store holds.
  void fetchAnew() throws Interruption, IOException {
    fetch(SegmentPlan.fromBase(channel.head().sequence(), channel.segments()));
  }

  private void fetch(SegmentPlan plan) throws Interruption, IOException {
    steps.clear();
    switch (plan) {
      case SegmentPlan.AtHead ignored -> {}
      case SegmentPlan.Behind behind ->
          throw Interruption.ofChannel(
              new SyncOutcome.Refused(
                  "RELEASE-BEHIND", "at least " + behind.applied(), "" + behind.head()));
      case SegmentPlan.NoWay noWay ->
          throw Interruption.ofChannel(
              new SyncOutcome.Refused(
                  "RELEASE-CHAIN",
                  "segments from " + noWay.applied() + " to " + noWay.head(),
                  "no chain"));
      case SegmentPlan.Steps found -> {
        for (SegmentRef segment : found.segments()) {
          steps.add(new Step(segment, fetch(segment)));
        }
      }
    }
  }

  private Path fetch(SegmentRef segment) throws Interruption, IOException {
    progress.at("changes", bytes, 0);
    if (segment.length() > READ.fileBytes()) {
      throw Interruption.ofChannel(
          new SyncOutcome.Refused(
              "RELEASE-SEGMENT-SIZE",
              "at most " + READ.fileBytes() + " bytes",
              segment.length() + " bytes"));
    }
    Optional<String> shortage = room.findShortage(segment.length());
    if (shortage.isPresent()) {
      throw Interruption.ofChannel(new SyncOutcome.Failed("SYNC-DISK-FULL", shortage.get()));
    }
    return switch (transfer.fetch(Wanted.of(segment))) {
      case Transferred.Done done -> {
        bytes += done.bytesFetched();
        yield done.file();
      }
      case Transferred.Failed failed -> {
        SyncOutcome outcome = new SyncOutcome.Interrupted(failed.code(), failed.why());
        throw BlobIntake.isOfTheFile(failed)
            ? Interruption.ofChannel(outcome)
            : new Interruption(outcome);
      }
    };
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  int files() {
    return steps.size();
  }

  long bytes() {
    return bytes;
  }

  long changes() {
    return changes;
  }

  /// Takes the segments away that have been applied.
  void forget() throws IOException {
    for (Step step : steps) {
      Files.deleteIfExists(step.file);
    }
  }

  /// Every blob that the fetched changes name. Reads all of them, so that after it each line of
  /// each segment is known to be one that the channel may carry.
  Set<BlobRef> blobs() throws ReleaseException {
    Set<BlobRef> blobs = new LinkedHashSet<>();
    for (Step step : steps) {
      try (SegmentReader reader = open(step)) {
        for (Optional<NumberedChange> next = reader.next();
            next.isPresent();
            next = reader.next()) {
          if (next.get().change() instanceof Change.Put put && put.entity() instanceof Item item) {
            blobs.addAll(item.blobs());
          }
        }
      }
    }
    return blobs;
  }

  void applyTo(ContentWriter.Apply apply) throws ReleaseException, StoreException {
    changes = 0;
    apply.setAuthority(channel.channel(), authority);
    for (Step step : steps) {
      if (step.segment.base()) {
        apply.startFromBase(step.segment.channel());
      }
      try (SegmentReader reader = open(step)) {
        for (Optional<NumberedChange> next = reader.next();
            next.isPresent();
            next = reader.next()) {
          apply.change(step.segment.channel(), next.get().change());
          changes++;
          if (changes % 1000 == 0) {
            progress.at("applying", changes, 0);
          }
        }
      }
    }
  }

  private static SegmentReader open(Step step) throws ReleaseException {
    return SegmentReader.open(step.file, step.segment, READ);
  }
}
