package cn.gongkai.sync.stick;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/// Takes away what a release does not name, so that withdrawn content does not travel on. Touches
/// the folders of a site only, and follows no links.
final class Sweep {

  private static final List<String> FOLDERS = List.of("metadata", "targets", "blobs");

  private final Path stick;
  private final Set<Path> kept;

  Sweep(Path stick, Set<Path> kept) {
    this.stick = stick;
    this.kept = kept;
  }

  void run() throws IOException {
    for (String name : FOLDERS) {
      Path folder = stick.resolve(name);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.walkFileTree(folder, new Visitor());
      }
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!kept.contains(file)) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
