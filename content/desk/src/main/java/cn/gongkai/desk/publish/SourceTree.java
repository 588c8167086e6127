package cn.gongkai.desk.publish;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A folder of sources as it is copied, replaced or taken away whole. Links are refused, never
/// followed.
final class SourceTree {

  /// More than a township ever hands over, and little enough to stop a disk from being filled.
  private static final int FILES_MAX = 200_000;

  private SourceTree() {}

  /// Copies a folder to a place where nothing is; a folder that is not there is copied as none.
  ///
  /// @throws PublishException `PUBLISH-TOWN-FOLDER` where there is a link in it, or far too much
  static void copy(Path from, Path to) throws IOException, PublishException {
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Copy copy = new Copy(from, to);
    Files.walkFileTree(from, copy);
    if (copy.refused != null) {
      throw new PublishException("PUBLISH-TOWN-FOLDER", copy.refused);
    }
  }

  /// Puts a folder in the place of another: by two renames, so that what was there is there until
  /// what comes is whole.
  ///
  /// @param with where there is none, the other is taken away
  /// @param aside a free name on the same disk
  static void replace(Path folder, Path with, Path aside) throws IOException {
    delete(aside);
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(aside.getParent());
      Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
    }
    if (Files.exists(with)) {
      Files.createDirectories(folder.getParent());
      Files.move(with, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(aside);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final class Copy extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private int files;
    private @Nullable String refused;

    Copy(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(folder).toString()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!attributes.isRegularFile() || ++files > FILES_MAX) {
        refused =
            attributes.isRegularFile()
                ? "more than " + FILES_MAX + " files in " + from
                : file + " is no plain file";
        return FileVisitResult.TERMINATE;
      }
      Files.copy(
          file,
          to.resolve(from.relativize(file).toString()),
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
      return FileVisitResult.CONTINUE;
    }
  }
}
