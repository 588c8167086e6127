package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.sync.config.NightHours;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.share.BlobShare;
import cn.gongkai.sync.share.ShareLimits;
import cn.gongkai.sync.site.FileServer;
import cn.gongkai.sync.site.PlainSite;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.transfer.Ceiling;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A terminal beside another one in the same house, and large files at night.
class NeighbourTest {

  private static final int LARGE = 5 * BlobRef.CHUNK_BYTES;

  @TempDir Path folder;
  private SiteSimulator site;
  private FileServer server;
  private SiteSource source;
  private TestTerminal first;
  private TestTerminal second;
  private BlobShare share;
  private BlobRef blob;

  @BeforeEach
  void twoTerminals() throws Exception {
    site = SiteSimulator.small(folder);
    server = new FileServer(site.site());
    source = new PlainSite(server.base(), SyncLimits.DEFAULT, site.clock());
    first = new TestTerminal(folder.resolve("first"), site.clock());
    second = new TestTerminal(folder.resolve("second"), site.clock());
    first.sync(source);
    second.sync(source);
    Ceiling none = new Ceiling(1L << 40, site.clock(), pause -> {});
    share = new BlobShare(first.folder, 0, ShareLimits.DEFAULT, none);
    site.clock().advance(Duration.ofHours(1));
    byte[] clip = new byte[LARGE];
    new Random(5).nextBytes(clip);
    blob = site.release().blob(clip, "application/pdf");
    site.release().put(TestTerminal.withFile("zc-1", "示例：新", blob)).publish();
  }

  @AfterEach
  void stop() {
    share.close();
    server.close();
  }

  private Sources beside(BlobShare neighbour) {
    URI address = URI.create("http://localhost:" + neighbour.port() + "/");
    return new Sources(
        List.of(source), List.of(new PlainSite(address, SyncLimits.DEFAULT, site.clock())));
  }

  private List<String> askedOfTheSite() {
    return server.takeAsked().stream().map(FileServer.Asked::path).toList();
  }

  @Test
  void aFileThatANeighbourHasIsNotFetchedFromTheSite() throws Exception {
    first.sync(source);
    server.takeAsked();
    assertThat(second.sync(Optional.empty(), beside(share)))
        .isInstanceOf(SyncOutcome.Applied.class);
    assertThat(second.title("zc-1")).contains("示例：新");
    assertThat(askedOfTheSite()).noneMatch(path -> path.startsWith("blobs/"));
    second.assertSound();
  }

  @Test
  void aNeighbourThatLiesCostsAChunkAndNothingElse() throws Exception {
    first.sync(source);
    Path place = first.folder.resolve("blobs").resolve(blob.path());
    byte[] forged = Files.readAllBytes(place);
    forged[2 * BlobRef.CHUNK_BYTES + 5] ^= 1;
    Files.write(place, forged);
    server.takeAsked();
    assertThat(second.sync(Optional.empty(), beside(share)))
        .isInstanceOf(SyncOutcome.Applied.class);
    assertThat(second.title("zc-1")).contains("示例：新");
    second.assertSound();
    assertThat(askedOfTheSite()).filteredOn(path -> path.startsWith("blobs/")).hasSize(1);
  }

  @Test
  void withoutItsNeighbourATerminalFetchesFromTheSite() throws Exception {
    Sources sources = beside(share);
    share.close();
    assertThat(second.sync(Optional.empty(), sources)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(second.title("zc-1")).contains("示例：新");
  }

  private SyncLimits atNight() {
    return SyncLimits.DEFAULT.withNight(
        new NightHours(
            LocalTime.of(22, 0),
            LocalTime.of(6, 0),
            ZoneId.of("Asia/Shanghai"),
            1 << 20,
            Duration.ofDays(3)));
  }

  @Test
  void byDayALargeFileWaits_andSaysSo_andNothingShownVanishes() throws Exception {
    second.with(atNight());
    assertThat(second.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(second.title("zc-1")).contains("示例：通知一");
    AgentReport report = second.report();
    Instant since = site.clock().instant();
    assertThat(report.outcome()).isEqualTo(AgentReport.Outcome.APPLIED);
    assertThat(report.code()).contains("SYNC-NIGHT");
    assertThat(report.waiting()).isEqualTo(new AgentReport.Waiting(1, LARGE, Optional.of(since)));
    assertThat(report.heads()).contains(site.release().head(report.heads().getFirst().channel()));

    site.clock().advance(Duration.ofHours(13));
    second.sync(source);
    assertThat(second.title("zc-1")).contains("示例：新");
    assertThat(second.report().waiting()).isEqualTo(AgentReport.Waiting.NOTHING);
    assertThat(second.report().code()).isEmpty();
  }

  @Test
  void aTerminalThatIsOffAtNightFetchesByDayInTheEnd() throws Exception {
    second.with(atNight());
    second.sync(source);
    site.clock().advance(Duration.ofDays(2));
    second.sync(source);
    assertThat(second.title("zc-1")).contains("示例：通知一");
    site.clock().advance(Duration.ofDays(1));
    second.sync(source);
    assertThat(second.title("zc-1")).contains("示例：新");
  }

  @Test
  void aNewTerminalWaitsForNoNight() throws Exception {
    TestTerminal third = new TestTerminal(folder.resolve("third"), site.clock()).with(atNight());
    assertThat(third.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(third.title("zc-1")).contains("示例：新");
  }

  @Test
  void anItemIsShownWhileLaterFilesAreOnTheirWay() throws Exception {
    byte[] huge = new byte[9 << 20];
    new Random(6).nextBytes(huge);
    BlobRef last = site.release().blob(huge, "application/pdf");
    BlobRef before = site.release().blob(java.util.Arrays.copyOf(huge, 8 << 20), "application/pdf");
    site.release()
        .put(
            TestTerminal.withFile("zc-2", "示例：次大", before),
            TestTerminal.withFile("zc-3", "示例：最大", last))
        .publish();
    server.fail(
        "blobs/" + last.path(),
        exchange -> {
          try {
            assertThat(second.title("zc-2")).contains("示例：次大");
            AgentReport report = second.report();
            assertThat(report.code()).contains("SYNC-FETCHING");
            assertThat(report.waiting().bytes()).isEqualTo(last.length());
            assertThat(report.succeededAt()).isNotEqualTo(Optional.of(site.clock().instant()));
            exchange.getResponseHeaders().set("X-Checked", "yes");
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          exchange.sendResponseHeaders(503, -1);
        });
    assertThat(second.sync(source).findCode()).contains("SYNC-SERVER-ERROR");
    assertThat(second.title("zc-3")).isEmpty();
    assertThat(server.takeAsked()).anyMatch(asked -> asked.path().endsWith(last.sha256()));
    server.mend();
    second.sync(source);
    assertThat(second.title("zc-3")).contains("示例：最大");
  }
}
