package cn.gongkai.desk.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// What tells without reading a file that it is still the same: size, time of modification and the
/// file's number. Taken before the file is read, so that a change during the reading shows the next
/// time.
///
/// @param size bytes; [#ABSENT] has -1, and a stamp not to be relied on -2
/// @param modified nanoseconds since 1970
/// @param node of the device and inode; 0 where the file system has none
public record FileStamp(long size, long modified, int node) {

  public static final FileStamp ABSENT = new FileStamp(-1, 0, 0);

  private static final long DOUBTED = -2;

  /// The stamp of a file, not of what a link leads to; absent is also what is no plain file.
  public static FileStamp of(Path file) {
    try {
      return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      return ABSENT;
    }
  }

  static FileStamp of(BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      return ABSENT;
    }
    Object key = attributes.fileKey();
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        key == null ? 0 : key.hashCode());
  }

  /// True where the file was modified so late that another change could bear the same time.
  public boolean isYoungerThan(long nanoseconds) {
    return size >= 0 && modified >= nanoseconds;
  }

  /// A stamp that equals none of a file: its file is to be looked into the next time.
  public FileStamp doubted() {
    return new FileStamp(DOUBTED, modified, node);
  }
}
