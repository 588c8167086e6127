package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 3 of the table of faults through the whole agent: a byte of the site is wrong, wherever it
/// is. Every byte of metadata and segments is flipped in `FlippedByteTest` of the core; here the
/// places of one run are a stride apart, and each run has others.
class FlippedByteCycleTest {

  private static final int FLIPS = 90;

  @TempDir Path folder;

  @Test
  @DisplayName("3 flipped byte: anywhere on the site, through the whole agent")
  void aFlippedByteIsNeverShown() throws Exception {
    long seed = Long.getLong("gongkai.seed", System.nanoTime());
    Random random = new Random(seed);
    DiskScene scene = new DiskScene(folder);
    Path folderOfTerminal = folder.resolve("terminal");
    DiskScene.copy(scene.base, folderOfTerminal);
    Map<String, byte[]> files = scene.site.save("");
    long bytes = files.values().stream().mapToLong(file -> Math.min(file.length, 4_000)).sum();
    int stride = (int) (bytes / FLIPS) + 1;
    int flips = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      for (int at = random.nextInt(stride); at < Math.min(file.getValue().length, 4_000); ) {
        String when = "seed %d, %s at %d".formatted(seed, file.getKey(), at);
        boolean applied = flip(scene, folderOfTerminal, file.getKey(), at, random, when);
        if (applied) {
          DiskScene.delete(folderOfTerminal);
          DiskScene.copy(scene.base, folderOfTerminal);
        }
        flips++;
        at += stride;
      }
    }
    assertThat(flips).isGreaterThan(FLIPS / 2);
    scene.assertHeals(folderOfTerminal, scene.source(), "in the end");
  }

  /// @return true where the release was applied all the same: the byte was of no file it needs, or
  ///   of one that no signature covers
  private static boolean flip(
      DiskScene scene, Path terminal, String file, int at, Random random, String when)
      throws Exception {
    byte bit = (byte) (1 << random.nextInt(8));
    scene.site.tamper(file, bytes -> flipped(bytes, at, bit));
    SyncOutcome outcome = new TestTerminal(terminal, scene.site.clock()).sync(scene.source());
    scene.site.tamper(file, bytes -> flipped(bytes, at, bit));
    scene.assertWhole(terminal, when);
    if (outcome instanceof SyncOutcome.Applied) {
      scene.assertNewest(terminal, when);
      return true;
    }
    assertThat(outcome)
        .as(when)
        .isInstanceOfAny(
            SyncOutcome.Refused.class,
            SyncOutcome.Interrupted.class,
            SyncOutcome.Unreachable.class);
    assertThat(new TestTerminal(terminal, scene.site.clock()).report().succeededAt())
        .as(when)
        .isNotEqualTo(java.util.Optional.of(scene.site.clock().instant()));
    return !(outcome instanceof SyncOutcome.Refused);
  }

  private static byte[] flipped(byte[] bytes, int at, byte bit) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= bit;
    return flipped;
  }
}
