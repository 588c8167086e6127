package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.benchmarks.KillRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 1 of the table of faults with the program that is installed: the packaged agent, killed at
/// random moments. Ten thousand kills by hand: `./gongkai bench kill 10000`.
class PackagedAgentKillTest {

  private static final int LANES = 2;
  private static final int KILLS_OF_A_LANE = 100;

  @TempDir Path folder;

  @Test
  @DisplayName("1 kill -9 anywhere: the packaged agent, two hundred times")
  void killedAtAnyMomentTheTerminalIsSound() throws Exception {
    long seed = Long.getLong("gongkai.seed", System.nanoTime());
    List<Future<Integer>> lanes = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(LANES)) {
      for (int lane = 0; lane < LANES; lane++) {
        int number = lane;
        lanes.add(executor.submit(() -> kills(folder.resolve("lane-" + number), seed + number)));
      }
    }
    for (Future<Integer> lane : lanes) {
      assertThat(lane.get()).isEqualTo(KILLS_OF_A_LANE);
    }
  }

  /// One terminal of the two that are killed at the same time.
  ///
  /// @return kills that left it sound
  private static int kills(Path lane, long seed) throws Exception {
    Path agent = Programs.root().resolve("sync-agent/target/quarkus-app/quarkus-run.jar");
    try (KillRun run = new KillRun(agent, lane, seed)) {
      int sound = 0;
      while (sound < KILLS_OF_A_LANE) {
        assertThat(run.kill()).as("seed %d, kill %d", seed, sound + 1).isEmpty();
        sound++;
      }
      assertSees(run, lane, seed);
      return sound;
    }
  }

  /// That the look after each kill can find something: without their files, items must not be
  /// shown.
  private static void assertSees(KillRun run, Path lane, long seed) throws Exception {
    assertThat(run.finish()).as("seed %d", seed).isEmpty();
    assertThat(run.look()).as("seed %d", seed).isEmpty();
    try (Stream<Path> blobs = Files.walk(lane.resolve("terminal/blobs"))) {
      for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
        Files.delete(blob);
      }
    }
    assertThat(run.look()).as("seed %d", seed).anyMatch(fault -> fault.contains("BLOB-MISSING"));
  }
}
