package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.sync.site.FileServer;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.transfer.Failpoints.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The agent as a real process over real HTTP, killed at every failpoint and at random moments. The
/// packaged program is killed in `PackagedAgentKillTest`, thousands of times by hand: `./gongkai
/// bench kill`.
class KillLoopTest {

  private static final Duration AT_MOST = Duration.ofSeconds(8);
  private static final int KILLS_MAX = 30;

  @TempDir Path folder;
  private final long seed = Long.getLong("gongkai.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private SiteSimulator site;
  private FileServer server;
  private TestTerminal terminal;
  private long sequence;
  private int releases;

  @BeforeEach
  void aServedSite() throws Exception {
    site = SiteSimulator.small(folder);
    publishMore();
    server = new FileServer(site.site());
    terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void killedAnywhereTheTerminalShowsOneReleaseOrTheOtherAndGoesOn() throws Exception {
    Deque<Point> points = new ArrayDeque<>(List.of(Point.values()));
    long began = System.nanoTime();
    int kills = 0;
    int typicalMillis = 2_000;
    while (kills < Point.values().length
        || kills < KILLS_MAX && System.nanoTime() - began < AT_MOST.toNanos()) {
      Map<String, Long> parts = parts();
      server.takeAsked();
      long runBegan = System.nanoTime();
      Optional<Point> where = Optional.ofNullable(points.poll());
      boolean finished = where.isPresent() ? dieAt(where.get()) : dieWithin(typicalMillis);
      if (finished) {
        typicalMillis = (int) Duration.ofNanos(System.nanoTime() - runBegan).toMillis();
        publishMore();
      } else {
        kills++;
      }
      checkInvariants("seed " + seed + ", kill " + kills + " at " + where, parts);
    }
    terminal.sync(new FolderSite(site.site()));
    assertThat(terminal.sync(new FolderSite(site.site()))).isInstanceOf(SyncOutcome.UpToDate.class);
    assertThat(terminal.sequence(Channel.COUNTY))
        .isEqualTo(site.release().head(Channel.COUNTY).sequence());
    terminal.assertSound();
    assertThat(kills).as("seed %d", seed).isGreaterThanOrEqualTo(Point.values().length);
  }

  private void publishMore() throws Exception {
    releases++;
    site.clock().advance(Duration.ofMinutes(1));
    byte[] large = new byte[3 * BlobRef.CHUNK_BYTES - 1000];
    byte[] small = new byte[5_000];
    random.nextBytes(large);
    random.nextBytes(small);
    site.release()
        .put(
            TestTerminal.withFile(
                "zc-" + releases % 5,
                "示例：第" + releases + "次",
                site.release().blob(large, "application/pdf"),
                site.release().blob(small, "application/pdf")),
            SampleEntities.item("wen-" + releases, "示例：文" + releases, "正文。"),
            SampleEntities.townItem(SampleEntities.TOWN, "x", "示例：镇" + releases, "镇里的事。"))
        .publish();
  }

  private Process agent(String point, int alive) throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    return AgentUnderTest.start(
        scratch,
        128,
        server.base().toString(),
        terminal.folder.toString(),
        site.clock().instant().toString(),
        point,
        "" + alive);
  }

  private boolean dieAt(Point point) throws Exception {
    int alive = point == Point.PART_WRITTEN ? random.nextInt(8) : 0;
    int code = AgentUnderTest.end(agent(point.name(), alive));
    if (code == 0 && point != Point.PART_WRITTEN) {
      // There was nothing to do on the way to that point: it needs a release to apply.
      publishMore();
      code = AgentUnderTest.end(agent(point.name(), alive));
    }
    assertThat(code).as("exit code at %s, seed %d", point, seed).isIn(0, AgentUnderTest.DEAD);
    return code == 0;
  }

  /// @return true where it was quicker than the kill
  private boolean dieWithin(int millis) throws Exception {
    Process agent = agent("-", 0);
    if (agent.waitFor(1 + random.nextInt(millis), TimeUnit.MILLISECONDS)) {
      assertThat(agent.exitValue()).as("seed %d", seed).isZero();
      return true;
    }
    agent.destroyForcibly().waitFor();
    return false;
  }

  /// Bytes on their way, by hash.
  private Map<String, Long> parts() throws Exception {
    Map<String, Long> sizes = new HashMap<>();
    Path incoming = terminal.folder.resolve("incoming");
    if (Files.isDirectory(incoming)) {
      try (Stream<Path> files = Files.list(incoming)) {
        for (Path file : files.toList()) {
          sizes.put(file.getFileName().toString().replace(".part", ""), Files.size(file));
        }
      }
    }
    return sizes;
  }

  private void checkInvariants(String when, Map<String, Long> parts) throws Exception {
    for (FileServer.Asked asked : server.takeAsked()) {
      String name = asked.path().substring(asked.path().lastIndexOf('/') + 1).split("\\.", 2)[0];
      long kept = parts.getOrDefault(name, 0L);
      assertThat(kept - asked.from())
          .as("%s: bytes of %s fetched again", when, asked.path())
          .isLessThan(BlobRef.CHUNK_BYTES);
      parts.remove(name);
    }
    if (!Files.exists(terminal.folder.resolve("content.sqlite"))) {
      return;
    }
    StoreCheck check = StoreCheck.of(terminal.folder, StoreCheck.Depth.QUICK);
    assertThat(check.problems())
        .as(when)
        .allMatch(problem -> sequence == 0 && problem.code().equals("STORE-MISSING"));
    if (check.isSound()) {
      long now = terminal.sequence(Channel.COUNTY);
      assertThat(now).as("%s: head", when).isGreaterThanOrEqualTo(sequence);
      sequence = now;
    }
    assertThat(trustedSequence()).as("%s: trust runs ahead", when).isLessThanOrEqualTo(sequence);
  }

  private long trustedSequence() throws Exception {
    TrustedFolder trusted = new TrustedFolder(terminal.folder.resolve("trusted"));
    if (trusted.find("root").isEmpty()) {
      return 0;
    }
    Optional<TrustedRelease> kept =
        new Refresh(
                site.metadata(), trusted, site.clock(), TufLimits.STANDARD, ReleaseLimits.STANDARD)
            .findKept();
    return kept.flatMap(release -> release.find(Channel.COUNTY))
        .map(channel -> channel.head().sequence())
        .orElse(0L);
  }
}
