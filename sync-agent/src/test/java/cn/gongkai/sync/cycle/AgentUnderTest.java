package cn.gongkai.sync.cycle;

import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.PlainSite;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.transfer.Failpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The agent as a process of its own: the cycle of the real program over a plain HTTP source, with
/// a failpoint at which it drops dead as by `kill -9`.
///
/// Exit code: 0 up to date or applied, 1 any other outcome, [#DEAD] at the failpoint.
final class AgentUnderTest {

  static final int DEAD = 137;

  private AgentUnderTest() {}

  /// @param args site, terminal, time, failpoint or `-`, how many times it is passed alive
  public static void main(String[] args) {
    Clock clock = Clock.fixed(Instant.parse(args[2]), ZoneOffset.UTC);
    SiteSource source =
        args[0].startsWith("http")
            ? new PlainSite(URI.create(args[0]), SyncLimits.DEFAULT, clock)
            : new FolderSite(Path.of(args[0]));
    Path terminal = Path.of(args[1]);
    SyncOutcome outcome =
        new SyncCycle(
                terminal,
                Sources.of(List.of(source)),
                Optional.empty(),
                SyncLimits.DEFAULT,
                clock,
                Progress.SILENT,
                dyingAt(args[3], Integer.parseInt(args[4])),
                Room.ofDisk(terminal))
            .run();
    System.out.println(outcome.describe());
    boolean good =
        outcome instanceof SyncOutcome.UpToDate || outcome instanceof SyncOutcome.Applied;
    System.exit(good ? 0 : 1);
  }

  private static Failpoints dyingAt(String name, int alive) {
    int[] left = {alive};
    return point -> {
      if (point.name().equals(name) && left[0]-- == 0) {
        Runtime.getRuntime().halt(DEAD);
      }
    };
  }

  /// Starts it.
  ///
  /// @param heapMegabytes most memory for objects
  static Process start(Path scratch, int heapMegabytes, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            // What dies cannot take its unpacked library away; the test's folder goes with the
            // test.
            "-Djava.io.tmpdir=" + scratch,
            "-cp",
            System.getProperty("java.class.path"),
            AgentUnderTest.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(scratch.resolve("agent.log").toFile())
        .start();
  }

  /// Waits for its end.
  static int end(Process agent) throws InterruptedException {
    if (!agent.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS)) {
      agent.destroyForcibly();
      throw new AssertionError("the agent did not come to an end");
    }
    return agent.exitValue();
  }
}
