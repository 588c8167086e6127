package cn.gongkai.content.store;

import cn.gongkai.content.model.Entity;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.InvalidValue;
import java.util.List;

/// The few entities that are not items: the site, its columns, halls, topics and synonyms.
final class Structure {

  private final Database database;

  Structure(Database database) {
    this.database = database;
  }

  void put(EntityRef ref, String json) throws StoreException {
    database.update(
        "INSERT OR REPLACE INTO structure(kind, key, json) VALUES(?, ?, ?)",
        ref.kind().id(),
        ref.key(),
        json);
  }

  void remove(EntityRef ref) throws StoreException {
    database.update("DELETE FROM structure WHERE kind = ? AND key = ?", ref.kind().id(), ref.key());
  }

  <T extends Entity> List<T> all(EntityKind kind, Class<T> type) throws StoreException {
    try {
      return database.list(
          "SELECT json FROM structure WHERE kind = ? ORDER BY key",
          r -> read(r.getString(1), type),
          kind.id());
    } catch (StoreException e) {
      // Without its columns nothing of a store can be shown.
      throw e.isOfOneText() ? new StoreException("STORE-CORRUPT", "a " + kind.id(), e) : e;
    }
  }

  /// @throws StoreException `STORE-TEXT`: what was put in was an entity
  static <T extends Entity> T read(String json, Class<T> type) throws StoreException {
    try {
      return EntityJson.read(json, type);
    } catch (InvalidValue e) {
      throw new StoreException("STORE-TEXT", "a stored entity cannot be read", e);
    }
  }
}
