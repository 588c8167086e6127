package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's library, unpacked once for many processes that would each unpack it for themselves.
final class SqliteLibrary {

  private SqliteLibrary() {}

  /// The folder to name with `org.sqlite.lib.path`.
  static Path in(Path folder) throws IOException {
    Path place = folder.resolve("sqlite");
    String name = LibraryLoaderUtil.getNativeLibName();
    Path library = place.resolve(name);
    if (!Files.exists(library)) {
      Files.createDirectories(place);
      String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
      try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(packed)) {
        if (in == null) {
          throw new IOException(packed + " is not in the driver");
        }
        Files.copy(in, library);
      }
    }
    return place;
  }
}
