package cn.gongkai.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.content.report.Receipt;
import cn.gongkai.desk.fleet.FleetLimits;
import cn.gongkai.desk.fleet.ReportsFolder;
import cn.gongkai.desk.fleet.TellingTerminal;
import cn.gongkai.testkit.Altered;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `docs/examples/nginx.conf` under the real nginx, with nothing changed in it but ports, names of
/// files and the certificate's.
@Timeout(120)
class NginxExampleTest {

  private static final int OF_AN_ADDRESS = 6;

  @TempDir Path folder;
  private final ManualClock clock = ManualClock.at("2026-11-22T02:00:00Z");
  private SiteServer desk;
  private Process nginx;
  private HttpClient client;
  private int secure;
  private int plain;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/nginx")) && isThere("openssl", "version"),
        "nginx and openssl are installed: without them this example is NOT tested here");
    for (String file :
        List.of(
            "metadata/timestamp.json",
            "metadata/7.snapshot.json",
            "metadata/.part-1",
            "targets/ch/county/x.jsonl.zst",
            "blobs/ab/abcd",
            "m/f/abcd.pdf",
            "m/index.html",
            "acknowledged.json")) {
      Path place = folder.resolve("site").resolve(file);
      Files.createDirectories(place.getParent());
      Files.writeString(place, "0123456789".repeat(300));
    }
    ReportsFolder reports =
        ReportsFolder.open(folder.resolve("reports"), clock, FleetLimits.STANDARD);
    desk =
        SiteServer.start(
            folder.resolve("site"),
            InetAddress.getLoopbackAddress(),
            0,
            reports,
            fewOfAnAddress(),
            clock,
            new Proxies(Set.of(InetAddress.getLoopbackAddress())));
    secure = freePort();
    plain = freePort();
    certificate();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration());
    nginx =
        new ProcessBuilder(
                "/usr/sbin/nginx", "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    awaitNginx();
    client = HttpClient.newBuilder().sslContext(trusting()).build();
  }

  private static FleetLimits fewOfAnAddress() {
    return Altered.of(FleetLimits.STANDARD, Map.of("batchesAMinute", OF_AN_ADDRESS));
  }

  @AfterEach
  void stop() throws Exception {
    if (client != null) {
      client.close();
    }
    if (nginx != null) {
      nginx.destroy();
      assertThat(nginx.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    if (desk != null) {
      desk.close();
    }
  }

  private String configuration() throws IOException {
    Path example = Path.of(System.getProperty("gongkai.root")).resolve("docs/examples/nginx.conf");
    String server =
        Files.readString(example)
            .replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
            .replace("listen 443 ssl", "listen 127.0.0.1:" + secure + " ssl")
            .replace("/etc/ssl/gongkai/fullchain.pem", folder.resolve("cert.pem").toString())
            .replace("/etc/ssl/gongkai/privkey.pem", folder.resolve("key.pem").toString())
            .replace("/srv/gongkai/site", folder.resolve("site").toRealPath().toString())
            .replace("127.0.0.1:8080", "127.0.0.1:" + desk.port())
            .replace("server_name desk.example", "server_name localhost");
    assertThat(server).contains("" + plain, "" + secure, "" + desk.port());
    String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    return """
        %1$s daemon off; worker_processes 1; pid %2$s/nginx.pid; error_log %2$s/error.log;
        events { worker_connections 512; }
        http {
          include /etc/nginx/mime.types; access_log off;
          client_body_temp_path %2$s/t1; proxy_temp_path %2$s/t2; fastcgi_temp_path %2$s/t3;
          uwsgi_temp_path %2$s/t4; scgi_temp_path %2$s/t5;
          %3$s
        }
        """
        .formatted(user, folder, server);
  }

  private void certificate() throws Exception {
    assertThat(
            isThere(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString(),
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost"))
        .isTrue();
  }

  private static boolean isThere(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitNginx() throws Exception {
    for (int attempt = 0; attempt < 400 && nginx.isAlive(); attempt++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), secure)) {
        return;
      } catch (IOException e) {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
  }

  private SSLContext trusting() throws Exception {
    X509Certificate certificate;
    try (var in = Files.newInputStream(folder.resolve("cert.pem"))) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("example", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + secure + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static List<String> header(HttpResponse<String> response, String name) {
    return response.headers().allValues(name);
  }

  @Test
  void whatNeverChangesIsKeptForAYearAndWhatDoesIsAskedForEveryTime() throws Exception {
    String segment = "/targets/ch/county/x.jsonl.zst";
    for (String path : List.of("/blobs/ab/abcd", segment, "/m/f/abcd.pdf")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "Cache-Control"))
          .as(path)
          .containsExactly("public, max-age=31536000, immutable");
      assertThat(header(answer, "X-Content-Type-Options")).containsExactly("nosniff");
    }
    for (String path : List.of("/metadata/timestamp.json", "/m/", "/acknowledged.json")) {
      HttpResponse<String> answer = get(path);
      assertThat(header(answer, "Cache-Control")).as(path).containsExactly("no-cache");
      String tag = answer.headers().firstValue("ETag").orElseThrow();
      assertThat(send(request(path).header("If-None-Match", tag)).statusCode())
          .as(path)
          .isEqualTo(304);
    }
    assertThat(header(get("/metadata/7.snapshot.json"), "Cache-Control"))
        .containsExactly("public, max-age=3600");
    assertThat(get("/metadata/.part-1").statusCode()).isEqualTo(404);
  }

  @Test
  void aTransferGoesOnWhereItWasCut() throws Exception {
    HttpResponse<String> rest = send(request("/blobs/ab/abcd").header("Range", "bytes=2995-"));
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo("56789");
  }

  @Test
  void receiptsReachTheDeskAndItsAnswerTheTerminal() throws Exception {
    TellingTerminal terminal =
        new TellingTerminal(
            Files.createDirectories(folder.resolve("t-1")), "t-1", "0123456789abcdef");
    terminal.tell(Receipt.Kind.STARTED, clock.instant(), "center", Optional.empty());
    HttpResponse<String> answer = post(terminal.all());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"acknowledged\"", "\"number\":1");
    HttpResponse<String> junk = post(new byte[100]);
    assertThat(junk.statusCode()).isEqualTo(400);
    assertThat(junk.body()).contains("REPORT-FORM");
    assertThat(post(new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
    assertThat(get("/receipts").statusCode()).isEqualTo(403);
    assertThat(get("/fleet").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    return send(request("/receipts").POST(BodyPublishers.ofByteArray(body)));
  }

  /// The desk believes nginx, and nginx believes nobody.
  @Test
  void whatAClientWritesOfItsAddressDoesNotReachTheDesk() throws Exception {
    for (int n = 0; n < OF_AN_ADDRESS; n++) {
      assertThat(postAs("192.0.2." + n).statusCode()).isEqualTo(400);
    }
    HttpResponse<String> answer = postAs("192.0.2.77");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("REPORT-PACE");
  }

  private HttpResponse<String> postAs(String address) throws Exception {
    return send(
        request("/receipts")
            .header("X-Forwarded-For", address)
            .POST(BodyPublishers.ofByteArray(new byte[100])));
  }

  @Test
  void withoutTlsThereIsNothingButTheWayToIt() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + plain + "/m/")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location")).containsExactly("https://localhost/m/");
  }
}
