package cn.gongkai.sync.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.testkit.ManualClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HttpSiteTest {

  private static final SitePath.Metadata TIMESTAMP = new SitePath.Metadata("timestamp.json");
  private static final SitePath.Blob BLOB = new SitePath.Blob("ab".repeat(32));

  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final ManualClock clock = ManualClock.at("2026-11-20T00:00:00Z");
  private HttpServer server;
  private HttpSite site;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.start();
    URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    site = new HttpSite(base, SyncLimits.DEFAULT, clock);
  }

  @AfterEach
  void stop() {
    site.close();
    server.stop(0);
    pool.shutdownNow();
  }

  @Test
  void itSaysWhatTheServersClockShows() {
    answer("/metadata/timestamp.json", 200, "application/json", "{}");
    assertThat(site.findTime()).isEmpty();
    site.open(TIMESTAMP, 0);
    assertThat(site.findTime()).isPresent();
  }

  @Test
  void aFileIsReadWhole() throws IOException {
    answer("/metadata/timestamp.json", 200, "application/json", "{\"v\":1}");
    assertThat(text(site.open(TIMESTAMP, 0))).isEqualTo("{\"v\":1}");
  }

  @Test
  void aMissingFileIsAbsent_andSoIsAForbiddenOne() {
    answer("/metadata/timestamp.json", 403, "text/plain", "no");
    assertThat(site.open(TIMESTAMP, 0)).isEqualTo(new Answer.Absent());
    assertThat(site.open(BLOB, 0)).isEqualTo(new Answer.Absent());
  }

  @Test
  void aWebPageInsteadOfAFileIsACaptivePortal() {
    answer("/metadata/timestamp.json", 200, "text/html; charset=utf-8", "<html>login</html>");
    assertThat(failure(site.open(TIMESTAMP, 0))).isEqualTo("SYNC-CAPTIVE-PORTAL");
  }

  @Test
  void aRedirectIsNamedAndNotFollowed() {
    server.createContext(
        "/metadata/timestamp.json",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    assertThat(failure(site.open(TIMESTAMP, 0))).isEqualTo("SYNC-REDIRECT");
  }

  @Test
  void aServerInTroubleIsNamed() {
    answer("/metadata/timestamp.json", 500, "text/plain", "oops");
    assertThat(failure(site.open(TIMESTAMP, 0))).isEqualTo("SYNC-SERVER-ERROR");
  }

  @Test
  void aServerThatIsNotThereIsNoNetwork() {
    server.stop(0);
    assertThat(failure(site.open(TIMESTAMP, 0))).isEqualTo("SYNC-NO-NETWORK");
  }

  @Test
  void aRangeIsBelievedWhereItIsEchoed() throws IOException {
    server.createContext(
        "/blobs/",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Range")).isEqualTo("bytes=3-");
          exchange.getResponseHeaders().add("Content-Range", "bytes 3-5/6");
          send(exchange, 206, "def");
        });
    Answer.Found found = (Answer.Found) site.open(BLOB, 3);
    assertThat(found.from()).isEqualTo(3);
    assertThat(text(found)).isEqualTo("def");
  }

  @Test
  void aServerWithoutRangesBeginsAgain() {
    answer("/blobs/", 200, "application/octet-stream", "abcdef");
    assertThat(((Answer.Found) site.open(BLOB, 3)).from()).isZero();
  }

  @Test
  void aRangeThatIsNotTheOneAskedForIsRefused() {
    server.createContext(
        "/blobs/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 0-5/6");
          send(exchange, 206, "abcdef");
        });
    assertThat(failure(site.open(BLOB, 3))).isEqualTo("SYNC-SERVER-ERROR");
  }

  @Test
  void aServerThatDripsIsGivenUp() throws IOException {
    answer("/blobs/", 200, "application/octet-stream", "abcdef");
    try (Answer.Found found = (Answer.Found) site.open(BLOB, 0)) {
      byte[] few = new byte[2];
      assertThat(found.body().read(few)).isPositive();
      clock.advance(Duration.ofSeconds(61));
      assertThatThrownBy(() -> found.body().read(few)).isInstanceOf(SlowSourceException.class);
    }
  }

  @Test
  void aLargeFileIsStreamedBeforeItHasArrived() throws Exception {
    var firstRead = new java.util.concurrent.CountDownLatch(1);
    server.createContext(
        "/blobs/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(new byte[200_000]);
            out.flush();
            firstRead.await();
            out.write(new byte[1]);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (Answer.Found found = (Answer.Found) site.open(BLOB, 0)) {
      assertThat(found.body().readNBytes(100_000)).hasSize(100_000);
      firstRead.countDown();
      assertThat(found.body().readAllBytes()).hasSize(100_001);
    }
  }

  private void answer(String path, int status, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          send(exchange, status, body);
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static String text(Answer answer) throws IOException {
    try (Answer.Found found = (Answer.Found) answer) {
      return new String(found.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String failure(Answer answer) {
    return ((Answer.Failed) answer).code();
  }
}
