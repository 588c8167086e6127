package cn.gongkai.desk.publish;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.authoring.ItemReading;
import cn.gongkai.desk.authoring.ItemReading.Dependency;
import cn.gongkai.desk.gate.Mentions;
import cn.gongkai.desk.gate.Verdict;
import cn.gongkai.desk.index.IndexRow;
import cn.gongkai.desk.index.ItemFacts;
import cn.gongkai.desk.index.NameTable;
import cn.gongkai.desk.index.PublisherIndex;
import cn.gongkai.desk.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// The rows of all items of the new release, sorted by id: those of unread items as they were, and
/// new ones for those that were read.
record ReleaseRows(List<IndexRow> rows, NameTable columns, NameTable channels) {

  /// @param doubtFrom see [Doubt#from]
  static ReleaseRows of(
      PublisherIndex index,
      FolderScan.Result scan,
      Verdict verdict,
      Map<EntityRef, LiveEntity> live,
      long doubtFrom)
      throws IOException {
    Map<String, List<Problem>> checked =
        verdict.problems().stream().collect(Collectors.groupingBy(Problem::file));
    Map<String, List<Verdict.Overridden>> overridden =
        verdict.overridden().stream().collect(Collectors.groupingBy(o -> o.problem().file()));
    List<IndexRow> rows = new ArrayList<>(scan.kept().size() + scan.read().size());
    for (IndexRow row : scan.kept()) {
      rows.add(row.modified() < doubtFrom ? row : row.withStamp(doubted(stamp(row), doubtFrom)));
    }
    for (ItemReading reading : scan.read()) {
      String file = reading.file().name();
      ItemFacts facts =
          facts(
              reading,
              live,
              checked.getOrDefault(file, List.of()),
              overridden.getOrDefault(file, List.of()),
              doubtFrom);
      rows.add(IndexRow.of(facts, index.columns(), index.channels()));
    }
    rows.sort(Comparator.comparing(IndexRow::id));
    return new ReleaseRows(rows, index.columns(), index.channels());
  }

  private static FileStamp stamp(IndexRow row) {
    return new FileStamp(row.size(), row.modified(), row.node());
  }

  private static FileStamp doubted(FileStamp stamp, long doubtFrom) {
    return stamp.isYoungerThan(doubtFrom) ? stamp.doubted() : stamp;
  }

  private static ItemFacts facts(
      ItemReading reading,
      Map<EntityRef, LiveEntity> live,
      List<Problem> checked,
      List<Verdict.Overridden> overridden,
      long doubtFrom) {
    Item item = reading.entry().orElseThrow().entity();
    LiveEntity now = java.util.Objects.requireNonNull(live.get(item.ref()));
    return new ItemFacts(
        reading.file().name(),
        doubted(reading.file().stamp(), doubtFrom),
        reading.sourceHash(),
        reading.dependencies().stream()
            .map(on -> new Dependency(on.name(), doubted(on.stamp(), doubtFrom)))
            .toList(),
        item.id(),
        now.hash(),
        now.revision(),
        item.column(),
        item.title(),
        item.metadata().publisher(),
        item.metadata().publishedAt(),
        item.relations(),
        Mentions.of(item),
        item.blobs().stream().map(BlobRef::sha256).toList(),
        reading.problems(),
        checked,
        overridden);
  }

  RowItems items() {
    return new RowItems(rows, columns);
  }

  /// Takes those blobs out that an item uses.
  void removeUsed(Set<String> blobs) {
    for (IndexRow row : blobs.isEmpty() ? List.<IndexRow>of() : rows) {
      if (row.hasBlobs()) {
        row.facts(columns).blobs().forEach(blobs::remove);
      }
    }
  }

  /// The head of a channel.
  ///
  /// @param structure the channel's entities that are no items, and others that are not looked at
  ChannelHead head(
      Channel channel, long sequence, Instant asOf, SortedMap<EntityRef, LiveEntity> structure) {
    HeadDigest digest = new HeadDigest();
    String items = EntityKind.ITEM.id();
    structure.forEach(
        (ref, entity) -> {
          if (ref.kind().id().compareTo(items) < 0) {
            digest.add(ref, entity.hash());
          }
        });
    short number = channels.numberOf(channel.name());
    for (IndexRow row : rows) {
      if (row.channel() == number) {
        digest.addItem(row.id(), row.hash());
      }
    }
    structure.forEach(
        (ref, entity) -> {
          if (ref.kind().id().compareTo(items) > 0) {
            digest.add(ref, entity.hash());
          }
        });
    return digest.toHead(channel, sequence, asOf);
  }
}
