package cn.gongkai.content.store;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.HeadDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads stored texts again and compares them with the signed ones, some at a time, going round. An
/// item whose text is another, or cannot be read, is forgotten: the digest of its channel then
/// differs from the published one, and the next sync fetches it anew.
final class Scrub {

  private static final Logger LOG = LoggerFactory.getLogger(Scrub.class);

  private static final String POSITION = "scrubbed";

  private final Database database;
  private final StoreLimits limits;
  private final Entities entities;
  private final ItemRows items;
  private final SearchRows search;

  /// @param last the row that was read last, 0 where the round is over
  private record Round(long last, List<EntityRef> damaged) {}

  Scrub(Database database, StoreLimits limits, ItemRows items) {
    this.database = database;
    this.limits = limits;
    this.entities = new Entities(database);
    this.items = items;
    this.search = new SearchRows(database, limits);
  }

  /// Looks at the next texts.
  ///
  /// @return how many items have been forgotten
  int run() throws StoreException {
    long from = Meta.find(database, POSITION).map(Long::parseLong).orElse(0L);
    Round round = look(from);
    if (round.damaged().isEmpty() && round.last() == from) {
      return 0;
    }
    database.run("BEGIN IMMEDIATE");
    try {
      Meta.set(database, POSITION, Long.toString(round.last()));
      if (!round.damaged().isEmpty()) {
        forget(round.damaged());
      }
      database.run("COMMIT");
      return round.damaged().size();
    } catch (StoreException e) {
      database.rollback(e);
      throw e;
    }
  }

  private Round look(long from) throws StoreException {
    List<EntityRef> damaged = new ArrayList<>(structure());
    damaged.addAll(items.damagedLater());
    List<Long> seen = new ArrayList<>();
    database.each(
        """
        SELECT i.id, i.key, c.z, b.z, j.z FROM item i LEFT JOIN card c ON c.id = i.id
          LEFT JOIN body b ON b.id = i.id LEFT JOIN item_json j ON j.id = i.id
        WHERE i.id > ? AND NOT EXISTS(SELECT 1 FROM next_item n WHERE n.key = i.key)
        ORDER BY i.id LIMIT ?""",
        row -> {
          seen.add(row.getLong(1));
          EntityRef ref = new EntityRef(EntityKind.ITEM, row.getString(2));
          if (!isSigned(ref, row.getBytes(3), row.getBytes(4), row.getBytes(5))) {
            damaged.add(ref);
          }
        },
        from,
        limits.scrubbed());
    return new Round(seen.size() < limits.scrubbed() ? 0 : seen.getLast(), damaged);
  }

  /// Damaged entities that are not items; there are few, so all are read each time.
  private List<EntityRef> structure() throws StoreException {
    List<EntityRef> damaged = new ArrayList<>();
    database.each(
        "SELECT kind, key, json FROM structure",
        row -> {
          EntityRef ref = new EntityRef(EntityKind.ofId(row.getString(1)), row.getString(2));
          Optional<String> signed = entities.findHash(ref);
          if (signed.isEmpty() || !signed.get().equals(HeadDigest.hash(row.getString(3)))) {
            damaged.add(ref);
          }
        });
    return damaged;
  }

  private boolean isSigned(EntityRef ref, byte[] card, byte[] body, byte[] json)
      throws StoreException {
    try {
      String words = Packing.unpack(body, limits.entityBytes());
      Optional<String> signed = entities.findHash(ref);
      String text = Packing.unpack(json, limits.entityBytes(), words);
      Structure.read(Packing.unpack(card, limits.entityBytes()), Item.class);
      return signed.isPresent() && signed.get().equals(HeadDigest.hash(text));
    } catch (StoreException e) {
      if (!e.isOfOneText()) {
        throw e;
      }
      return false;
    }
  }

  /// Which words of damaged items stand in the index is not known any more.
  private void forget(List<EntityRef> damaged) throws StoreException {
    for (EntityRef ref : damaged) {
      LOG.warn("STORE-TEXT: {} is not what was signed; it is to be fetched anew", ref);
      entities.remove(ref);
      if (ref.kind() == EntityKind.ITEM) {
        items.discard(ref.key());
        search.setOutdated();
      } else {
        new Structure(database).remove(ref);
      }
    }
    Meta.setGeneration(database, Meta.generation(database) + 1);
  }
}
