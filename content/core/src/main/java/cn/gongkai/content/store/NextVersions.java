package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import java.util.HashSet;
import java.util.List;
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

  private List<Next> all() throws StoreException {
    return database.list(
        "SELECT z FROM next_item ORDER BY key",
        row -> {
          String json = Packing.unpack(row.getBytes(1), limits.entityBytes());
          return new Next(Structure.read(json, Item.class), json);
        });
  }
}
