package cn.gongkai.sync.disk;

import java.nio.file.Path;

/// Something a program asks of the disk. Paths are those of the real file system.
public sealed interface Op {

  /// What it is done to.
  Path path();

  record Create(Path path) implements Op {}

  record Write(Path path, long position, byte[] bytes) implements Op {}

  record Truncate(Path path, long size) implements Op {}

  /// fsync of a file or of a folder.
  record Force(Path path) implements Op {}

  record Move(Path path, Path to) implements Op {}

  record Delete(Path path) implements Op {}

  record MakeFolder(Path path) implements Op {}

  /// True where it may need a block that a full disk does not have.
  default boolean needsRoom() {
    return switch (this) {
      case Create ignored -> true;
      case Write ignored -> true;
      case MakeFolder ignored -> true;
      case Move ignored -> true;
      case Truncate ignored -> false;
      case Force ignored -> false;
      case Delete ignored -> false;
    };
  }
}
