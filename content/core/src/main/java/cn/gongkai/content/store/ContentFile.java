package cn.gongkai.content.store;

import cn.gongkai.content.release.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// The file `content.sqlite` of a terminal, and what must hold before it is used.
final class ContentFile {

  private static final String NAME = "content.sqlite";

  static final List<String> COMPARED =
      List.of("meta", "head", "entity", "structure", "item", "item_blob");

  private ContentFile() {}

  static Path in(Path terminal) {
    return terminal.resolve(NAME);
  }

  /// @throws StoreException `STORE-MISSING`, `STORE-FOREIGN`, `STORE-VERSION`, `STORE-CORRUPT`
  static Database openToRead(Path file, StoreLimits limits) throws StoreException {
    if (!Files.isRegularFile(file)) {
      throw new StoreException("STORE-MISSING", file + " is not there yet");
    }
    Database database = Database.toRead(file, limits);
    try {
      if (Schema.isEmpty(database)) {
        throw new StoreException("STORE-MISSING", file + " is empty");
      }
      Schema.check(database);
      return database;
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /// Where a store is built anew while the old one goes on serving.
  static Path rebuildIn(Path terminal) {
    return terminal.resolve(NAME + ".rebuild");
  }

  /// Removes a database with the files SQLite keeps beside it. The log goes first: a database
  /// without its log is old or damaged, a log without its database is taken for another's.
  static void delete(Path file) throws StoreException {
    try {
      deleteLog(file);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  private static void deleteLog(Path file) throws IOException {
    for (String suffix : List.of("-wal", "-shm", "-journal")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  /// The generation of what is there, as far as it can be read; 0 where it cannot.
  ///
  /// @throws StoreException `STORE-FOREIGN`
  static long lastGeneration(Path file, StoreLimits limits) throws StoreException {
    try (Database database = openToRead(file, limits)) {
      return Meta.generation(database);
    } catch (StoreException e) {
      if (e.code().equals("STORE-FOREIGN")) {
        throw e;
      }
      return 0;
    }
  }

  /// Puts a closed database in the place of another one, whose readers go on with it until they
  /// notice. The old log is removed before: it must never meet the new database.
  static void swap(Path rebuilt, Path file) throws StoreException {
    try {
      deleteLog(file);
      DurableFile.moveInto(rebuilt, file);
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  /// Opens the file, or makes it with the given generation to start from.
  ///
  /// @throws StoreException `STORE-FOREIGN`, `STORE-VERSION`, `STORE-CORRUPT`
  static Database openToWrite(Path file, long generation, StoreLimits limits)
      throws StoreException {
    Database database = Database.toWrite(file, limits);
    try {
      if (Schema.isEmpty(database)) {
        Schema.create(database, generation);
      }
      Schema.check(database);
      checkPages(database);
      Schema.addFacets(database);
      return database;
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  /// Looks at the pages of the tables that a release is compared with.
  private static void checkPages(Database database) throws StoreException {
    for (String table : COMPARED) {
      String found =
          database.find("PRAGMA quick_check(" + table + ")", r -> r.getString(1)).orElse("nothing");
      if (!"ok".equals(found)) {
        throw new StoreException("STORE-CORRUPT", "table " + table + ": " + found);
      }
    }
  }

  /// What tells this file from another one that was renamed to its name.
  ///
  /// @throws IOException where there is no file
  static Object identity(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    return key == null ? attributes.creationTime() : key;
  }
}
