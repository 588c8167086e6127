package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReason;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.FileServer;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.PlainSite;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.site.SiteSource;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the table of faults through the whole cycle, over real HTTP. Row 1 is `KillLoopTest`, 2
/// `TrustOrderTest`, 5 `SlowServerTest`, 11 `StolenTownKeyCycleTest`, 12 `StickTest`; 6 and 7 go on
/// in `BoundedMemoryTest` and `DiskFullTest`.
class FaultTableTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private FileServer server;
  private SiteSource source;
  private TestTerminal terminal;

  @BeforeEach
  void aTerminalThatIsUpToDate() throws Exception {
    site = SiteSimulator.small(folder);
    server = new FileServer(site.site());
    source = new PlainSite(server.base(), SyncLimits.DEFAULT, site.clock());
    terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private BlobRef publishNews() throws Exception {
    site.clock().advance(Duration.ofHours(1));
    byte[] file = new byte[3 * BlobRef.CHUNK_BYTES];
    new Random(5).nextBytes(file);
    BlobRef blob = site.release().blob(file, "application/pdf");
    site.release().put(TestTerminal.withFile("zc-1", "示例：新", blob)).publish();
    return blob;
  }

  /// Whatever went wrong: the old release is shown, trust has not moved, no success is claimed.
  private void assertNothingChanged(Instant success) throws Exception {
    assertThat(terminal.title("zc-1")).contains("示例：通知一");
    assertThat(terminal.trusted("timestamp")).isEqualTo(1);
    assertThat(terminal.report().succeededAt()).contains(success);
    terminal.assertSound();
  }

  private void assertHeals() throws Exception {
    server.mend();
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
    assertThat(terminal.trusted("timestamp")).isEqualTo(2);
    terminal.assertSound();
  }

  @Test
  @DisplayName("3 truncated or flipped byte")
  void aFlippedByteCostsOneChunk() throws Exception {
    BlobRef blob = publishNews();
    byte[] right = Files.readAllBytes(site.site().resolve("blobs").resolve(blob.path()));
    AtomicInteger answers = new AtomicInteger();
    server.fail(
        "blobs/",
        exchange -> {
          if (answers.getAndIncrement() == 0) {
            byte[] wrong = right.clone();
            wrong[BlobRef.CHUNK_BYTES + 9] ^= 4;
            answer(exchange, 200, "application/octet-stream", wrong);
          } else {
            server.mend();
            exchange.sendResponseHeaders(503, -1);
          }
        });
    server.takeAsked();
    terminal.sync(source);
    assertThat(terminal.title("zc-1")).contains("示例：新");
    assertThat(server.takeAsked().stream().filter(a -> a.path().startsWith("blobs/")).toList())
        .extracting(FileServer.Asked::from)
        .containsExactly(0L, (long) BlobRef.CHUNK_BYTES, (long) BlobRef.CHUNK_BYTES);
  }

  @Test
  @DisplayName("4 stale mirror")
  void aStaleMirrorIsPassedOverForTheNextSource() throws Exception {
    Path mirror = folder.resolve("mirror");
    copy(site.site(), mirror);
    publishNews();
    assertThat(terminal.sync(new FolderSite(mirror), source))
        .isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
    SyncOutcome alone = terminal.sync(new FolderSite(mirror));
    assertThat(alone.findCode()).contains("RELEASE-TUF-ROLLBACK");
    assertThat(terminal.title("zc-1")).contains("示例：新");
    assertThat(terminal.sync(new FolderSite(mirror), source))
        .isInstanceOf(SyncOutcome.UpToDate.class);
  }

  @ParameterizedTest
  @DisplayName("6 endless data")
  @ValueSource(strings = {"metadata/timestamp.json", "targets/", "blobs/"})
  void endlessDataIsCutOff(String path) throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    publishNews();
    server.fail(path, FaultTableTest::endless);
    SyncOutcome outcome = terminal.sync(source);
    assertThat(outcome.findCode().orElseThrow())
        .isIn("RELEASE-TUF-TOO-LONG", "SYNC-FILE-LENGTH", "SYNC-FILE-HASH");
    if (!path.equals("blobs/")) {
      assertNothingChanged(success);
    }
    assertThat(terminal.report().succeededAt()).contains(success);
    assertHeals();
  }

  @Test
  @DisplayName("8 clock ten years ahead")
  void aClockFarAheadAppliesNothingAndSaysSo() throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    publishNews();
    site.clock().advance(Duration.ofDays(3650));
    assertThat(terminal.sync(source).findCode()).contains("RELEASE-TUF-EXPIRED");
    assertThat(terminal.report().outcome()).isEqualTo(AgentReport.Outcome.REFUSED);
    assertNothingChanged(success);
    site.clock().advance(Duration.ofDays(-3650));
    assertHeals();
  }

  /// As the site's server tells the time: what has run out here is good there.
  @Test
  @DisplayName("8 clock ten years ahead, beside a server that tells the time")
  void aClockFarAheadIsToldFromASiteThatNobodySigns() throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    publishNews();
    Instant right = site.clock().instant();
    site.clock().advance(Duration.ofDays(3650));
    SiteSource telling = new TellingTime(source, right);
    assertThat(terminal.sync(telling).findCode()).contains("SYNC-CLOCK-AHEAD");
    assertThat(terminal.report().clock()).isEqualTo(AgentReport.ClockState.AHEAD);
    assertThat(terminal.report().findReason()).contains(AgentReason.CLOCK_AHEAD);
    assertNothingChanged(success);
    SiteSource asWrong = new TellingTime(source, site.clock().instant());
    assertThat(terminal.sync(asWrong).findCode()).contains("RELEASE-TUF-EXPIRED");
    assertThat(terminal.report().clock()).isEqualTo(AgentReport.ClockState.PLAUSIBLE);
    site.clock().advance(Duration.ofDays(-3650));
    assertHeals();
  }

  private record TellingTime(SiteSource source, Instant time) implements SiteSource {
    @Override
    public Answer open(SitePath path, long offset) {
      return source.open(path, offset);
    }

    @Override
    public Optional<Instant> findTime() {
      return Optional.of(time);
    }

    @Override
    public String name() {
      return source.name();
    }

    @Override
    public void close() {}
  }

  @Test
  @DisplayName("8 clock ten years behind")
  void aClockFarBehindIsFlooredAtTheLastSignedTime_andReported() throws Exception {
    publishNews();
    site.clock().advance(Duration.ofDays(-3650));
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
    assertThat(terminal.report().code()).contains("SYNC-CLOCK-BEHIND");
    assertThat(terminal.report().clock()).isEqualTo(AgentReport.ClockState.BEHIND);
    site.clock().advance(Duration.ofDays(3650));
    terminal.sync(source);
    assertThat(terminal.report().code()).isEmpty();
  }

  @Test
  @DisplayName("9 replayed metadata, older")
  void olderMetadataIsRefused() throws Exception {
    Map<String, byte[]> old = site.save("metadata");
    publishNews();
    terminal.sync(source);
    Instant success = terminal.report().succeededAt().orElseThrow();
    site.restore("metadata", old);
    site.clock().advance(Duration.ofMinutes(5));
    assertThat(terminal.sync(source).findCode()).contains("RELEASE-TUF-ROLLBACK");
    assertThat(terminal.title("zc-1")).contains("示例：新");
    assertThat(terminal.report().succeededAt()).contains(success);
  }

  @Test
  @DisplayName("9 replayed metadata, same version and expired")
  void theSameMetadataIsRefusedOnceItHasExpired() throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    site.clock().advance(Duration.ofDays(30));
    assertThat(terminal.sync(source).findCode()).contains("RELEASE-TUF-EXPIRED");
    assertNothingChanged(success);
  }

  @Test
  @DisplayName("10 mix-and-match")
  void filesOfTwoReleasesAreNoRelease() throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    byte[] old = Files.readAllBytes(site.site().resolve("metadata/1.snapshot.json"));
    publishNews();
    site.tamper("metadata/2.snapshot.json", ignored -> old);
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Refused.class);
    assertNothingChanged(success);
  }

  @Test
  @DisplayName("13 two agents")
  void aSecondAgentIsBusyWhileTheFirstIsAProcessOfItsOwn() throws Exception {
    try (ContentWriter first = ContentWriter.open(terminal.folder, site.clock())) {
      Path scratch = Files.createDirectories(folder.resolve("scratch"));
      Process second =
          AgentUnderTest.start(
              scratch,
              64,
              server.base().toString(),
              terminal.folder.toString(),
              site.clock().instant().toString(),
              "-",
              "0");
      assertThat(AgentUnderTest.end(second)).isEqualTo(1);
      assertThat(scratch.resolve("agent.log")).content().contains("STORE-BUSY");
      assertThat(first.state().heads()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @DisplayName("14 captive portal, 403, 500, redirect")
  @CsvSource({
    "metadata/, 200, SYNC-CAPTIVE-PORTAL", "targets/, 200, SYNC-CAPTIVE-PORTAL",
    "blobs/, 200, SYNC-CAPTIVE-PORTAL", "metadata/, 500, SYNC-SERVER-ERROR",
    "targets/, 500, SYNC-SERVER-ERROR", "blobs/, 500, SYNC-SERVER-ERROR",
    "metadata/, 302, SYNC-REDIRECT", "targets/, 302, SYNC-REDIRECT",
    "blobs/, 302, SYNC-REDIRECT", "metadata/timestamp, 403, RELEASE-TUF-ABSENT",
    "targets/, 403, SYNC-FILE-MISSING"
  })
  void aServerThatDoesNotServeIsANamedState(String path, int status, String code) throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    publishNews();
    server.fail(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/login");
          byte[] page = "<html>请登录</html>".getBytes(StandardCharsets.UTF_8);
          answer(exchange, status, "text/html; charset=utf-8", page);
        });
    assertThat(terminal.sync(source).findCode()).contains(code);
    assertThat(terminal.report().code()).contains(code);
    assertNothingChanged(success);
    assertHeals();
  }

  @Test
  @DisplayName("14 a blob answered with 403 leaves its item as it was, and no other")
  void aForbiddenFileLeavesItsItemAsItWasAndNoOther() throws Exception {
    publishNews();
    site.release().put(SampleEntities.item("zc-2", "示例：也新", "改。")).publish();
    server.fail("blobs/", exchange -> exchange.sendResponseHeaders(403, -1));
    assertThat(terminal.sync(source).findCode()).contains("SYNC-FILE-MISSING");
    assertThat(terminal.title("zc-2")).contains("示例：也新");
    assertThat(terminal.title("zc-1")).contains("示例：通知一");
    assertThat(terminal.report().waiting().files()).isEqualTo(1);
    assertThat(terminal.sequence(Channel.COUNTY))
        .isEqualTo(site.release().head(Channel.COUNTY).sequence());
    server.mend();
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, 0);
    byte[] piece = new byte[64 * 1024];
    try (var out = exchange.getResponseBody()) {
      for (int i = 0; i < 16_384; i++) {
        out.write(piece);
      }
    } catch (IOException e) {
      // The client has had enough, which is what is hoped for.
      return;
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path file : List.copyOf(all.toList())) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
