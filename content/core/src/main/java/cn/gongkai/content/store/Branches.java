package cn.gongkai.content.store;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.EntityKind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which columns lie above which. Every shown item has a row for its column, for each column above
/// it and for the root, so that a list over a whole branch is one walk along an index.
final class Branches {

  private static final String INSERT = "INSERT INTO branch(column_id, branch) VALUES(?, ?)";

  private final Database database;
  private final StoreLimits limits;
  private Optional<Map<ColumnId, Set<String>>> kept = Optional.empty();

  Branches(Database database, StoreLimits limits) {
    this.database = database;
    this.limits = limits;
  }

  /// Forgets what was read before; for the beginning of a transaction.
  void reload() {
    kept = Optional.empty();
  }

  /// Makes the rows of one shown item, each by a statement of its own: one statement of several
  /// rows makes SQLite open a savepoint, at which FTS5 writes out all it has gathered so far.
  void insert(long item, ColumnId column) throws StoreException {
    for (String branch : of(column)) {
      database.update("INSERT INTO in_column(branch, item) VALUES(?, ?)", branch, item);
    }
  }

  /// Removes the rows of one shown item.
  void remove(long item, ColumnId column) throws StoreException {
    for (String branch : of(column)) {
      database.update("DELETE FROM in_column WHERE branch = ? AND item = ?", branch, item);
    }
  }

  /// The column, those above it, and the root.
  private Set<String> of(ColumnId column) throws StoreException {
    if (kept.isEmpty()) {
      kept = Optional.of(known());
    }
    return kept.get().getOrDefault(column, Set.of(column.value(), Schema.ROOT));
  }

  /// Makes everything anew where the tree has changed.
  void update() throws StoreException {
    Map<ColumnId, Set<String>> wanted = wanted();
    if (wanted.equals(known())) {
      return;
    }
    reload();
    database.run("DELETE FROM branch");
    for (Map.Entry<ColumnId, Set<String>> column : wanted.entrySet()) {
      for (String branch : column.getValue()) {
        database.update(INSERT, column.getKey().value(), branch);
      }
    }
    database.run("DELETE FROM in_column");
    database.run(
        "INSERT INTO in_column(branch, item)"
            + " SELECT branch, id FROM item JOIN branch USING(column_id) WHERE shown = 1"
            + " UNION SELECT column_id, id FROM item WHERE shown = 1"
            + " UNION SELECT '', id FROM item WHERE shown = 1");
  }

  private Map<ColumnId, Set<String>> known() throws StoreException {
    Map<ColumnId, Set<String>> known = new HashMap<>();
    database.each(
        "SELECT column_id, branch FROM branch",
        r ->
            known
                .computeIfAbsent(new ColumnId(r.getString(1)), c -> new LinkedHashSet<>())
                .add(r.getString(2)));
    return known;
  }

  private Map<ColumnId, Set<String>> wanted() throws StoreException {
    Map<ColumnId, Optional<ColumnId>> parents = new HashMap<>();
    for (Column column : new Structure(database).all(EntityKind.COLUMN, Column.class)) {
      parents.put(column.id(), column.parent());
    }
    Map<ColumnId, Set<String>> wanted = new HashMap<>();
    for (ColumnId id : parents.keySet()) {
      Set<String> above = new LinkedHashSet<>();
      above.add(Schema.ROOT);
      Optional<ColumnId> at = Optional.of(id);
      for (int depth = 0; at.isPresent() && depth < limits.columnDepth(); depth++) {
        above.add(at.get().value());
        at = parents.getOrDefault(at.get(), Optional.empty());
      }
      wanted.put(id, above);
    }
    return wanted;
  }
}
