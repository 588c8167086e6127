package cn.gongkai.sync.cycle;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.StoreException;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.transfer.Failpoints;
import cn.gongkai.sync.transfer.Failpoints.Point;
import cn.gongkai.sync.transfer.Transfer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what a release publishes into the store, channel by channel fetched, together applied.
///
/// A township's channel that is wrong in any way is left as it is and harms no other; where the
/// county's is wrong nothing is changed.
final class ReleaseIntake {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseIntake.class);

  /// Failures of what is applied, not of the store.
  private static final Set<String> OF_THE_CONTENT =
      Set.of("STORE-DIGEST", "STORE-NAMESPACE", "STORE-LIMIT");

  private final ContentWriter writer;
  private final Transfer transfer;
  private final Room room;
  private final SyncLimits limits;
  private final Progress progress;
  private final Failpoints failpoints;
  private final List<SegmentIntake> intakes = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  ReleaseIntake(
      ContentWriter writer,
      Transfer transfer,
      Room room,
      SyncLimits limits,
      Progress progress,
      Failpoints failpoints) {
    this.writer = writer;
    this.transfer = transfer;
    this.room = room;
    this.limits = limits;
    this.progress = progress;
    this.failpoints = failpoints;
  }

  /// A township's channel that stays as it is.
  record Refusal(String channel, SyncOutcome why) {}

  List<Refusal> refused() {
    return refused;
  }

  boolean isEmpty() {
    return intakes.stream().allMatch(SegmentIntake::isEmpty);
  }

  long changes() {
    return intakes.stream().mapToLong(SegmentIntake::changes).sum();
  }

  int files() {
    return intakes.stream().mapToInt(SegmentIntake::files).sum();
  }

  long bytes() {
    return intakes.stream().mapToLong(SegmentIntake::bytes).sum();
  }

  List<ChannelHead> heads() {
    return intakes.stream().map(intake -> intake.channel().head()).toList();
  }

  /// Something done for one channel.
  @FunctionalInterface
  private interface Work {
    void run() throws Interruption, ReleaseException, StoreException, IOException;
  }

  /// @return false where the channel is a township's and was refused
  private boolean isolate(PublishedChannel channel, Work work)
      throws Interruption, ReleaseException, StoreException, IOException {
    try {
      work.run();
      return true;
    } catch (Interruption e) {
      if (!channel.channel().isTown() || !e.isOfTheChannel()) {
        throw e;
      }
      refuse(channel, e.outcome());
    } catch (ReleaseException e) {
      if (!channel.channel().isTown() || e.kind() != ReleaseException.Kind.REFUSED) {
        throw e;
      }
      refuse(channel, new SyncOutcome.Refused(e.code(), e.expected(), e.actual()));
    } catch (StoreException e) {
      if (!channel.channel().isTown() || !OF_THE_CONTENT.contains(e.code())) {
        throw e;
      }
      refuse(channel, new SyncOutcome.Interrupted(e.code(), String.valueOf(e.getMessage())));
    }
    return false;
  }

  private void refuse(PublishedChannel channel, SyncOutcome why) {
    LOG.warn("channel {} stays as it is: {}", channel.channel(), why.describe());
    refused.add(new Refusal(channel.channel().name(), why));
  }

  /// Fetches and reads the segments that are needed, and the smaller blobs they name.
  void fetch(TrustedRelease release, BlobIntake blobs)
      throws Interruption, ReleaseException, StoreException, IOException {
    Map<String, ChannelHead> proven = new HashMap<>();
    writer.provenHeads().forEach(head -> proven.put(head.channel().name(), head));
    long budget = limits.blobsFirstBytesMax();
    for (PublishedChannel channel : release.channels()) {
      Authority authority = release.authority(channel.channel());
      SegmentIntake intake = new SegmentIntake(channel, authority, transfer, room, progress);
      Optional<ChannelHead> held = Optional.ofNullable(proven.get(channel.channel().name()));
      long before = blobs.bytes();
      long left = budget;
      if (isolate(channel, () -> fetch(intake, held, blobs, left))) {
        intakes.add(intake);
      }
      budget -= blobs.bytes() - before;
    }
  }

  private void fetch(
      SegmentIntake intake, Optional<ChannelHead> held, BlobIntake blobs, long budget)
      throws Interruption, ReleaseException, StoreException, IOException {
    intake.fetch(held, writer.findAuthority(intake.channel().channel()));
    if (intake.isEmpty()) {
      return;
    }
    List<BlobRef> missing = intake.blobs().stream().filter(blob -> !writer.hasBlob(blob)).toList();
    Optional<String> shortage =
        room.findShortage(missing.stream().mapToLong(BlobRef::length).max().orElse(0));
    if (shortage.isPresent()) {
      // Applied without them, items that are shown would be hidden.
      throw Interruption.ofChannel(new SyncOutcome.Failed("SYNC-DISK-FULL", shortage.get()));
    }
    if (!blobs.fetch(missing, budget)) {
      var failed = blobs.failure().orElseThrow();
      throw new Interruption(new SyncOutcome.Interrupted(failed.code(), failed.why()));
    }
  }

  /// Applies what was fetched in one transaction. Where that does not add up each channel is tried
  /// by itself, and once more from its base.
  void apply() throws Interruption, ReleaseException, StoreException, IOException {
    if (isEmpty()) {
      return;
    }
    try {
      apply(intakes);
    } catch (StoreException e) {
      if (!OF_THE_CONTENT.contains(e.code())) {
        throw e;
      }
      LOG.warn("the release does not add up; trying its channels one by one", e);
      for (SegmentIntake intake : List.copyOf(intakes)) {
        if (!isolate(intake.channel(), () -> applyAlone(intake))) {
          intakes.remove(intake);
        }
      }
    }
    for (SegmentIntake intake : intakes) {
      intake.forget();
    }
  }

  private void applyAlone(SegmentIntake intake)
      throws Interruption, ReleaseException, StoreException, IOException {
    try {
      apply(List.of(intake));
    } catch (StoreException e) {
      if (!e.code().equals("STORE-DIGEST")) {
        throw e;
      }
      intake.fetchAnew();
      apply(List.of(intake));
    }
  }

  private void apply(List<SegmentIntake> together)
      throws ReleaseException, StoreException, IOException {
    try (ContentWriter.Apply apply = writer.begin()) {
      for (SegmentIntake intake : together) {
        intake.applyTo(apply);
        failpoints.pass(Point.IN_TRANSACTION);
      }
      failpoints.pass(Point.BEFORE_COMMIT);
      apply.commit(together.stream().map(intake -> intake.channel().head()).toList());
    }
    failpoints.pass(Point.AFTER_COMMIT);
  }
}
