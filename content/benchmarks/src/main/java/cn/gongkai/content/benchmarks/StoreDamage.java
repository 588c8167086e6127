package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/// Breaks a terminal's store as a failing disk does, so that the next run has to mend it: by
/// building it anew, or by fetching one text again.
final class StoreDamage {

  private static final int PIECE_BYTES = 100;

  private StoreDamage() {}

  /// @return false where there is nothing to break
  static boolean inflict(Path terminal, Random random) throws IOException {
    Path file = terminal.resolve("content.sqlite");
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return switch (random.nextInt(3)) {
        case 0 -> overwrite(file, 0, random);
        case 1 -> page(file, random);
        default -> text(file);
      };
    } catch (SQLException e) {
      return false; // broken already
    }
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /// The first page of a table that releases are compared with.
  private static boolean page(Path file, Random random) throws SQLException, IOException {
    long at;
    try (Connection database = open(file);
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      long size = number(statement, "PRAGMA page_size");
      at =
          (number(statement, "SELECT rootpage FROM sqlite_schema WHERE name = 'entity'") - 1)
              * size;
    }
    return at > 0 && overwrite(file, at, random);
  }

  private static boolean overwrite(Path file, long at, Random random) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    random.nextBytes(piece);
    piece[0] = (byte) 0xff; // no kind of page, and no beginning of a database
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      open.write(piece);
    }
    return true;
  }

  private static boolean text(Path file) throws SQLException {
    try (Connection database = open(file);
        Statement statement = database.createStatement()) {
      return statement.executeUpdate(
              "UPDATE body SET z = x'00' WHERE id = (SELECT max(id) FROM body)")
          > 0;
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
