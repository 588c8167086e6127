package cn.gongkai.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.report.Receipt;
import cn.gongkai.desk.fleet.Expected;
import cn.gongkai.desk.fleet.Fleet;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.FleetPage;
import cn.gongkai.desk.fleet.FleetRow;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.fleet.State;
import cn.gongkai.desk.fleet.TellingTerminal;
import cn.gongkai.testkit.Altered;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients that drip, never end, come in hundreds, lie about themselves or live in another decade:
/// a good terminal is heard all the same, and nothing false is said.
@Timeout(120)
class ReceiptsUnderAttackTest {

  private static final int PLACES = 4;

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Socket> sockets = new ArrayList<>();
  private final ChannelHead head =
      new ChannelHead(Channel.COUNTY, 8, clock.instant(), "ab".repeat(32), 5);
  private ReportsFolder reports;
  private SiteServer server;
  private TellingTerminal terminal;

  private static FleetLimits fewPlaces() {
    return Altered.of(
        FleetLimits.STANDARD,
        Map.of(
            "batchesAMinute", 100_000,
            "batchesOfOneAMinute", 100_000,
            "batchesAtOnce", 2,
            "bodyWithin", Duration.ofMillis(400),
            "bodiesAtOnce", PLACES));
  }

  @BeforeEach
  void serve() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    reports = ReportsFolder.open(folder.resolve("reports"), clock, fewPlaces());
    server =
        SiteServer.start(
            site, InetAddress.getLoopbackAddress(), 0, reports, fewPlaces(), clock, Proxies.NONE);
    terminal = terminal("t-1");
    tell(terminal, Duration.ZERO);
  }

  private TellingTerminal terminal(String name) throws Exception {
    return new TellingTerminal(
        Files.createDirectories(folder.resolve(name)), name, "0123456789abcdef");
  }

  private void tell(TellingTerminal who, Duration clockOff) {
    who.tell(
        Receipt.Kind.CURRENT, clock.instant().plus(clockOff), "center", Optional.empty(), head);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
    client.close();
  }

  private HttpResponse<String> post(byte[] body, String type) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + "receipts"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return post(body, "application/x-ndjson");
  }

  /// A terminal tries again where it is put off.
  private void assertHeardInTheEnd() throws Exception {
    HttpResponse<String> answer = post(terminal.all());
    for (int attempt = 0; attempt < 400 && answer.statusCode() == 429; attempt++) {
      new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      answer = post(terminal.all());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private Socket begin(String head) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    sockets.add(socket);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static boolean isCut(Socket socket) throws IOException {
    try (InputStream in = socket.getInputStream()) {
      return !new String(in.readAllBytes(), StandardCharsets.US_ASCII).contains(" 200 ");
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void clientsThatDripTheirBodyAreCutAndTheTerminalIsHeard() throws Exception {
    for (int i = 0; i < 3 * PLACES; i++) {
      begin("POST /receipts HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n{");
    }
    assertHeardInTheEnd();
    for (Socket socket : sockets) {
      assertThat(isCut(socket)).isTrue();
    }
  }

  @Test
  void hundredsThatNeverEndTheirHeadKeepNobodyOut() throws Exception {
    for (int i = 0; i < 300; i++) {
      begin("POST /receipts HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    }
    assertHeardInTheEnd();
  }

  @Test
  void aBodyWithoutEndIsRefusedAtTheLimit() throws Exception {
    Socket socket =
        begin("POST /receipts HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    OutputStream out = socket.getOutputStream();
    byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    boolean stopped = false;
    for (int sent = 0; sent < 4_096 && !stopped; sent++) {
      try {
        out.write(chunk);
      } catch (SocketException e) {
        stopped = true;
      }
    }
    assertThat(stopped).as("64 MiB were not taken").isTrue();
    assertHeardInTheEnd();
  }

  @Test
  void whatTheBodyIsCalledChangesNothing_itsSignatureDecides() throws Exception {
    assertThat(post(terminal.all(), "text/html").statusCode()).isEqualTo(200);
    for (String type : List.of("application/x-ndjson", "multipart/form-data", "text/html")) {
      HttpResponse<String> junk = post("<form>".getBytes(StandardCharsets.US_ASCII), type);
      assertThat(junk.statusCode()).isEqualTo(400);
      assertThat(junk.body()).isEqualTo("{\"code\":\"REPORT-FORM\"}");
    }
  }

  @Test
  void anOldBatchSentAgainIsAcknowledgedAndTakesNothingBack() throws Exception {
    byte[] old = terminal.all();
    post(old);
    tell(terminal, Duration.ZERO);
    post(terminal.all());
    clock.advance(Duration.ofHours(30));
    assertThat(row("t-1").state()).isEqualTo(State.SILENT);
    assertThat(post(old).statusCode()).isEqualTo(200);
    FleetRow row = row("t-1");
    assertThat(row.last().orElseThrow().number()).isEqualTo(2);
    assertThat(row.state()).as("a replay is no sign of life").isEqualTo(State.SILENT);
  }

  @Test
  void aClockOfAnotherDecadeIsFlaggedAndClaimsNothing() throws Exception {
    Duration decade = Duration.ofDays(3_652);
    TellingTerminal ahead = terminal("t-ahead");
    TellingTerminal behind = terminal("t-behind");
    tell(ahead, decade);
    tell(behind, decade.negated());
    for (TellingTerminal each : List.of(ahead, behind)) {
      assertThat(post(each.all()).statusCode()).isEqualTo(200);
    }
    assertThat(row("t-ahead").clockOff()).contains(decade);
    assertThat(row("t-behind").clockOff()).contains(decade.negated());
    for (String name : List.of("t-ahead", "t-behind")) {
      assertThat(row(name).flags()).extracting(FleetRow.Flag::code).contains("REPORT-CLOCK");
      assertThat(row(name).heardAt()).contains(clock.instant());
    }
    assertThat(page()).contains("快了3652天", "慢了3652天", "要去现场");
    tell(ahead, Duration.ZERO);
    post(ahead.all());
    assertThat(row("t-ahead").flags()).isEmpty();
    assertThat(row("t-ahead").state()).isEqualTo(State.PROVEN);
  }

  private List<FleetRow> rows() throws IOException {
    return new Fleet(reports, expected(), fewPlaces(), clock).rows();
  }

  private Expected expected() {
    return new Expected("沂源县政务公开", List.of(head), List.of());
  }

  private String page() throws IOException {
    return new FleetPage(expected(), fewPlaces(), clock).of(rows(), 0);
  }

  private FleetRow row(String name) throws IOException {
    return rows().stream()
        .filter(row -> row.terminal().equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }
}
