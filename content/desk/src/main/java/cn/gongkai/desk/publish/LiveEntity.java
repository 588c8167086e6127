package cn.gongkai.desk.publish;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.desk.index.ItemFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of a published entity: enough to see whether it has changed and which pages
/// show it, not its text.
///
/// @param hash of its JSON
/// @param revision of an item; 1 for anything else
/// @param blobs by SHA-256
/// @param targets of an item's relations
/// @param place where an item is listed; empty for anything else
record LiveEntity(
    String hash, int revision, List<String> blobs, List<ItemId> targets, Optional<Place> place) {

  /// A place in the list of a column.
  record Place(String column, Instant publishedAt, ItemId id) {}

  static LiveEntity of(Entity entity, String json) {
    String hash = HeadDigest.hash(json);
    return entity instanceof Item item
        ? new LiveEntity(
            hash,
            item.revision(),
            item.blobs().stream().map(BlobRef::sha256).toList(),
            item.relations().stream().map(Relation::target).toList(),
            Optional.of(
                new Place(
                    item.column().value(),
                    Instant.ofEpochSecond(item.metadata().publishedAt().toEpochSecond()),
                    item.id())))
        : ofStructure(hash);
  }

  static LiveEntity ofStructure(String hash) {
    return new LiveEntity(hash, 1, List.of(), List.of(), Optional.empty());
  }

  static LiveEntity of(ItemFacts facts) {
    return new LiveEntity(
        facts.hash(),
        facts.revision(),
        facts.blobs(),
        facts.relations().stream().map(Relation::target).toList(),
        Optional.of(
            new Place(
                facts.column().value(),
                Instant.ofEpochSecond(facts.publishedAt().toEpochSecond()),
                facts.id())));
  }
}
