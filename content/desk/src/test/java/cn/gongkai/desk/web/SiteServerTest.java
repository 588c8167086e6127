package cn.gongkai.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteServerTest {

  @TempDir Path temp;
  private SiteServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws IOException {
    Path site = temp.resolve("site");
    Files.createDirectories(site.resolve("m/f"));
    Files.createDirectories(site.resolve("blobs/ab"));
    Files.writeString(site.resolve("index.html"), "<p>首页</p>");
    Files.writeString(site.resolve("m/index.html"), "<p>手机</p>");
    Files.writeString(site.resolve("m/f/a.pdf"), "0123456789");
    Files.writeString(site.resolve("blobs/ab/abc"), "0123456789");
    Files.writeString(site.resolve("empty.json"), "");
    Files.writeString(site.resolve(".hidden"), "hidden");
    Files.writeString(temp.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(site.resolve("link.txt"), temp.resolve("secret.txt"));
    Files.createSymbolicLink(site.resolve("out"), temp);
    server = SiteServer.start(site, InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.url().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html; charset=utf-8",
    "m/, text/html; charset=utf-8",
    "m/f/a.pdf, application/pdf",
    "blobs/ab/abc, application/octet-stream",
    "empty.json, application/json"
  })
  void aFileComesWithItsMediaType(String path, String type) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo(type);
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0123, bytes 0-3/10",
    "bytes=4-, 206, 456789, bytes 4-9/10",
    "bytes=-2, 206, 89, bytes 8-9/10",
    "bytes=8-99, 206, 89, bytes 8-9/10",
    "bytes=-99, 206, 0123456789, bytes 0-9/10",
    "bytes=10-, 416, '', bytes */10",
    "bytes=-0, 416, '', bytes */10",
    "bytes=5-2, 200, 0123456789, ''",
    "'bytes=0-1,3-4', 200, 0123456789, ''",
    "lines=1-2, 200, 0123456789, ''",
    "bytes=999999999999999999-, 416, '', bytes */10"
  })
  void aRangeIsAnsweredAsTheStandardSays(String range, int status, String body, String contentRange)
      throws Exception {
    HttpResponse<String> response = get("blobs/ab/abc", "Range", range);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo(body);
    assertThat(header(response, "Content-Range")).isEqualTo(contentRange);
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    HttpResponse<String> first = get("m/f/a.pdf");
    String tag = header(first, "ETag");
    String modified = header(first, "Last-Modified");
    assertThat(get("m/f/a.pdf", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("m/f/a.pdf", "If-None-Match", "\"x\", W/" + tag).statusCode()).isEqualTo(304);
    assertThat(get("m/f/a.pdf", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(get("m/f/a.pdf", "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    assertThat(get("m/f/a.pdf", "If-Modified-Since", "nonsense").statusCode()).isEqualTo(200);
    assertThat(
            get("m/f/a.pdf", "If-None-Match", "\"x\"", "If-Modified-Since", modified).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFileReplacedAtTheSameInstantHasAnotherTag() throws Exception {
    Path page = temp.resolve("site/index.html");
    Path next = temp.resolve("site/next");
    String before = header(get("index.html"), "ETag");
    Files.copy(page, next);
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(page));
    Files.move(next, page, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(header(get("index.html"), "ETag")).isNotEqualTo(before);
  }

  @Test
  void aRangeOfAnotherVersionGetsTheWholeFile() throws Exception {
    String tag = header(get("blobs/ab/abc"), "ETag");
    assertThat(get("blobs/ab/abc", "Range", "bytes=5-", "If-Range", tag).statusCode())
        .isEqualTo(206);
    assertThat(get("blobs/ab/abc", "Range", "bytes=5-", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void namedByContentMeansKeptForEver() throws Exception {
    assertThat(header(get("blobs/ab/abc"), "Cache-Control")).contains("immutable");
    assertThat(header(get("m/index.html"), "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void headTellsTheLengthWithoutTheBody() throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(server.url().resolve("m/f/a.pdf")).HEAD().build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Length")).isEqualTo("10");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void nothingCanBeWritten() throws Exception {
    HttpRequest put =
        HttpRequest.newBuilder(server.url().resolve("m/x.html"))
            .PUT(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertThat(client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void aFolderWithoutItsSlashIsRedirected() throws Exception {
    HttpResponse<String> response = get("m");
    assertThat(response.statusCode()).isEqualTo(301);
    assertThat(header(response, "Location")).isEqualTo("/m/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/m/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/m/%2e%2e/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/link.txt",
        "/out/secret.txt",
        "/.hidden",
        "//secret.txt",
        "/m/f",
        "/m/f/",
        "/%00",
        "/nothing"
      })
  void nothingOutsideTheSiteIsServed(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("secret").doesNotContain("hidden");
    assertThat(answer).matches("(?s)HTTP/1.1 (404|400|301) .*");
  }

  /// A client that does not tidy up paths first.
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theAddressIsOfThisMachine() {
    assertThat(server.url()).isEqualTo(URI.create("http://localhost:" + server.port() + "/"));
  }
}
