package cn.gongkai.desk.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Which times of files are too young to be relied on: a file changed twice within one tick of its
/// file system's clock bears the same time after both, and the second change must not be missed.
///
/// Two seconds is the coarsest tick in use (FAT). Time is asked of the file system itself, by a new
/// file, because its clock need not be this machine's. Where the sources lie on another file system
/// whose clock is behind, the youngest of them tells, up to an hour.
record Doubt(long probed) {

  private static final long TICK = Duration.ofSeconds(2).toNanos();
  private static final long SKEW = Duration.ofHours(1).toNanos();

  /// Asks the file system of the folder for its time. To be done before anything is read.
  static Doubt begin(Path work) throws IOException {
    Files.createDirectories(work);
    Path probe = Files.createTempFile(work, "clock-", "");
    try {
      return new Doubt(Files.getLastModifiedTime(probe).to(TimeUnit.NANOSECONDS));
    } finally {
      Files.delete(probe);
    }
  }

  /// The time from which on a stamp is not relied on, nanoseconds since 1970.
  ///
  /// @param youngest the latest time on any source
  long from(long youngest) {
    return Math.max(Math.min(youngest, probed) - TICK, probed - SKEW);
  }
}
