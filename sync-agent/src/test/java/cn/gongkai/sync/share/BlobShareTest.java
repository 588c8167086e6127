package cn.gongkai.sync.share;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.PlainSite;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.transfer.Ceiling;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobShareTest {

  @TempDir Path terminal;
  private final ManualClock clock = ManualClock.at("2024-03-01T01:00:00Z");
  private final byte[] file = new byte[BlobRef.CHUNK_BYTES + 4321];
  private String name;
  private BlobShare share;
  private PlainSite neighbour;

  @BeforeEach
  void aTerminalThatShares() throws Exception {
    new Random(1).nextBytes(file);
    name = Sha256.hex(file);
    Path place = terminal.resolve("blobs").resolve(name.substring(0, 2)).resolve(name);
    Files.createDirectories(place.getParent());
    Files.write(place, file);
    Ceiling none = new Ceiling(Long.MAX_VALUE / 4_000, clock, pause -> {});
    share = new BlobShare(terminal, 0, ShareLimits.DEFAULT, none);
    neighbour =
        new PlainSite(
            URI.create("http://localhost:" + share.port() + "/"), SyncLimits.DEFAULT, clock);
  }

  @AfterEach
  void stop() {
    share.close();
  }

  private byte[] read(long offset) throws IOException {
    try (Answer.Found found = (Answer.Found) neighbour.open(new SitePath.Blob(name), offset)) {
      assertThat(found.from()).isEqualTo(offset);
      return found.body().readAllBytes();
    }
  }

  /// What the server says to a raw request, in one text.
  private String say(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), share.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private String ask(String line, String... headers) throws IOException {
    return say(
        line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + String.join("", headers) + "\r\n");
  }

  @Test
  void aNeighbourFetchesABlobWholeOrFromAnyByteOn() throws Exception {
    assertThat(read(0)).isEqualTo(file);
    assertThat(read(BlobRef.CHUNK_BYTES))
        .isEqualTo(java.util.Arrays.copyOfRange(file, BlobRef.CHUNK_BYTES, file.length));
    assertThat(neighbour.open(new SitePath.Blob(name), file.length))
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.code()).isEqualTo("SYNC-RANGE"));
    assertThat(neighbour.open(new SitePath.Blob("0".repeat(64)), 0))
        .isInstanceOf(Answer.Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/blobs/",
        "/blobs/ab",
        "/content.sqlite",
        "/agent.json",
        "/trusted/root.json",
        "/blobs/../agent.json",
        "/blobs/%2e%2e/agent.json",
        "//blobs/../../etc/passwd",
        "/blobs/ab/../../agent.json",
        "/metadata/timestamp.json",
        "/targets/ch/county/x"
      })
  void nothingButNamesThatAreHashesIsServed(String path) throws Exception {
    Files.writeString(terminal.resolve("agent.json"), "secret");
    assertThat(ask("GET " + path)).startsWith("HTTP/1.1 404").doesNotContain("secret");
  }

  @Test
  void aHashInTheFolderOfAnotherIsNotServed() throws Exception {
    String other = name.startsWith("ff") ? "00" : "ff";
    assertThat(ask("GET /blobs/" + other + "/" + name)).startsWith("HTTP/1.1 404");
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Path secret = Files.writeString(terminal.resolve("secret"), "secret");
    String linked = "ab" + "0".repeat(62);
    Files.createDirectories(terminal.resolve("blobs/ab"));
    Files.createSymbolicLink(terminal.resolve("blobs/ab/" + linked), secret);
    assertThat(ask("GET /blobs/ab/" + linked)).startsWith("HTTP/1.1 404");
    Files.createSymbolicLink(terminal.resolve("blobs/cd"), terminal.resolve("blobs/ab"));
    assertThat(ask("GET /blobs/cd/cd" + "0".repeat(62))).startsWith("HTTP/1.1 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "OPTIONS"})
  void nothingIsWritten(String method) throws Exception {
    String answer =
        ask(method + " /blobs/" + name.substring(0, 2) + "/" + name, "Content-Length: 0\r\n");
    assertThat(answer).startsWith("HTTP/1.1 405");
    assertThat(read(0)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-5", "bytes=a-b", "bytes=1-2", "bytes=99999999999999999999-", "x"})
  void aRangeItDoesNotUnderstandIsAnsweredWithTheWholeFile(String range) throws Exception {
    String answer =
        ask("GET /blobs/" + name.substring(0, 2) + "/" + name, "Range: " + range + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(answer.length()).isGreaterThan(file.length);
  }

  @Test
  void rubbishDoesNotStopIt() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      byte[] rubbish = new byte[1 + random.nextInt(300)];
      random.nextBytes(rubbish);
      try {
        say(new String(rubbish, StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        assertThat(e).as("a connection may be cut").isInstanceOf(IOException.class);
      }
    }
    assertThat(read(0)).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.7, true", "10.3.2.1, true", "172.16.0.9, true", "127.0.0.1, true",
    "169.254.3.3, true", "fd00::1, true", "fe80::1, true", "8.8.8.8, false",
    "172.32.0.1, false", "2001:db8::1, false"
  })
  void onlyTheLocalNetworkIsServed(String address, boolean near) throws Exception {
    assertThat(BlobShare.isNear(InetAddress.getByName(address))).isEqualTo(near);
  }
}
