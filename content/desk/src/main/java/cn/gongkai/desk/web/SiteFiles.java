package cn.gongkai.desk.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The files that may be served: those below the folder, reached without `..`, symbolic links or
/// names that begin with a dot.
record SiteFiles(Path root) {

  /// The file a decoded request path names; for a folder its `index.html`.
  Optional<Path> find(String path) throws IOException {
    if (!path.startsWith("/") || path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    Path file = root;
    for (String name : path.substring(1).split("/", -1)) {
      if (name.startsWith(".")) {
        return Optional.empty();
      }
      try {
        file = name.isEmpty() ? file : file.resolve(name);
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      file = path.endsWith("/") ? file.resolve("index.html") : file;
    }
    boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return plain && file.toRealPath().equals(file) ? Optional.of(file) : Optional.empty();
  }

  /// True where the path names a folder and lacks the slash at its end.
  boolean isFolder(String path) {
    return !path.endsWith("/")
        && path.startsWith("/")
        && !path.contains("..")
        && path.indexOf('\0') < 0
        && Files.isDirectory(root.resolve(path.substring(1)), LinkOption.NOFOLLOW_LINKS);
  }

  /// Named by their content, so never changed.
  static boolean isImmutable(String path) {
    return path.startsWith("/blobs/") || path.startsWith("/targets/") || path.startsWith("/m/f/");
  }
}
