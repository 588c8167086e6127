package cn.gongkai.content.store;

import java.nio.file.Path;

/// Does to a terminal's store what failing disks and other versions do, for tests.
public final class StoreDamage {

  private StoreDamage() {}

  /// Makes the text that lists show of an item unreadable.
  public static void ofCard(Path terminal, String key) throws StoreException {
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      int rows =
          database.update(
              "UPDATE card SET z = x'0000001055aa55aa'"
                  + " WHERE id = (SELECT id FROM item WHERE key = ?)",
              key);
      if (rows != 1) {
        throw new AssertionError("no item " + key);
      }
    }
  }

  /// As another version of the program would have left it.
  public static void otherVersion(Path terminal) throws StoreException {
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.run("PRAGMA user_version=99");
    }
  }
}
