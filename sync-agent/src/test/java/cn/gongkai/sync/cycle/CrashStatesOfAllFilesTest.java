package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.disk.DiskReplay;
import cn.gongkai.sync.disk.DiskReplay.Loss;
import cn.gongkai.sync.disk.Op;
import cn.gongkai.sync.disk.WatchedProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows 1 and 2 of the table of faults with everything that is asked of the disk, SQLite's own
/// requests included: recorded from the agent's command in one order, done again up to a point, and
/// what was not forced by then kept, lost, or kept in part. The next run starts from each state.
///
/// The build looks at some points, drawn with a printed seed; all of them by hand:
/// `-Dgongkai.crash=1000000`.
class CrashStatesOfAllFilesTest {

  private static final int POINTS = Integer.getInteger("gongkai.crash", 10);

  @TempDir Path folder;
  private final long seed = Long.getLong("gongkai.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private DiskScene scene;
  private WatchedProcess agent;
  private int states;

  @BeforeEach
  void aScene() throws Exception {
    scene = new DiskScene(folder);
    agent = new WatchedProcess(folder.resolve("agent"));
  }

  @AfterEach
  void end() throws Exception {
    agent.close();
  }

  /// What must hold of a state before anything is mended.
  @FunctionalInterface
  private interface Look {
    void at(Path state, String when) throws Exception;
  }

  /// Runs the agent once and looks at what a crash at some points would leave behind.
  private void crash(Path before, Look look) throws Exception {
    Path terminal = folder.resolve("terminal");
    DiskScene.copy(before, terminal);
    WatchedProcess.Ran ran =
        agent.sync(
            scene.site.site(), terminal, scene.site.clock().instant(), WatchedProcess.Fault.NONE);
    assertThat(ran.code()).as(agent.log()).isZero();
    List<Op> ops = agent.recorded();
    assertThat(ops).hasSizeGreaterThan(100);
    boolean[] chosen = chosen(ops.size());
    DiskReplay disk = new DiskReplay(terminal, before);
    for (int done = 0; done <= ops.size(); done++) {
      if (chosen[done]) {
        String next = done < ops.size() ? told(ops.get(done)) : "the end";
        String when = "seed %d, before %d of %d, %s".formatted(seed, done, ops.size(), next);
        for (Loss loss : Loss.values()) {
          look(disk, loss, when + ", " + loss, look);
        }
      }
      if (done < ops.size()) {
        disk.apply(ops.get(done));
      }
    }
    assertThat(text(disk.files(Loss.KEPT, random)))
        .as("what was recorded is all that was done")
        .isEqualTo(text(files(terminal)));
    DiskScene.delete(terminal);
  }

  private boolean[] chosen(int last) {
    boolean[] chosen = new boolean[last + 1];
    Arrays.fill(chosen, POINTS > last);
    chosen[last] = true;
    random.ints(Math.min(POINTS, last), 0, last).forEach(point -> chosen[point] = true);
    return chosen;
  }

  private void look(DiskReplay disk, Loss loss, String when, Look look) throws Exception {
    Path state = folder.resolve("state");
    disk.write(state, disk.files(loss, random));
    look.at(state, when);
    try (TerminalFile told = TerminalFile.open(state)) {
      assertThat(told.counts()).as(when).isEmpty();
    }
    scene.assertHeals(state, scene.source(), when);
    DiskScene.delete(state);
    states++;
  }

  private static String told(Op op) {
    return op.getClass().getSimpleName() + " " + op.path().getFileName();
  }

  /// Without SQLite's index of its log, which lives in memory only.
  private static Map<Path, byte[]> files(Path folder) throws Exception {
    Map<Path, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, Integer> text(Map<Path, byte[]> files) {
    Map<String, Integer> text = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (!path.toString().endsWith("-shm")) {
            text.put(path.toString(), Arrays.hashCode(bytes));
          }
        });
    return text;
  }

  @Test
  @DisplayName("2 power loss: SQLite's writes as well, in a run that brings news")
  void whateverOfAllWritesIsLostTheTerminalIsWholeAndGoesOn() throws Exception {
    crash(
        scene.base,
        (state, when) -> {
          scene.assertWhole(state, when);
          if (when.contains("the end")) {
            scene.assertNewest(state, when);
          }
        });
    assertThat(states).isGreaterThanOrEqualTo(4 * Math.min(POINTS, 8));
  }

  @Test
  @DisplayName("2 power loss: SQLite's writes as well, in the first run of a terminal")
  void aFirstRunOfWhichAnythingIsLostBeginsAgain() throws Exception {
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    crash(
        nothing,
        (state, when) -> {
          if (when.contains("the end")) {
            scene.assertNewest(state, when);
          }
        });
  }

  @Test
  @DisplayName("2 power loss: SQLite's writes as well, while a damaged store is built anew")
  void aRebuildOfWhichAnythingIsLostBeginsAgain() throws Exception {
    Path damaged = folder.resolve("damaged");
    DiskScene.copy(scene.base, damaged);
    byte[] database = Files.readAllBytes(damaged.resolve("content.sqlite"));
    Arrays.fill(database, 0, 100, (byte) 7);
    Files.write(damaged.resolve("content.sqlite"), database);
    crash(
        damaged,
        (state, when) -> {
          byte[] found = Files.readAllBytes(state.resolve("content.sqlite"));
          if (!Arrays.equals(found, database)) {
            assertThat(StoreCheck.of(state, StoreCheck.Depth.FULL).problems()).as(when).isEmpty();
          }
        });
  }
}
