package cn.gongkai.content.store;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import java.util.List;
import java.util.Optional;

/// Every live entity with the hash of its signed text: what a channel's digest is made of.
final class Entities {

  private final Database database;

  Entities(Database database) {
    this.database = database;
  }

  Optional<String> findHash(EntityRef ref) throws StoreException {
    return database.find(
        "SELECT sha FROM entity WHERE channel = ? AND kind = ? AND key = ?",
        r -> r.getString(1),
        Channel.of(ref).name(),
        ref.kind().id(),
        ref.key());
  }

  void put(EntityRef ref, String hash) throws StoreException {
    database.update(
        "INSERT OR REPLACE INTO entity(channel, kind, key, sha) VALUES(?, ?, ?, ?)",
        Channel.of(ref).name(),
        ref.kind().id(),
        ref.key(),
        hash);
  }

  /// @return false where there was none
  boolean remove(EntityRef ref) throws StoreException {
    return database.update(
            "DELETE FROM entity WHERE channel = ? AND kind = ? AND key = ?",
            Channel.of(ref).name(),
            ref.kind().id(),
            ref.key())
        > 0;
  }

  boolean hasAny(Channel channel) throws StoreException {
    return database.number("SELECT 1 FROM entity WHERE channel = ? LIMIT 1", channel.name()) > 0;
  }

  /// Channels that have live entities.
  List<Channel> channels() throws StoreException {
    return database.list("SELECT DISTINCT channel FROM entity", r -> new Channel(r.getString(1)));
  }

  /// The head as what is stored makes it, at the sequence and time of the given one.
  ChannelHead recomputed(ChannelHead head) throws StoreException {
    HeadDigest digest = new HeadDigest();
    database.each(
        "SELECT kind, key, sha FROM entity WHERE channel = ? ORDER BY kind, key",
        r ->
            digest.add(
                new EntityRef(EntityKind.ofId(r.getString(1)), r.getString(2)), r.getString(3)),
        head.channel().name());
    return digest.toHead(head.channel(), head.sequence(), head.asOf());
  }
}
