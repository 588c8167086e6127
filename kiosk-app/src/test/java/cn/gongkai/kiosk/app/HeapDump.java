package cn.gongkai.kiosk.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the process holds in its memory at a moment, garbage left out.
final class HeapDump {

  private static final int BLOCK = 1 << 20;

  private HeapDump() {}

  /// Whether some object holds a text, as one byte or two for each character. The text is given
  /// backwards, so that the question itself does not hold it.
  static boolean holds(Path file, String backwards) throws IOException {
    Files.deleteIfExists(file);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    try (InputStream in = Files.newInputStream(file)) {
      Reading narrow = new Reading(backwards, 1, 0);
      Reading low = new Reading(backwards, 2, 0);
      Reading high = new Reading(backwards, 2, 1);
      byte[] block = new byte[BLOCK];
      boolean found = false;
      for (int count = in.read(block); count >= 0 && !found; count = in.read(block)) {
        for (int i = 0; i < count && !found; i++) {
          found = narrow.reads(block[i]) || low.reads(block[i]) || high.reads(block[i]);
        }
      }
      return found;
    } finally {
      Files.delete(file);
    }
  }

  /// Keeps the last bytes read, newest first, as the text is.
  private static final class Reading {

    private final String backwards;
    private final int width;
    private final int at;
    private final byte[] last;
    private int next;

    Reading(String backwards, int width, int at) {
      this.backwards = backwards;
      this.width = width;
      this.at = at;
      this.last = new byte[backwards.length() * width];
    }

    boolean reads(byte value) {
      last[next] = value;
      next = (next + 1) % last.length;
      for (int i = 0; i < last.length; i++) {
        int age = last.length - 1 - i;
        byte is = last[(next + i) % last.length];
        boolean letter = i % width == at;
        int wanted = letter ? backwards.charAt(age / width) : 0;
        if (is != wanted) {
          return false;
        }
      }
      return true;
    }
  }
}
