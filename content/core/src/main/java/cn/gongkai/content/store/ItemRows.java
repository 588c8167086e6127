package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rows of an item. It has them as soon as it is stored, and is shown (in lists, by relations,
/// in search) from when all its blobs are here. One that is shown already stays as it was until the
/// blobs of its later state are here.
///
/// A transaction begins with [#begin] and ends with [#finish]: only then do the words of what was
/// shown in it go into the search index.
final class ItemRows {

  private static final Logger LOG = LoggerFactory.getLogger(ItemRows.class);

  private record Known(long id, boolean shown) {}

  private final Database database;
  private final BlobFolder blobs;
  private final StoreLimits limits;
  private final SearchRows search;
  private final Listing listing;
  private final RowIds rowIds;
  private final NextVersions next;

  ItemRows(Database database, BlobFolder blobs, StoreLimits limits) {
    this.database = database;
    this.blobs = blobs;
    this.limits = limits;
    this.search = new SearchRows(database, limits);
    this.listing = new Listing(database, limits);
    this.rowIds = new RowIds(database);
    this.next = new NextVersions(database, blobs, limits);
  }

  /// Forgets what the last transaction made, which may have been taken back.
  void begin() throws StoreException {
    listing.branches().reload();
    search.begin();
  }

  /// Shows what can be shown and makes it findable.
  ///
  /// @return how many items are shown by this call
  int finish() throws StoreException {
    listing.branches().update();
    int shown = showReady();
    search.finish();
    return shown;
  }

  /// Stores the item in place of an earlier state of it, and shows it where its blobs are here.
  void put(ItemTexts texts) throws StoreException {
    Item item = texts.item();
    boolean shown = item.blobs().stream().allMatch(blobs::has);
    if (!shown && isShown(item.key())) {
      next.put(texts);
      return;
    }
    remove(item.key());
    long id = rowIds.free(item.metadata().publishedAt());
    database.update(ItemValues.INSERT, ItemValues.of(id, shown, item, texts.characters()));
    database.update("INSERT INTO card(id, z) VALUES(?, ?)", id, texts.card());
    database.update("INSERT INTO body(id, z) VALUES(?, ?)", id, texts.body());
    database.update("INSERT INTO item_json(id, z) VALUES(?, ?)", id, texts.json());
    for (BlobRef blob : item.blobs()) {
      database.update(
          "INSERT OR IGNORE INTO item_blob(sha, item, length) VALUES(?, ?, ?)",
          blob.sha256(),
          id,
          blob.length());
    }
    if (shown) {
      listing.insert(id, item);
      search.insertLater(id);
    }
  }

  private boolean isShown(String key) throws StoreException {
    return database.number("SELECT shown FROM item WHERE key = ?", key) == 1;
  }

  /// @return false where there was none
  boolean remove(String key) throws StoreException {
    Optional<Known> found =
        database.find(
            "SELECT id, shown FROM item WHERE key = ?",
            r -> new Known(r.getLong(1), r.getBoolean(2)),
            key);
    if (found.isEmpty()) {
      return false;
    }
    next.remove(key);
    Known known = found.get();
    if (known.shown()) {
      hide(known.id());
    }
    database.update(
        "INSERT OR IGNORE INTO doomed_blob(sha) SELECT sha FROM item_blob WHERE item = ?",
        known.id());
    removeRows(known.id());
    return true;
  }

  private void removeRows(long id) throws StoreException {
    for (String table : List.of("card", "body", "item_json", "item")) {
      database.update("DELETE FROM " + table + " WHERE id = ?", id);
    }
    database.update("DELETE FROM item_blob WHERE item = ?", id);
  }

  /// Removes the rows of a damaged item, which is to come again. What the search index holds of it
  /// stays: [SearchRows#setOutdated].
  void discard(String key) throws StoreException {
    for (long id : database.list("SELECT id FROM item WHERE key = ?", r -> r.getLong(1), key)) {
      listing.removeUnread(id);
      removeRows(id);
    }
    next.remove(key);
  }

  /// Shows the items whose last blob has arrived, in place of what was shown of them before.
  private int showReady() throws StoreException {
    int shown = 0;
    for (ItemTexts later : next.ready()) {
      put(later);
      shown++;
    }
    for (long id : hidden()) {
      Optional<Item> item = isReady(id) ? findItem(id) : Optional.empty();
      if (item.isPresent()) {
        listing.insert(id, item.get());
        search.insertLater(id);
        database.update("UPDATE item SET shown = 1 WHERE id = ?", id);
        shown++;
      }
    }
    return shown;
  }

  private List<Long> hidden() throws StoreException {
    return database.list("SELECT id FROM item WHERE shown = 0", r -> r.getLong(1));
  }

  /// Items whose waiting later state is not what was signed.
  List<EntityRef> damagedLater() throws StoreException {
    return next.damaged();
  }

  /// Blobs for which stored items wait, each once.
  Set<BlobRef> missing() throws StoreException {
    Set<BlobRef> missing = new HashSet<>(next.missing());
    for (long id : hidden()) {
      findItem(id).stream()
          .flatMap(item -> item.blobs().stream())
          .filter(blob -> !blobs.has(blob))
          .forEach(missing::add);
    }
    return missing;
  }

  private boolean isReady(long id) throws StoreException {
    return database
        .list(
            "SELECT sha, length FROM item_blob WHERE item = ?",
            r -> blobs.has(r.getString(1), r.getLong(2)),
            id)
        .stream()
        .allMatch(here -> here);
  }

  /// Empty where its text cannot be read.
  private Optional<Item> findItem(long id) throws StoreException {
    try {
      String words = Packing.unpack(packed("body", id), limits.entityBytes());
      String json = Packing.unpack(packed("item_json", id), limits.entityBytes(), words);
      return Optional.of(Structure.read(json, Item.class));
    } catch (StoreException e) {
      if (!e.isOfOneText()) {
        throw e;
      }
      LOG.warn("the item in row {} is left out: {}", id, e.getMessage());
      return Optional.empty();
    }
  }

  private byte[] packed(String table, long id) throws StoreException {
    return database
        .find("SELECT z FROM " + table + " WHERE id = ?", r -> r.getBytes(1), id)
        .orElseThrow(() -> new StoreException("STORE-TEXT", "row " + id + " is not in " + table));
  }

  /// Where the item's own text cannot be read its rows are looked for one by one.
  private void hide(long id) throws StoreException {
    Optional<Item> item = findItem(id);
    if (item.isPresent()) {
      listing.remove(id, item.get());
    } else {
      listing.removeUnread(id);
    }
    search.remove(id);
  }
}
