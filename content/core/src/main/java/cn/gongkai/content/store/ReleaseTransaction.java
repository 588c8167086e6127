package cn.gongkai.content.store;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The one transaction of a release: compares states instead of replaying, so that what is the same
/// already costs a look-up only.
final class ReleaseTransaction implements ContentWriter.Apply {

  private static final String NAMED =
      "CREATE TEMP TABLE IF NOT EXISTS named(channel TEXT, kind TEXT, key TEXT,"
          + " PRIMARY KEY(channel, kind, key)) WITHOUT ROWID";

  private final ContentWriter writer;
  private final Database database;
  private final StoreLimits limits;
  private final Entities entities;
  private final Structure structure;
  private final ItemIntake intake;
  private final Set<Channel> replaced = new HashSet<>();
  private final Set<Channel> touched = new HashSet<>();
  private boolean removed;
  private boolean open = true;

  ReleaseTransaction(ContentWriter writer, Database database, ItemRows items, StoreLimits limits)
      throws StoreException {
    this.writer = writer;
    this.database = database;
    this.limits = limits;
    this.entities = new Entities(database);
    this.structure = new Structure(database);
    this.intake = new ItemIntake(items);
    database.run(NAMED);
    database.run("DELETE FROM temp.named");
    database.run("BEGIN IMMEDIATE");
    items.begin();
  }

  @Override
  public void startFromBase(Channel channel) throws StoreException {
    requireOpen();
    touched.add(channel);
    if (!entities.hasAny(channel)) {
      return; // what follows is all there will be
    }
    replaced.add(channel);
    database.update("DELETE FROM temp.named WHERE channel = ?", channel.name());
  }

  @Override
  public void change(Channel channel, Change change) throws StoreException {
    requireOpen();
    EntityRef ref = change.ref();
    if (!mayCarry(channel, change)) {
      throw new StoreException("STORE-NAMESPACE", channel + " must not carry " + ref);
    }
    touched.add(channel);
    switch (change) {
      case Change.Put put -> {
        if (replaced.contains(channel)) {
          database.update(
              "INSERT OR IGNORE INTO temp.named(channel, kind, key) VALUES(?, ?, ?)",
              channel.name(),
              ref.kind().id(),
              ref.key());
        }
        put(put);
      }
      case Change.Delete ignored -> delete(ref);
    }
  }

  private static boolean mayCarry(Channel channel, Change change) {
    return switch (change) {
      case Change.Put put -> channel.mayCarry(put.entity());
      case Change.Delete delete -> Channel.of(delete.ref()).equals(channel);
    };
  }

  private void put(Change.Put put) throws StoreException {
    EntityRef ref = put.ref();
    byte[] bytes = put.json().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > limits.entityBytes()) {
      throw new StoreException(
          "STORE-LIMIT", ref + " has " + bytes.length + " bytes, at most " + limits.entityBytes());
    }
    String hash = Sha256.hex(bytes);
    var known = entities.findHash(ref);
    if (known.isPresent() && known.get().equals(hash)) {
      return;
    }
    removed |= known.isPresent();
    entities.put(ref, hash);
    Entity entity = put.entity();
    if (entity instanceof Item item) {
      intake.put(item, put.json());
    } else {
      structure.put(ref, put.json());
    }
  }

  private void delete(EntityRef ref) throws StoreException {
    if (!entities.remove(ref)) {
      return;
    }
    removed = true;
    if (ref.kind() == EntityKind.ITEM) {
      intake.remove(ref.key());
    } else {
      structure.remove(ref);
    }
  }

  @Override
  public void setAuthority(Channel channel, Authority authority) throws StoreException {
    requireOpen();
    Meta.setAuthority(database, channel, authority);
  }

  @Override
  public void commit(List<ChannelHead> heads) throws StoreException {
    requireOpen();
    for (Channel channel : replaced) {
      deleteUnnamed(channel);
    }
    check(heads);
    intake.finish();
    for (ChannelHead head : heads) {
      Meta.setHead(database, head);
    }
    Meta.setGeneration(database, Meta.generation(database) + 1);
    Meta.set(database, "applied_at", writer.now().toString());
    if (removed) {
      Meta.set(database, Purge.PENDING, "1");
    }
    database.run("COMMIT");
    open = false;
    intake.close();
    writer.tidy();
  }

  private void deleteUnnamed(Channel channel) throws StoreException {
    List<EntityRef> gone =
        database.list(
            "SELECT e.kind, e.key FROM entity e WHERE e.channel = ?1 AND NOT EXISTS(SELECT 1"
                + " FROM temp.named n WHERE n.channel = ?1 AND n.kind = e.kind AND n.key = e.key)",
            r -> new EntityRef(EntityKind.ofId(r.getString(1)), r.getString(2)),
            channel.name());
    for (EntityRef ref : gone) {
      delete(ref);
    }
  }

  private void check(List<ChannelHead> heads) throws StoreException {
    for (ChannelHead head : heads) {
      ChannelHead found = entities.recomputed(head);
      if (!found.equals(head)) {
        throw new StoreException(
            "STORE-DIGEST",
            "%s at %d: expected %d entities with digest %s, found %d with %s"
                .formatted(
                    head.channel(),
                    head.sequence(),
                    head.entities(),
                    head.digest(),
                    found.entities(),
                    found.digest()));
      }
    }
    Set<Channel> headed = heads.stream().map(ChannelHead::channel).collect(Collectors.toSet());
    if (!headed.containsAll(touched)) {
      throw new StoreException(
          "STORE-DIGEST", "changes of " + touched + " but heads of " + headed + " only");
    }
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("this release has been committed or taken back");
    }
  }

  @Override
  public void close() throws StoreException {
    if (!open) {
      return;
    }
    open = false;
    intake.close();
    try {
      database.run("ROLLBACK");
    } catch (StoreException e) {
      // Where the disk is full, SQLite has often taken the transaction back already.
      if (!"STORE-IO".equals(e.code())) {
        throw e;
      }
    } finally {
      writer.tidy();
    }
  }
}
