package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.benchmarks.KillRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 1 of the table of faults with the program that is installed: the packaged agent, killed at
/// random moments. Ten thousand kills by hand: `./gongkai bench kill 10000`.
class PackagedAgentKillTest {

  private static final Duration BUDGET = Duration.ofSeconds(40);
  private static final int KILLS_MIN = 12;
  private static final int KILLS_MAX = 200;

  @TempDir Path folder;

  @Test
  @DisplayName("1 kill -9 anywhere: the packaged agent")
  void killedAtAnyMomentTheTerminalIsSound() throws Exception {
    long seed = Long.getLong("gongkai.seed", System.nanoTime());
    Path agent = Programs.root().resolve("sync-agent/target/quarkus-app/quarkus-run.jar");
    long began = System.nanoTime();
    int kills = 0;
    try (KillRun run = new KillRun(agent, folder, seed)) {
      while (kills < KILLS_MIN
          || kills < KILLS_MAX && System.nanoTime() - began < BUDGET.toNanos()) {
        kills++;
        assertThat(run.kill()).as("seed %d, kill %d", seed, kills).isEmpty();
      }
      assertSees(run, seed);
    }
    assertThat(kills).isGreaterThanOrEqualTo(KILLS_MIN);
  }

  /// That the look after each kill can find something: without their files, items must not be
  /// shown.
  private void assertSees(KillRun run, long seed) throws Exception {
    assertThat(run.finish()).as("seed %d", seed).isEmpty();
    assertThat(run.look()).as("seed %d", seed).isEmpty();
    try (Stream<Path> blobs = Files.walk(folder.resolve("terminal/blobs"))) {
      for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
        Files.delete(blob);
      }
    }
    assertThat(run.look()).as("seed %d", seed).anyMatch(fault -> fault.contains("BLOB-MISSING"));
  }
}
