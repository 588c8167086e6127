package cn.gongkai.content.store;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.search.ItemWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of an item. It has them as soon as it is stored, and is shown (in lists, by relations,
/// in search) from when all its blobs are here. One that is shown already stays as it was until the
/// blobs of its later state are here.
final class ItemRows {

  /// Days of the calendar begin here wherever a date alone says when something ends.
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int CLASS_DIGITS = 2;

  private static final String INSERT =
      """
      INSERT INTO item(id, key, shown, title, column_id, division, publisher, year, published,
        docno, indexno, short, stated, effective, expires, invalidated, until, classes,
        characters)
      VALUES(?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private record Known(long id, boolean shown) {}

  private final Database database;
  private final BlobFolder blobs;
  private final StoreLimits limits;
  private final SearchRows search;
  private final Branches branches;
  private final RowIds rowIds;
  private final NextVersions next;

  ItemRows(Database database, BlobFolder blobs, StoreLimits limits) {
    this.database = database;
    this.blobs = blobs;
    this.limits = limits;
    this.search = new SearchRows(database);
    this.branches = new Branches(database, limits);
    this.rowIds = new RowIds(database);
    this.next = new NextVersions(database, blobs, limits);
  }

  /// Stores the item in place of an earlier state of it, and shows it where its blobs are here.
  void put(Item item, String json) throws StoreException {
    boolean here = item.blobs().stream().allMatch(blobs::has);
    if (!here && isShown(item.key())) {
      next.put(item, json);
      return;
    }
    remove(item.key());
    long id = rowIds.free(item.metadata().publishedAt());
    String words = ItemWords.of(item);
    insertRow(id, item, words);
    database.update(
        "INSERT INTO card(id, z) VALUES(?, ?)", id, Packing.pack(EntityJson.write(item.summary())));
    database.update("INSERT INTO body(id, z) VALUES(?, ?)", id, Packing.pack(words));
    database.update("INSERT INTO item_json(id, z) VALUES(?, ?)", id, Packing.pack(json, words));
    for (BlobRef blob : item.blobs()) {
      database.update(
          "INSERT OR IGNORE INTO item_blob(sha, item, length) VALUES(?, ?, ?)",
          blob.sha256(),
          id,
          blob.length());
    }
    if (here) {
      show(id, item, words);
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
    for (String table : List.of("card", "body", "item_json", "item")) {
      database.update("DELETE FROM " + table + " WHERE id = ?", known.id());
    }
    database.update("DELETE FROM item_blob WHERE item = ?", known.id());
    return true;
  }

  /// Shows the items whose last blob has arrived, in place of what was shown of them before.
  ///
  /// @return how many
  int showReady() throws StoreException {
    int shown = 0;
    for (NextVersions.Next later : next.ready()) {
      put(later.item(), later.json());
      shown++;
    }
    for (long id : database.list("SELECT id FROM item WHERE shown = 0", r -> r.getLong(1))) {
      if (isReady(id)) {
        Item item = item(id);
        show(id, item, words(id));
        shown++;
      }
    }
    return shown;
  }

  /// Blobs for which stored items wait, each once.
  Set<BlobRef> missing() throws StoreException {
    Set<BlobRef> missing = new HashSet<>(next.missing());
    for (long id : database.list("SELECT id FROM item WHERE shown = 0", r -> r.getLong(1))) {
      for (BlobRef blob : item(id).blobs()) {
        if (!blobs.has(blob)) {
          missing.add(blob);
        }
      }
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

  private Item item(long id) throws StoreException {
    String json = Packing.unpack(packed("item_json", id), limits.entityBytes(), words(id));
    return Structure.read(json, Item.class);
  }

  private String words(long id) throws StoreException {
    return Packing.unpack(packed("body", id), limits.entityBytes());
  }

  private byte[] packed(String table, long id) throws StoreException {
    return database
        .find("SELECT z FROM " + table + " WHERE id = ?", r -> r.getBytes(1), id)
        .orElseThrow(
            () -> new StoreException("STORE-CORRUPT", "row " + id + " is not in " + table));
  }

  private void show(long id, Item item, String words) throws StoreException {
    branches.insert(id, item.column());
    for (String topic : new HashSet<>(item.topics())) {
      database.update("INSERT INTO in_topic(topic, item) VALUES(?, ?)", topic, id);
    }
    for (String theme : themes(item)) {
      database.update("INSERT INTO in_theme(theme, item) VALUES(?, ?)", theme, id);
    }
    for (Relation relation : new HashSet<>(item.relations())) {
      database.update(
          "INSERT INTO relation(target, kind, item) VALUES(?, ?, ?)",
          relation.target().value(),
          relation.kind().name(),
          id);
    }
    search.insert(id, item, words);
    database.update("UPDATE item SET shown = 1 WHERE id = ?", id);
  }

  private void hide(long id) throws StoreException {
    Item item = item(id);
    branches.remove(id, item.column());
    for (String topic : item.topics()) {
      database.update("DELETE FROM in_topic WHERE topic = ? AND item = ?", topic, id);
    }
    for (String theme : themes(item)) {
      database.update("DELETE FROM in_theme WHERE theme = ? AND item = ?", theme, id);
    }
    for (Relation relation : item.relations()) {
      database.update(
          "DELETE FROM relation WHERE target = ? AND kind = ? AND item = ?",
          relation.target().value(),
          relation.kind().name(),
          id);
    }
    search.remove(id, item, words(id));
  }

  /// Every theme code with the code of its class, so that either finds the item.
  private static Set<String> themes(Item item) {
    Set<String> themes = classes(item);
    themes.addAll(item.metadata().themes());
    return themes;
  }

  private static Set<String> classes(Item item) {
    Set<String> classes = new HashSet<>();
    for (String code : item.metadata().themes()) {
      classes.add(code.substring(0, Math.min(CLASS_DIGITS, code.length())));
    }
    return classes;
  }

  private void insertRow(long id, Item item, String words) throws StoreException {
    OfficialMetadata metadata = item.metadata();
    database.update(
        INSERT,
        id,
        item.key(),
        item.title(),
        item.column().value(),
        metadata.division().value(),
        metadata.publisher(),
        metadata.publishedAt().getYear(),
        metadata.publishedAt().toEpochSecond(),
        metadata.documentNumber().map(Object::toString).orElse(null),
        metadata.indexNumber().map(Object::toString).orElse(null),
        ShortPath.of(item.id()).value(),
        metadata.stated().name(),
        day(metadata.effectiveOn()),
        day(metadata.expiresOn()),
        day(metadata.invalidatedOn()),
        until(item),
        String.join(",", new TreeSet<>(classes(item))),
        words.length());
  }

  private static @Nullable Long day(Optional<LocalDate> date) {
    return date.map(LocalDate::toEpochDay).orElse(null);
  }

  /// Second from which the item is not shown any more: what the publisher set, or the day on which
  /// a credit entry must be taken down or the day after a code's last.
  private static @Nullable Long until(Item item) {
    Stream<Long> ends =
        Stream.of(
                item.metadata().onlineUntil().map(end -> end.toEpochSecond()),
                item.details() instanceof Details.CreditEntry entry
                    ? entry.removeOn().map(ItemRows::startOf)
                    : Optional.<Long>empty(),
                item.details() instanceof Details.Code code
                    ? code.expiresOn().map(last -> startOf(last.plusDays(1)))
                    : Optional.<Long>empty())
            .flatMap(Optional::stream);
    return ends.min(Long::compare).orElse(null);
  }

  private static long startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toEpochSecond();
  }
}
