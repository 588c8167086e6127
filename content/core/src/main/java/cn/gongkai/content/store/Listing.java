package cn.gongkai.content.store;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import java.util.HashSet;
import java.util.List;

/// The rows by which a shown item is listed: in its columns, topics and themes, and as what relates
/// to others.
final class Listing {

  private final Database database;
  private final Branches branches;

  Listing(Database database, StoreLimits limits) {
    this.database = database;
    this.branches = new Branches(database, limits);
  }

  /// The tree of columns.
  Branches branches() {
    return branches;
  }

  void insert(long id, Item item) throws StoreException {
    branches.insert(id, item.column());
    for (String topic : new HashSet<>(item.topics())) {
      database.update("INSERT INTO in_topic(topic, item) VALUES(?, ?)", topic, id);
    }
    for (String theme : ItemValues.themes(item)) {
      database.update("INSERT INTO in_theme(theme, item) VALUES(?, ?)", theme, id);
    }
    for (Relation relation : new HashSet<>(item.relations())) {
      database.update(
          "INSERT INTO relation(target, kind, item) VALUES(?, ?, ?)",
          relation.target().value(),
          relation.kind().name(),
          id);
    }
  }

  void remove(long id, Item item) throws StoreException {
    branches.remove(id, item.column());
    for (String topic : item.topics()) {
      database.update("DELETE FROM in_topic WHERE topic = ? AND item = ?", topic, id);
    }
    for (String theme : ItemValues.themes(item)) {
      database.update("DELETE FROM in_theme WHERE theme = ? AND item = ?", theme, id);
    }
    for (Relation relation : item.relations()) {
      database.update(
          "DELETE FROM relation WHERE target = ? AND kind = ? AND item = ?",
          relation.target().value(),
          relation.kind().name(),
          id);
    }
  }

  /// Removes the rows of an item whose text cannot be read, by looking through all of them.
  void removeUnread(long id) throws StoreException {
    for (String table : List.of("in_column", "in_topic", "in_theme", "relation")) {
      database.update("DELETE FROM " + table + " WHERE item = ?", id);
    }
  }
}
