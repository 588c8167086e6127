package cn.gongkai.content.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// One connection to an SQLite file, with its prepared statements. Used by one thread at a time.
final class Database implements AutoCloseable {

  /// Makes a value of the row the result set stands on.
  interface Row<T> {
    T read(ResultSet row) throws SQLException, StoreException;
  }

  /// Takes the row the result set stands on.
  interface Visitor {
    void visit(ResultSet row) throws SQLException, StoreException;
  }

  private final Connection connection;
  private final int statementsMax;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

  private Database(Connection connection, int statementsMax) {
    this.connection = connection;
    this.statementsMax = statementsMax;
  }

  /// A connection that cannot change content. It may make the files SQLite needs beside it.
  static Database toRead(Path file, StoreLimits limits) throws StoreException {
    SQLiteConfig config = config(limits);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
    Database database = open(file, config, limits);
    return database.prepared("PRAGMA query_only=ON");
  }

  /// A connection that writes; makes the file where there is none.
  static Database toWrite(Path file, StoreLimits limits) throws StoreException {
    SQLiteConfig config = config(limits);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    Database database = open(file, config, limits);
    return database.prepared("PRAGMA secure_delete=ON");
  }

  private static SQLiteConfig config(StoreLimits limits) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) limits.busyWait().toMillis());
    config.setCacheSize(-limits.pageCacheKib());
    return config;
  }

  private static Database open(Path file, SQLiteConfig config, StoreLimits limits)
      throws StoreException {
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      return new Database(connection, limits.statements());
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private Database prepared(String pragma) throws StoreException {
    try {
      run(pragma);
      return this;
    } catch (StoreException e) {
      close();
      throw e;
    }
  }

  /// Runs text that has no parameters and gives no rows that matter.
  void run(String sql) throws StoreException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /// Takes the transaction back after the given trouble, which often has done so already.
  void rollback(StoreException trouble) {
    try {
      run("ROLLBACK");
    } catch (StoreException e) {
      trouble.addSuppressed(e);
    }
  }

  /// @return rows changed
  int update(String sql, @Nullable Object... values) throws StoreException {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// Visits every row. The visitor must not run the same text again.
  void each(String sql, Visitor visitor, @Nullable Object... values) throws StoreException {
    find(
        sql,
        rows -> {
          do {
            visitor.visit(rows);
          } while (rows.next());
          return true;
        },
        values);
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws StoreException {
    List<T> all = new ArrayList<>();
    each(sql, r -> all.add(row.read(r)), values);
    return all;
  }

  /// The first row. What was asked for is forgotten with the answer: it may be what a resident
  /// typed, and the statement is kept.
  <T> Optional<T> find(String sql, Row<T> row, @Nullable Object... values) throws StoreException {
    try {
      PreparedStatement statement = bound(sql, values);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
      } finally {
        statement.clearParameters();
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// The number in the first column of the first row; 0 where there is none.
  long number(String sql, @Nullable Object... values) throws StoreException {
    return find(sql, r -> r.getLong(1), values).orElse(0L);
  }

  /// A statement that failed is prepared anew the next time.
  private StoreException failed(String sql, SQLException e) {
    PreparedStatement statement = statements.remove(sql);
    if (statement != null) {
      try {
        statement.close();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
    }
    return Failures.of(e);
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
      forgetOldest();
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void forgetOldest() throws SQLException {
    if (statements.size() > statementsMax) {
      String oldest = statements.keySet().iterator().next();
      PreparedStatement statement = statements.remove(oldest);
      if (statement != null) {
        statement.close();
      }
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      statements.clear();
      connection.close();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }
}
