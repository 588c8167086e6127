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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is put off because somebody sends too often: that one, and no other.
class ReceiptsPaceTest {

  private static final int OF_ONE = FleetLimits.STANDARD.batchesOfOneAMinute();
  private static final int OF_AN_ADDRESS = FleetLimits.STANDARD.batchesAMinute();
  private static final String HALL = "198.51.100.1";
  private static final String OTHER = "198.51.100.2";

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private SiteServer open;
  private SiteServer proxied;
  private TellingTerminal flooding;
  private TellingTerminal quiet;

  @BeforeEach
  void serve() throws Exception {
    ReportsFolder reports =
        ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
    open = server(reports, Proxies.NONE);
    proxied = server(reports, new Proxies(Set.of(InetAddress.getLoopbackAddress())));
    flooding = terminal("t-1");
    quiet = terminal("t-2");
  }

  private SiteServer server(ReportsFolder reports, Proxies proxies) throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return SiteServer.start(site, loopback, 0, reports, FleetLimits.STANDARD, clock, proxies);
  }

  private TellingTerminal terminal(String name) throws Exception {
    return new TellingTerminal(
            Files.createDirectories(folder.resolve(name)), name, "0123456789abcdef")
        .tell(Receipt.Kind.STARTED, clock.instant(), "center", Optional.empty());
  }

  @AfterEach
  void stop() {
    open.close();
    proxied.close();
    client.close();
  }

  private int post(SiteServer server, byte[] body, String from) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "receipts"))
            .timeout(Duration.ofSeconds(30))
            .header("X-Forwarded-For", from)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 429) {
      assertThat(answer.body()).isEqualTo("{\"code\":\"REPORT-PACE\"}");
      assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    }
    return answer.statusCode();
  }

  private void flood(SiteServer server, byte[] body, int times, String from, int status)
      throws Exception {
    for (int n = 0; n < times; n++) {
      assertThat(post(server, body, from)).as("%d of %d", n, times).isEqualTo(status);
    }
  }

  @Test
  void aTerminalThatFloodsIsPutOffForAMinuteAndNoOtherOfItsAddress() throws Exception {
    byte[] batch = flooding.all();
    flood(open, batch, OF_ONE, HALL, 200);
    flood(open, batch, OF_AN_ADDRESS, HALL, 429);
    assertThat(post(open, quiet.all(), HALL)).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(post(open, batch, HALL)).isEqualTo(200);
  }

  @Test
  void whatIsSignedByNobodyUsesUpItsAddressAndNobodysKey() throws Exception {
    byte[] forged = quiet.all();
    forged[forged.length - 3] ^= 1;
    flood(open, forged, OF_AN_ADDRESS, HALL, 400);
    assertThat(post(open, forged, HALL)).isEqualTo(429);
    assertThat(post(proxied, quiet.all(), HALL)).as("the key of the forged one").isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(post(open, quiet.all(), HALL)).isEqualTo(200);
  }

  @Test
  void aForgedHeaderFromAStrangerIsNoOtherAddress() throws Exception {
    byte[] junk = "junk".getBytes(StandardCharsets.US_ASCII);
    for (int n = 0; n < OF_AN_ADDRESS; n++) {
      assertThat(post(open, junk, "192.0.2." + n % 250)).isEqualTo(400);
    }
    assertThat(post(open, junk, "203.0.113.77")).as("a new face, the same man").isEqualTo(429);
  }

  @Test
  void behindAProxyEveryAddressHasItsOwn() throws Exception {
    byte[] junk = "junk".getBytes(StandardCharsets.US_ASCII);
    flood(proxied, junk, OF_AN_ADDRESS, HALL, 400);
    assertThat(post(proxied, quiet.all(), HALL)).isEqualTo(429);
    assertThat(post(proxied, quiet.all(), OTHER)).isEqualTo(200);
    assertThat(post(proxied, quiet.all(), HALL + ", " + OTHER))
        .as("what the client wrote stands before what the proxy did")
        .isEqualTo(200);
    assertThat(post(proxied, quiet.all(), OTHER + ", " + HALL)).isEqualTo(429);
  }

  /// What lay on a stick can be sent again by whoever finds the stick.
  @Test
  void aBatchThatSomebodySendsAgainAndAgainDoesNotPutOffItsTerminal() throws Exception {
    flood(proxied, quiet.all(), OF_ONE, OTHER, 200);
    assertThat(post(proxied, quiet.all(), OTHER)).isEqualTo(429);
    quiet.tell(Receipt.Kind.CURRENT, clock.instant(), "center", Optional.empty());
    assertThat(post(proxied, quiet.all(), HALL)).isEqualTo(200);
  }
}
