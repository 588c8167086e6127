package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.AgentReason;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.disk.Op;
import cn.gongkai.sync.disk.TracedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 7 of the table of faults: every single thing that the agent asks of the disk fails in turn.
/// SQLite's own writes fail in `DiskFullTest`, on a disk that is really full, and in
/// `EveryRequestFailsTest`.
class EveryWriteFailsTest {

  private static final int OPERATIONS_MAX = 2_000;

  @TempDir Path folder;
  private DiskScene scene;

  @BeforeEach
  void aScene() throws Exception {
    scene = new DiskScene(folder);
  }

  /// A disk that fails from one operation on.
  ///
  /// @param once false where it goes on failing
  private static TracedDisk failing(int from, boolean once, String how, List<Op> failed) {
    int[] number = {0};
    return new TracedDisk(
        op -> {
          boolean full = how.contains("No space");
          if (full && !op.needsRoom()) {
            return;
          }
          number[0]++;
          if (number[0] == from || number[0] > from && !once) {
            failed.add(op);
            throw new IOException(how);
          }
        });
  }

  private int runAll(boolean once, String how) throws Exception {
    for (int from = 1; from < OPERATIONS_MAX; from++) {
      Path terminal = folder.resolve("terminal");
      DiskScene.copy(scene.base, terminal);
      List<Op> failed = new ArrayList<>();
      TracedDisk disk = failing(from, once, how, failed);
      SyncOutcome outcome =
          new TestTerminal(disk.watched(terminal), scene.site.clock()).sync(scene.source());
      if (failed.isEmpty()) {
        assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
        return from;
      }
      String when = how + " at " + from + ", " + failed.getFirst();
      scene.assertWhole(terminal, when);
      assertTold(outcome, terminal, once, when);
      scene.assertHeals(terminal, scene.source(), when);
      DiskScene.delete(terminal);
    }
    throw new AssertionError("the run has no end");
  }

  private static void assertTold(SyncOutcome outcome, Path terminal, boolean once, String when) {
    if (outcome instanceof SyncOutcome.Failed failed) {
      assertThat(AgentReason.of(failed.code()))
          .as("%s: %s", when, failed)
          .isEqualTo(when.contains("No space") ? AgentReason.DISK_FULL : AgentReason.DISK_FAILED);
      Optional<AgentReport> report = TerminalJson.agentReport(terminal).find();
      if (once) {
        assertThat(report.flatMap(AgentReport::code)).as(when).contains(failed.code());
      }
    } else {
      // What failed was the report, or something that the next run does anyway.
      assertThat(outcome).as(when).isInstanceOf(SyncOutcome.Applied.class);
    }
  }

  @Test
  @DisplayName("7 disk full: every write fails once")
  void aDiskThatIsFullForAMomentLosesNothing() throws Exception {
    assertThat(runAll(true, "No space left on device")).isGreaterThan(25);
  }

  @Test
  @DisplayName("7 disk full: from every write on")
  void aDiskThatStaysFullLosesNothing_andRecoversByItself() throws Exception {
    assertThat(runAll(false, "No space left on device")).isGreaterThan(25);
  }

  @Test
  @DisplayName("7 a disk that fails: every operation in turn")
  void aDiskThatFailsAtAnyOperationLosesNothing() throws Exception {
    assertThat(runAll(true, "Input/output error")).isGreaterThan(60);
  }
}
