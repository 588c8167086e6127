package cn.gongkai.sync.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportException;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.report.TerminalKey;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.TerminalFile;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.HttpDesk;
import cn.gongkai.testkit.Altered;
import cn.gongkai.testkit.ManualClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a desk or a network answers, nothing is lost and nothing is taken for acknowledged that
/// is not.
@QuarkusTest
class ReceiptPostTest {

  private static final SyncLimits QUICK = quick();

  @TempDir Path terminal;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final List<byte[]> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Answer answer = Answer.none();
  private HttpServer server;
  private HttpDesk desk;
  private ReceiptPost post;
  private TerminalKey key;

  @FunctionalInterface
  private interface Answer {
    void give(HttpExchange exchange, ReceiptBatch batch) throws IOException;

    static Answer none() {
      return (exchange, batch) -> exchange.sendResponseHeaders(500, -1);
    }
  }

  private static SyncLimits quick() {
    return Altered.of(
        SyncLimits.DEFAULT,
        Map.of("connectTimeout", Duration.ofSeconds(5), "readTimeout", Duration.ofMillis(700)));
  }

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.createContext("/receipts", this::handle);
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/receipts");
    desk = new HttpDesk(address, QUICK, ReceiptLimits.DEFAULT, clock);
    key = TerminalKey.open(terminal);
    post =
        new ReceiptPost(
            terminal,
            "t-1",
            key,
            Optional.of(desk),
            clock,
            ReceiptLimits.DEFAULT,
            Optional.empty());
    ReceiptBook book =
        new ReceiptBook(terminal, "t-1", Optional.empty(), clock, ReceiptLimits.DEFAULT);
    for (int i = 0; i < 3; i++) {
      book.started(Optional.empty());
    }
  }

  @AfterEach
  void stop() {
    over.countDown();
    desk.close();
    server.stop(0);
    pool.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      received.add(body);
      answer.give(exchange, ReceiptBatch.open(body, ReportLimits.STANDARD));
    } catch (ReportException e) {
      throw new IOException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String ack(String terminal, String series, long number) {
    return "{\"acknowledged\":{\"terminal\":\"%s\",\"series\":\"%s\",\"number\":%d}}"
        .formatted(terminal, series, number);
  }

  private static Answer json(int status, Function<ReceiptBatch, String> body) {
    return (exchange, batch) -> send(exchange, status, "application/json", body.apply(batch));
  }

  private List<String> queued() throws Exception {
    try (TerminalFile file = TerminalFile.open(terminal)) {
      return file.receipts().waiting(0, 100).lines();
    }
  }

  @Test
  void whatTheDeskAcknowledgesLeavesTheQueue() throws Exception {
    answer = json(200, batch -> ack("t-1", batch.series(), batch.to()));
    AgentReport.Reporting told = post.run();
    assertThat(told.queued()).isZero();
    assertThat(told.heardAt()).contains(clock.instant());
    assertThat(told.code()).isEmpty();
    assertThat(received).hasSize(1);
  }

  @Test
  void aPartThatIsAcknowledgedLeavesAndTheRestIsSentAgain() throws Exception {
    answer = json(200, batch -> ack("t-1", batch.series(), batch.from()));
    post.run();
    assertThat(queued()).hasSize(2);
    answer = json(200, batch -> ack("t-1", batch.series(), batch.to()));
    post.run();
    assertThat(queued()).isEmpty();
  }

  @Test
  void noOtherAnswerTakesAnythingAway() throws Exception {
    List<String> before = queued();
    List<Answer> answers = new ArrayList<>();
    answers.add((exchange, batch) -> send(exchange, 200, "text/html", "<html>login</html>"));
    answers.add((exchange, batch) -> send(exchange, 500, "text/plain", "oops"));
    answers.add((exchange, batch) -> exchange.sendResponseHeaders(200, -1));
    answers.add((exchange, batch) -> send(exchange, 204, "application/json", ""));
    answers.add(
        (exchange, batch) -> {
          exchange.getResponseHeaders().set("Location", "http://localhost:1/");
          exchange.sendResponseHeaders(302, -1);
        });
    answers.add(json(200, batch -> "{}"));
    answers.add(json(200, batch -> "{\"acknowledged\":true}"));
    answers.add(json(200, batch -> ack("t-2", batch.series(), batch.to())));
    answers.add(json(200, batch -> ack("t-1", "0".repeat(16), batch.to())));
    answers.add(json(200, batch -> ack("t-1", batch.series(), batch.to() + 1)));
    answers.add(json(200, batch -> ack("t-1", batch.series(), 0)));
    answers.add(json(200, batch -> " ".repeat(5_000) + ack("t-1", batch.series(), batch.to())));
    answers.add(json(409, batch -> "{\"code\":\"REPORT-KEY\"}"));
    answers.add(json(404, batch -> ack("t-1", batch.series(), batch.to())));
    answers.add((exchange, batch) -> exchange.close());
    for (int i = 0; i < answers.size(); i++) {
      answer = answers.get(i);
      AgentReport.Reporting told = post.run();
      assertThat(queued()).as("answer %d", i).isEqualTo(before);
      assertThat(told.code()).as("answer %d", i).isPresent();
      assertThat(told.heardAt()).isEmpty();
      clock.advance(Duration.ofHours(2));
    }
    assertThat(received).hasSizeGreaterThanOrEqualTo(answers.size());
    answer = json(200, batch -> ack("t-1", batch.series(), batch.to()));
    assertThat(post.run().queued()).isZero();
  }

  @Test
  void aDeskThatNeverAnswersIsGivenUpAndAskedAgainAfterAPauseThatDoubles() throws Exception {
    answer =
        (exchange, batch) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    assertThat(post.run().code()).contains("SYNC-DESK-ANSWER");
    assertThat(received).hasSize(1);
    post.run();
    assertThat(received).as("within the pause").hasSize(1);
    answer = Answer.none();
    clock.advance(Duration.ofSeconds(61));
    post.run();
    assertThat(received).hasSize(2);
    clock.advance(Duration.ofSeconds(61));
    post.run();
    assertThat(received).as("the pause has doubled").hasSize(2);
    clock.advance(Duration.ofSeconds(60));
    post.run();
    assertThat(received).hasSize(3);
    assertThat(queued()).hasSize(3);
  }

  @Test
  void aDeskThatIsNotThereCostsNothing() throws Exception {
    server.stop(0);
    AgentReport.Reporting told = post.run();
    assertThat(told.code()).contains("SYNC-DESK-AWAY");
    assertThat(told.queued()).isEqualTo(3);
  }

  @Test
  void withoutADeskReceiptsJustWait() throws Exception {
    ReceiptPost none =
        new ReceiptPost(
            terminal, "t-1", key, Optional.empty(), clock, ReceiptLimits.DEFAULT, Optional.empty());
    assertThat(none.run().code()).isEmpty();
    assertThat(queued()).hasSize(3);
  }
}
