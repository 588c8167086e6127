package cn.gongkai.desk.publish;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.desk.authoring.Entry;
import cn.gongkai.desk.authoring.FileStamp;
import cn.gongkai.desk.authoring.ItemFile;
import cn.gongkai.desk.index.IndexRow;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Gives items whole: those that were read, and others by reading their sources now.
final class WholeItemReader implements PhonePages.WholeItems {

  private final PublishSession.Work work;
  private final RowItems items;
  private final Map<ItemId, Item> read;

  WholeItemReader(PublishSession.Work work, RowItems items) {
    this.work = work;
    this.items = items;
    this.read =
        work.content().items().stream()
            .map(Entry::entity)
            .collect(Collectors.toMap(Item::id, Function.identity()));
  }

  /// @throws PublishException `PUBLISH-FILE-CHANGED` where the source is not what was published
  @Override
  public Item get(ItemId id) throws PublishException {
    Item known = read.get(id);
    if (known != null) {
      return known;
    }
    IndexRow row = items.row(id).orElseThrow();
    ItemFile file =
        new ItemFile(row.file(), work.folder().root().resolve(row.file()), FileStamp.ABSENT);
    Optional<Item> item =
        work.folder().item(file, work.scan().structure()).entry().map(Entry::entity);
    int revision = row.facts(work.index().columns()).revision();
    String hash = HexFormat.of().formatHex(row.hash());
    return item.filter(
            i ->
                HeadDigest.hash(EntityJson.write(ChannelDiff.withRevision(i, revision)))
                    .equals(hash))
        .orElseThrow(
            () ->
                new PublishException(
                    "PUBLISH-FILE-CHANGED", row.file() + " changed while it was being published"));
  }
}
