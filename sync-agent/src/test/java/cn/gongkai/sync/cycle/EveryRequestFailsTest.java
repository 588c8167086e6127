package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.store.AgentReason;
import cn.gongkai.sync.disk.WatchedProcess;
import cn.gongkai.sync.disk.WatchedProcess.Fault;
import cn.gongkai.sync.disk.WatchedProcess.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 7 of the table of faults with everything that is asked of the disk, SQLite's own requests
/// included: the agent's command runs while a request of the system fails, of a write the first
/// half being done.
///
/// The build lets some requests fail, drawn with a printed seed; all of them by hand:
/// `-Dgongkai.crash=1000000`.
class EveryRequestFailsTest {

  private static final int REQUESTS = Integer.getInteger("gongkai.crash", 12);
  private static final int EVER = 1_000_000;
  private static final Pattern CODE = Pattern.compile("(SYNC|STORE|RELEASE)-[A-Z-]+");
  private static final Set<AgentReason> FAILED = EnumSet.of(AgentReason.DISK_FAILED);

  /// For the index of its log SQLite only says that it failed. The disk under this test has room,
  /// so the agent cannot know better, see `DiskFullTest`.
  private static final Set<AgentReason> FULL =
      EnumSet.of(AgentReason.DISK_FULL, AgentReason.DISK_FAILED);

  @TempDir Path folder;
  private final long seed = Long.getLong("gongkai.seed", System.nanoTime());
  private DiskScene scene;
  private WatchedProcess agent;

  @BeforeEach
  void aScene() throws Exception {
    scene = new DiskScene(folder);
    agent = new WatchedProcess(folder.resolve("agent"));
  }

  @AfterEach
  void end() throws Exception {
    agent.close();
  }

  private Ran sync(Path terminal, Fault fault) throws IOException {
    return agent.sync(scene.site.site(), terminal, scene.site.clock().instant(), fault);
  }

  /// Lets requests fail, each in a run of its own.
  private void failEach(Set<AgentReason> expected, IntFunction<Fault> faults) throws Exception {
    Path terminal = folder.resolve("terminal");
    DiskScene.copy(scene.base, terminal);
    Ran whole = sync(terminal, faults.apply(EVER));
    assertThat(whole.code()).as(agent.log()).isZero();
    assertThat(whole.requests()).isGreaterThan(80);
    DiskScene.delete(terminal);
    Set<AgentReason> told = EnumSet.noneOf(AgentReason.class);
    for (int number : drawn(whole.requests())) {
      String when = "seed %d, %s".formatted(seed, faults.apply(number));
      DiskScene.copy(scene.base, terminal);
      Ran ran = sync(terminal, faults.apply(number));
      assertThat(ran.failures()).as(when).isPositive();
      scene.assertWhole(terminal, when);
      reason(ran, when).ifPresent(told::add);
      scene.assertHeals(terminal, scene.source(), when);
      DiskScene.delete(terminal);
    }
    assertThat(told).as("seed %d", seed).isNotEmpty().isSubsetOf(expected);
  }

  private List<Integer> drawn(int last) {
    return REQUESTS >= last
        ? IntStream.rangeClosed(1, last).boxed().toList()
        : new Random(seed).ints(REQUESTS, 1, last + 1).sorted().distinct().boxed().toList();
  }

  /// Why a run says that it failed; empty where what failed is no part of the release, or is done
  /// again anyway.
  private Optional<AgentReason> reason(Ran ran, String when) throws IOException {
    if (ran.code() == 0) {
      return Optional.empty();
    }
    assertThat(ran.code()).as("%s: %s", when, agent.log()).isEqualTo(3);
    Matcher code = CODE.matcher(ran.said());
    assertThat(code.find()).as("%s: %s", when, ran.said()).isTrue();
    return Optional.of(AgentReason.of(code.group()));
  }

  @Test
  @DisplayName("7 disk full: any request of all, SQLite's as well, finds no room once")
  void aDiskThatIsFullForAMomentLosesNothing() throws Exception {
    failEach(FULL, number -> Fault.full(number, 1));
  }

  @Test
  @DisplayName("7 disk full: from any request on, SQLite's as well, there is no room")
  void aDiskThatStaysFullLosesNothing() throws Exception {
    failEach(FULL, number -> Fault.full(number, EVER));
  }

  @Test
  @DisplayName("7 a disk that fails: any request of all, SQLite's as well")
  void aDiskThatFailsAtAnyRequestLosesNothing() throws Exception {
    failEach(FAILED, number -> Fault.broken(number, 1));
  }

  @Test
  @DisplayName("7 a disk that fails: from any request on, SQLite's as well")
  void aDiskThatFailsFromAnyRequestOnLosesNothing() throws Exception {
    failEach(FAILED, number -> Fault.broken(number, EVER));
  }
}
