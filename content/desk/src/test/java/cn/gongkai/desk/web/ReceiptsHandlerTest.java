package cn.gongkai.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.fleet.TellingTerminal;
import cn.gongkai.testkit.ManualClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsHandlerTest {

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private SiteServer server;
  private TellingTerminal terminal;

  @BeforeEach
  void serve() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    ReportsFolder reports =
        ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
    server =
        SiteServer.start(
            site,
            InetAddress.getLoopbackAddress(),
            0,
            reports,
            FleetLimits.STANDARD,
            clock,
            Proxies.NONE);
    terminal =
        new TellingTerminal(
            Files.createDirectories(folder.resolve("terminal")), "t-1", "0123456789abcdef");
    terminal.tell(Receipt.Kind.STARTED, clock.instant(), "center", Optional.empty());
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + "receipts"))
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatIsTakenIsAcknowledgedByTerminalSeriesAndNumber() throws Exception {
    HttpResponse<String> answer = post(terminal.all());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"acknowledged\":{\"terminal\":\"t-1\",\"series\":\"0123456789abcdef\",\"number\":1}}");
    assertThat(folder.resolve("reports/t-1/0123456789abcdef.jsonl")).exists();
  }

  @Test
  void anythingElseIsRefusedWithACodeAndLeavesNothing() throws Exception {
    assertThat(post(new byte[0]).body()).isEqualTo("{\"code\":\"REPORT-FORM\"}");
    assertThat(post("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(400);
    HttpResponse<String> long1 = post(new byte[(1 << 20) + 1]);
    assertThat(long1.statusCode()).isEqualTo(413);
    HttpResponse<String> get =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "receipts")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(get.statusCode()).isEqualTo(405);
    try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
      assertThat(files.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void thePageOfAllTerminalsIsNotAmongWhatIsServedToOthers() throws Exception {
    HttpResponse<String> fleet =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + "fleet")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(fleet.statusCode()).isEqualTo(404);
    try (SiteServer page = SiteServer.startFleet(0, from -> "<p>页面" + from + "</p>")) {
      HttpResponse<String> own =
          client.send(
              HttpRequest.newBuilder(page.url()).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(own.body()).isEqualTo("<p>页面0</p>");
    }
  }
}
