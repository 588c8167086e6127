package cn.gongkai.content.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;

/// Trouble of disk and database, as the store's own exception.
final class Failures {

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;
  private static final int PRIMARY = 0xff;

  private Failures() {}

  static StoreException of(SQLException e) {
    String code =
        switch (e.getErrorCode() & PRIMARY) {
          case BUSY, LOCKED -> "STORE-BUSY";
          case CORRUPT, NOT_A_DATABASE -> "STORE-CORRUPT";
          case FULL -> "STORE-DISK-FULL";
          default -> "STORE-IO";
        };
    return new StoreException(code, String.valueOf(e.getMessage()), e);
  }

  static StoreException of(IOException e) {
    String text = String.valueOf(e.getMessage());
    boolean full =
        text.contains("No space left")
            || e instanceof FileSystemException named
                && String.valueOf(named.getReason()).contains("No space left");
    return new StoreException(full ? "STORE-DISK-FULL" : "STORE-IO", text, e);
  }
}
