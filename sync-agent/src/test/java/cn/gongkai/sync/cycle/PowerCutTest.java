package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.sync.disk.CrashStates;
import cn.gongkai.sync.disk.CrashStates.Loss;
import cn.gongkai.sync.disk.Op;
import cn.gongkai.sync.disk.TracedDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows 1 and 2 of the table of faults: the process dies, or the power fails, before every single
/// thing that the agent asks of the disk. The states are made by one run; the next run starts from
/// each.
class PowerCutTest {

  @TempDir Path folder;
  private final long seed = Long.getLong("gongkai.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private DiskScene scene;
  private int states;

  @BeforeEach
  void aScene() throws Exception {
    scene = new DiskScene(folder);
  }

  /// What is done with each state of the disk.
  @FunctionalInterface
  private interface Look {
    void at(CrashStates disk, String when, long fetched) throws Exception;
  }

  /// Runs the agent once over a watched disk and looks at it before each operation and at the end.
  private void run(Path terminal, boolean forces, Look look) throws Exception {
    CrashStates disk = new CrashStates(terminal, forces);
    DiskScene.CountingSource source = scene.source();
    Op[] last = new Op[1];
    int[] number = {0};
    TracedDisk traced =
        new TracedDisk(
            op -> {
              step(disk, last[0]);
              look(
                  look, disk, "seed " + seed + ", before " + ++number[0] + ": " + told(op), source);
              last[0] = op;
            });
    SyncOutcome outcome =
        new TestTerminal(traced.watched(terminal), scene.site.clock()).sync(source);
    assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
    step(disk, last[0]);
    look(look, disk, "at the end", source);
    states = number[0];
  }

  private static void look(
      Look look, CrashStates disk, String when, DiskScene.CountingSource source) {
    try {
      look.at(disk, when, source.blobBytes);
    } catch (Exception e) {
      throw new AssertionError(when, e);
    }
  }

  private static void step(CrashStates disk, Op done) throws java.io.IOException {
    if (done != null) {
      disk.done(done);
    }
    disk.look();
  }

  private static String told(Op op) {
    return op.getClass().getSimpleName() + " " + op.path();
  }

  private Path terminal() throws Exception {
    Path terminal = folder.resolve("terminal");
    DiskScene.copy(scene.base, terminal);
    return terminal;
  }

  @Test
  @DisplayName("1 kill -9 before every write, fsync, rename and commit")
  void killedBeforeAnyOperationAtMostAChunkIsFetchedAgain() throws Exception {
    run(
        terminal(),
        true,
        (disk, when, fetched) -> {
          Path state = folder.resolve("state");
          disk.write(state, Loss.KEPT, random);
          scene.assertWhole(state, when);
          DiskScene.CountingSource again = scene.source();
          scene.assertHeals(state, again, when);
          assertThat(fetched + again.blobBytes)
              .as("%s: bytes fetched", when)
              .isLessThanOrEqualTo(scene.blobBytes + BlobRef.CHUNK_BYTES);
          DiskScene.delete(state);
        });
    assertThat(states).isGreaterThan(60);
  }

  @Test
  @DisplayName("2 power loss: what was not forced to the disk is lost")
  void withoutWhatWasNotForcedTheTerminalIsWholeAndGoesOn() throws Exception {
    run(terminal(), true, (disk, when, fetched) -> assertSurvives(disk, when, Loss.DROPPED));
  }

  @Test
  @DisplayName("2 power loss: what was not forced is there in part and in any order")
  void withAnyPartOfWhatWasNotForcedTheTerminalIsWholeAndGoesOn() throws Exception {
    run(terminal(), true, (disk, when, fetched) -> assertSurvives(disk, when, Loss.SOME));
  }

  private void assertSurvives(CrashStates disk, String when, Loss loss) throws Exception {
    Path state = folder.resolve("state");
    disk.write(state, loss, random);
    scene.assertWhole(state, when);
    if (when.equals("at the end")) {
      scene.assertNewest(state, when);
    }
    scene.assertHeals(state, scene.source(), when);
    DiskScene.delete(state);
  }

  @Test
  @DisplayName("2 power loss: in the first run of a terminal")
  void aFirstRunThatIsCutShortBeginsAgain() throws Exception {
    for (Loss loss : new Loss[] {Loss.DROPPED, Loss.SOME}) {
      Path terminal = folder.resolve("new-" + loss);
      Files.createDirectories(terminal);
      run(
          terminal,
          true,
          (disk, when, fetched) -> {
            Path state = folder.resolve("state");
            disk.write(state, loss, random);
            if (when.equals("at the end")) {
              scene.assertNewest(state, when);
            }
            scene.assertHeals(state, scene.source(), when);
            DiskScene.delete(state);
          });
    }
  }

  /// That these tests can fail: on a disk whose fsync does nothing they do.
  @Test
  void onADiskThatForgetsWhatItPromisedItemsWouldLackTheirFiles() throws Exception {
    boolean[] broken = {false};
    run(
        terminal(),
        false,
        (disk, when, fetched) -> {
          Path state = folder.resolve("state");
          disk.write(state, Loss.DROPPED, random);
          broken[0] |=
              StoreCheck.of(state, StoreCheck.Depth.FULL).problems().stream()
                  .anyMatch(problem -> problem.code().equals("STORE-BLOB-MISSING"));
          DiskScene.delete(state);
        });
    assertThat(broken[0]).isTrue();
    assertThat(new TestTerminal(folder.resolve("terminal"), scene.site.clock()).title("zc-1"))
        .isEqualTo(Optional.of(DiskScene.NEW));
  }
}
