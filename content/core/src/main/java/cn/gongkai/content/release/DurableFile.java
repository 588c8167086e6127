package cn.gongkai.content.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that are either wholly there or not at all, whatever happens to the power: written beside
/// their place, forced to the disk, renamed, and the folder forced as well.
public final class DurableFile {

  private static final String PARTIAL = ".part-";

  /// What is published must be readable by a web server that is somebody else.
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private DurableFile() {}

  /// Puts the bytes in place, replacing what is there. Makes the folder where it is missing.
  public static void write(Path file, byte[] bytes) throws IOException {
    Path partial = partialFor(file);
    try {
      try (FileChannel channel =
          FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      moveInto(partial, file);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /// A new empty file in the folder of the given one, to be written and given to [#moveInto].
  public static Path partialFor(Path file) throws IOException {
    Path folder = folderOf(file);
    Files.createDirectories(folder);
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? Files.createTempFile(folder, PARTIAL, "", PosixFilePermissions.asFileAttribute(READABLE))
        : Files.createTempFile(folder, PARTIAL, "");
  }

  /// Forces a finished file to the disk and renames it over the given place in the same folder.
  public static void moveInto(Path partial, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(folderOf(file));
  }

  /// Removes the file durably where it is there.
  public static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      forceFolder(folderOf(file));
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + file);
    }
    return folder;
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
