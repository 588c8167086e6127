package cn.gongkai.sync.cycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What is left on the terminal's disk beside the reserve, which stays free so that the terminal
/// can always go on working.
final class Room {

  /// Free bytes of a disk, asked anew each time.
  @FunctionalInterface
  interface Free {
    long bytes() throws IOException;
  }

  private final Free free;
  private final long reserveBytes;

  Room(Free free, long reserveBytes) {
    this.free = free;
    this.reserveBytes = reserveBytes;
  }

  /// The disk that holds a folder; the folder is made where it is missing. The folder itself is
  /// asked, not the table of mounts, which does not list the root of a container.
  static Free ofDisk(Path folder) {
    return () -> {
      Files.createDirectories(folder);
      return folder.toFile().getUsableSpace();
    };
  }

  /// @return what is missing, empty where the bytes fit beside the reserve
  Optional<String> findShortage(long bytes) throws IOException {
    long usable = free.bytes();
    return usable - reserveBytes >= bytes
        ? Optional.empty()
        : Optional.of(
            "%d bytes free, %d needed beside the reserve of %d"
                .formatted(usable, bytes, reserveBytes));
  }

  /// @throws Interruption `SYNC-DISK-FULL`
  void require(long bytes) throws Interruption, IOException {
    Optional<String> shortage = findShortage(bytes);
    if (shortage.isPresent()) {
      throw new Interruption(new SyncOutcome.Failed("SYNC-DISK-FULL", shortage.get()));
    }
  }
}
