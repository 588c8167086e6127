package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.HeadDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Later states of items that are shown as they were, because files of the later one are not here
/// yet. Nobody reads them before they take the place of the earlier ones.
final class NextVersions {

  private final Database database;
  private final BlobFolder blobs;
  private final StoreLimits limits;

  NextVersions(Database database, BlobFolder blobs, StoreLimits limits) {
    this.database = database;
    this.blobs = blobs;
    this.limits = limits;
  }

  /// A later state, with the very text that was signed.
  private record Next(Item item, String json) {}

  void put(ItemTexts texts) throws StoreException {
    Item item = texts.item();
    remove(item.key());
    String words = Packing.unpack(texts.body(), limits.entityBytes());
    String json = Packing.unpack(texts.json(), limits.entityBytes(), words);
    try (Packer packer = new Packer()) {
      database.update("INSERT INTO next_item(key, z) VALUES(?, ?)", item.key(), packer.pack(json));
    }
    for (BlobRef blob : item.blobs()) {
      database.update(
          "INSERT OR IGNORE INTO next_blob(sha, key) VALUES(?, ?)", blob.sha256(), item.key());
    }
  }

  void remove(String key) throws StoreException {
    if (database.update("DELETE FROM next_item WHERE key = ?", key) > 0) {
      database.update(
          "INSERT OR IGNORE INTO doomed_blob(sha) SELECT sha FROM next_blob WHERE key = ?", key);
      database.update("DELETE FROM next_blob WHERE key = ?", key);
    }
  }

  /// Those whose files have all arrived.
  List<ItemTexts> ready() throws StoreException {
    try (Packer packer = new Packer()) {
      return all().stream()
          .filter(next -> next.item().blobs().stream().allMatch(blobs::has))
          .map(next -> ItemTexts.of(next.item(), next.json(), packer))
          .toList();
    }
  }

  Set<BlobRef> missing() throws StoreException {
    Set<BlobRef> missing = new HashSet<>();
    for (Next next : all()) {
      next.item().blobs().stream().filter(blob -> !blobs.has(blob)).forEach(missing::add);
    }
    return missing;
  }

  /// Items whose text here cannot be read, or is not the one that was signed.
  List<EntityRef> damaged() throws StoreException {
    List<EntityRef> damaged = new ArrayList<>();
    database.each(
        """
        SELECT n.key, e.sha, n.z FROM next_item n
          LEFT JOIN entity e ON e.kind = 'item' AND e.key = n.key""",
        row -> {
          String signed = row.getString(2);
          Optional<Next> next = find(row.getBytes(3));
          if (next.filter(n -> HeadDigest.hash(n.json()).equals(signed)).isEmpty()) {
            damaged.add(new EntityRef(EntityKind.ITEM, row.getString(1)));
          }
        });
    return damaged;
  }

  private List<Next> all() throws StoreException {
    List<Next> all = new ArrayList<>();
    database.each(
        "SELECT z FROM next_item ORDER BY key", row -> find(row.getBytes(1)).ifPresent(all::add));
    return all;
  }

  /// @return empty where it cannot be read: [Scrub] finds it
  private Optional<Next> find(byte[] packed) throws StoreException {
    try {
      String json = Packing.unpack(packed, limits.entityBytes());
      return Optional.of(new Next(Structure.read(json, Item.class), json));
    } catch (StoreException e) {
      if (!e.isOfOneText()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
