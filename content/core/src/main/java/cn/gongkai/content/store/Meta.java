package cn.gongkai.content.store;

import cn.gongkai.content.release.Authority;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the store says of itself: generation, heads, times, and what is still to be purged.
final class Meta {

  private static final String SET = "INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)";
  private static final String GET = "SELECT value FROM meta WHERE name = ?";

  private static final String AUTHORITY = "authority ";

  private Meta() {}

  static StoreState state(Database database) throws StoreException {
    List<ChannelHead> heads = heads(database);
    return new StoreState(
        generation(database),
        heads,
        heads.stream().map(ChannelHead::asOf).max(Comparator.naturalOrder()),
        find(database, "applied_at").map(Instant::parse),
        0);
  }

  static long generation(Database database) throws StoreException {
    return database.number("SELECT value FROM meta WHERE name = 'generation'");
  }

  static void setGeneration(Database database, long generation) throws StoreException {
    database.update(SET, "generation", generation);
  }

  static Optional<String> find(Database database, String name) throws StoreException {
    return database.find(GET, r -> r.getString(1), name);
  }

  static void set(Database database, String name, String value) throws StoreException {
    database.update(SET, name, value);
  }

  static void clear(Database database, String name) throws StoreException {
    database.update("DELETE FROM meta WHERE name = ?", name);
  }

  static Optional<Authority> findAuthority(Database database, Channel channel)
      throws StoreException {
    return find(database, AUTHORITY + channel).flatMap(Authority::find);
  }

  static void setAuthority(Database database, Channel channel, Authority authority)
      throws StoreException {
    set(database, AUTHORITY + channel, authority.toString());
  }

  static List<ChannelHead> heads(Database database) throws StoreException {
    return database.list(
        "SELECT channel, sequence, as_of, digest, entities FROM head ORDER BY channel",
        r ->
            new ChannelHead(
                new Channel(r.getString(1)),
                r.getLong(2),
                Instant.parse(r.getString(3)),
                r.getString(4),
                r.getInt(5)));
  }

  static void setHead(Database database, ChannelHead head) throws StoreException {
    database.update(
        "INSERT OR REPLACE INTO head(channel, sequence, as_of, digest, entities)"
            + " VALUES(?, ?, ?, ?, ?)",
        head.channel().name(),
        head.sequence(),
        head.asOf().toString(),
        head.digest(),
        head.entities());
  }
}
