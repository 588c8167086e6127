package cn.gongkai.sync.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.sync.config.NightHours;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.transfer.Failpoints;
import cn.gongkai.sync.transfer.Transfer;
import cn.gongkai.sync.transfer.Transferred;
import cn.gongkai.sync.transfer.Wanted;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Row 5 of the table of faults, with the agent's own HTTP client and a real clock: the bytes are
/// kept and the next source goes on.
@QuarkusTest
class SlowServerTest {

  private static final int SENT = BlobRef.CHUNK_BYTES + 5_000;

  /// A second instead of a minute, so that the test need not wait for it.
  private static final SyncLimits IMPATIENT =
      new SyncLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          1024,
          Duration.ofSeconds(1),
          1 << 20,
          1 << 20,
          2,
          Duration.ofMinutes(5),
          Duration.ZERO,
          0,
          1 << 20,
          NightHours.ANY_TIME,
          Duration.ZERO);

  @TempDir Path folder;
  private final CountDownLatch over = new CountDownLatch(1);
  private FileServer slow;
  private FileServer good;

  @BeforeEach
  void serve() throws Exception {
    slow = new FileServer(folder);
    good = new FileServer(folder);
  }

  @AfterEach
  void stop() {
    over.countDown();
    slow.close();
    good.close();
  }

  @ParameterizedTest
  @DisplayName("5 slow-loris")
  @CsvSource({"100, a byte now and then", "600000, nothing more at all"})
  @Timeout(30)
  void aSlowServerIsGivenUpAndTheNextGoesOn(int pauseMillis, String what) throws Exception {
    byte[] file = new byte[2 * BlobRef.CHUNK_BYTES];
    new Random(11).nextBytes(file);
    List<String> chunks =
        List.of(
            Sha256.hex(java.util.Arrays.copyOf(file, BlobRef.CHUNK_BYTES)),
            Sha256.hex(java.util.Arrays.copyOfRange(file, BlobRef.CHUNK_BYTES, file.length)));
    BlobRef blob = new BlobRef(Sha256.hex(file), file.length, "application/pdf", chunks);
    Path place = folder.resolve("blobs").resolve(blob.path());
    Files.createDirectories(place.getParent());
    Files.write(place, file);
    slow.fail(
        "blobs/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
          exchange.sendResponseHeaders(200, file.length);
          try (var out = exchange.getResponseBody()) {
            out.write(file, 0, SENT);
            for (int at = SENT; at < file.length; at++) {
              out.flush();
              if (over.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                return;
              }
              out.write(file, at, 1);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (HttpSite one = new HttpSite(slow.base(), IMPATIENT, Clock.systemUTC());
        HttpSite two = new HttpSite(good.base(), IMPATIENT, Clock.systemUTC())) {
      Transfer transfer =
          new Transfer(List.of(one, two), folder.resolve("incoming"), IMPATIENT, Failpoints.NONE);
      Transferred result = transfer.fetch(Wanted.of(blob));
      assertThat(result).as(what).isInstanceOf(Transferred.Done.class);
      assertThat(((Transferred.Done) result).file()).hasBinaryContent(file);
    }
    assertThat(good.takeAsked())
        .singleElement()
        .satisfies(asked -> assertThat(asked.from()).isGreaterThanOrEqualTo(SENT));
  }

  @Test
  @DisplayName("6 endless data, with the agent's own HTTP client")
  @Timeout(30)
  void anEndlessServerIsLeftAtTheSignedLength() throws Exception {
    BlobRef blob = new BlobRef("ab".repeat(32), 1000, "application/pdf", List.of());
    slow.fail(
        "blobs/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            while (over.getCount() > 0) {
              out.write(new byte[64 * 1024]);
            }
          }
        });
    try (HttpSite site = new HttpSite(slow.base(), IMPATIENT, Clock.systemUTC())) {
      Transfer transfer =
          new Transfer(List.of(site), folder.resolve("incoming"), IMPATIENT, Failpoints.NONE);
      assertThat(transfer.fetch(Wanted.of(blob)))
          .isInstanceOfSatisfying(
              Transferred.Failed.class,
              failed -> assertThat(failed.code()).isEqualTo("SYNC-FILE-LENGTH"));
    }
  }
}
