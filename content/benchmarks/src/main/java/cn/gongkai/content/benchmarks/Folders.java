package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Sizes and ends of folders, and the snippet every foreign engine is given.
final class Folders {

  private static final int SNIPPET = 78;

  private Folders() {}

  static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /// Deletes a folder with all that is in it, where it is there.
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  static String snippet(String text, String words) {
    int at = Math.max(0, text.indexOf(words.split(" ")[0]) - SNIPPET / 3);
    return text.substring(at, Math.min(text.length(), at + SNIPPET));
  }

  /// Bytes of the heap in use after a collection.
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// Empties the page cache of Linux; only root may.
  static boolean dropPageCache() {
    try {
      Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "1");
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
