package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.report.ReceiptBatch;
import cn.gongkai.content.report.ReportLimits;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.TerminalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A receipt's way from a terminal to the page of all terminals, by line and by stick, with the
/// real programs.
class FleetRoadTest {

  private static final String HALL = "370323104";

  @TempDir Path folder;
  private Path site;
  private Path terminal;
  private Path reports;
  private int port;
  private Process desk;

  @BeforeEach
  void publishTheSample() throws Exception {
    site = Files.createDirectories(folder.resolve("site"));
    terminal = Files.createDirectories(folder.resolve("terminal"));
    reports = folder.resolve("reports");
    port = Programs.freePort();
    Files.writeString(terminal.resolve("terminal.json"), "{\"terminal\":\"yuezhuang-1\"}");
    publish();
  }

  @AfterEach
  void stop() throws Exception {
    stopDesk();
  }

  private void publish() {
    Programs.Ended ended =
        Programs.desk(
            "publish",
            Programs.root().resolve("content/sample").toString(),
            "--site",
            site.toString(),
            "--base-url",
            "http://localhost:" + port + "/");
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private void startDesk() throws Exception {
    desk =
        Programs.startDesk(
            folder.resolve("serve.log"),
            "serve",
            "--site",
            site.toString(),
            "--port",
            "" + port,
            "--reports",
            reports.toString());
    for (int attempt = 0; attempt < 200; attempt++) {
      try (Socket socket = new Socket("localhost", port)) {
        return;
      } catch (IOException e) {
        new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalStateException("the desk does not serve");
  }

  private void stopDesk() throws InterruptedException {
    if (desk != null) {
      desk.destroy();
      assertThat(desk.waitFor(30, TimeUnit.SECONDS)).isTrue();
      desk = null;
    }
  }

  private void sync(String from, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "--site",
                    from,
                    "--terminal",
                    terminal.toString(),
                    "--hall",
                    HALL,
                    "--reports-to",
                    "http://localhost:" + port + "/receipts"),
                Stream.of(more))
            .toArray(String[]::new);
    Programs.Ended ended = Programs.agent(arguments);
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private JsonNode row() throws IOException {
    Programs.Ended ended =
        Programs.desk(
            "fleet",
            "--reports",
            reports.toString(),
            "--site",
            site.toString(),
            "--json",
            "--full");
    for (JsonNode row : JsonMapper.builder().build().readTree(ended.output())) {
      if (row.path("terminal").asText().equals("yuezhuang-1")) {
        return row;
      }
    }
    throw new AssertionError("not listed: " + ended.output());
  }

  private AgentReport.Reporting told() {
    return TerminalJson.agentReport(terminal).find().flatMap(AgentReport::reporting).orElseThrow();
  }

  @Test
  void aTerminalIsProvenUpToDateByLine_andByStickAfterWeeksWithoutADesk() throws Exception {
    startDesk();
    sync("http://localhost:" + port + "/", "--once");
    assertThat(told().queued()).isZero();
    assertThat(row().path("state").asText()).isEqualTo("PROVEN");
    assertThat(row().path("hall").asText()).isEqualTo("悦庄镇便民服务中心");
    Programs.Ended all =
        Programs.desk(
            "fleet",
            "--reports",
            reports.toString(),
            "--site",
            site.toString(),
            "--html",
            folder.resolve("fleet.html").toString());
    assertThat(all.output()).contains("NEVER");
    assertThat(Files.readString(folder.resolve("fleet.html"))).contains("已核对最新", "从未来信");

    stopDesk();
    for (int week = 0; week < 3; week++) {
      sync(site.toString(), "--once");
    }
    assertThat(told().queued()).isEqualTo(3);
    assertThat(told().code()).contains("SYNC-DESK-AWAY");

    Path stick = folder.resolve("stick");
    Programs.Ended export =
        Programs.agent("usb", "export", "--site", site.toString(), "--to", stick.toString());
    assertThat(export.code()).as(export.output()).isZero();
    sync(stick.toString(), "--usb");
    Path carried = onlyFile(stick.resolve("receipts/yuezhuang-1"));
    assertThat(ReceiptBatch.open(Files.readAllBytes(carried), ReportLimits.STANDARD).receipts())
        .hasSize(4);

    byte[] good = Files.readAllBytes(carried);
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(carried, bad);
    Programs.Ended refused = collect(stick);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("REPORT-");
    assertThat(row().path("number").asLong()).isEqualTo(1);

    Files.write(carried, good);
    Programs.Ended taken = collect(stick);
    assertThat(taken.output()).contains("4 new");
    assertThat(row().path("number").asLong()).isEqualTo(5);
    assertThat(row().path("flags")).isEmpty();

    startDesk();
    sync("http://localhost:" + port + "/", "--once");
    assertThat(told().queued()).isZero();
    assertThat(row().path("state").asText()).isEqualTo("PROVEN");
    assertThat(row().path("flags")).isEmpty();
  }

  private Programs.Ended collect(Path stick) {
    return Programs.desk("fleet", "collect", stick.toString(), "--reports", reports.toString());
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  /// A hall that no line ever reaches: two tours of a stick, and a third party's word on the way.
  @Test
  void aTerminalThatOnlySticksReachIsAcknowledgedByStick() throws Exception {
    Path stick = folder.resolve("stick");
    export(stick);
    importStick(stick);
    importStick(stick);
    assertThat(told().queued()).isEqualTo(2);
    assertThat(stick.resolve("acknowledged.json")).doesNotExist();
    Programs.Ended collected =
        Programs.desk(
            "fleet",
            "collect",
            stick.toString(),
            "--reports",
            reports.toString(),
            "--site",
            site.toString());
    assertThat(collected.output()).contains("acknowledged receipts of 1 terminals");
    assertThat(row().path("number").asLong()).isEqualTo(2);
    assertThat(row().path("state").asText()).isEqualTo("PROVEN");
    publish();

    Path forged = folder.resolve("forged");
    copyOfAnotherCounty(forged);
    export(stick);
    assertThat(stick.resolve("acknowledged.json")).exists();
    Path good = folder.resolve("good.json");
    Files.copy(stick.resolve("acknowledged.json"), good);
    Files.copy(
        forged.resolve("acknowledged.json"),
        stick.resolve("acknowledged.json"),
        StandardCopyOption.REPLACE_EXISTING);
    importStick(stick);
    assertThat(told().queued()).as("a foreign county's word").isEqualTo(3);

    Files.copy(good, stick.resolve("acknowledged.json"), StandardCopyOption.REPLACE_EXISTING);
    importStick(stick);
    assertThat(told().queued()).as("what was told since then, and the refusal").isEqualTo(3);
    assertThat(told().heardAt()).isPresent();
    assertThat(collect(stick).code()).isZero();
    JsonNode known = row();
    assertThat(known.path("number").asLong()).isEqualTo(5);
    assertThat(known.path("missing").asLong()).isZero();
    assertThat(known.path("faults").toString()).contains("SYNC-ACK-REFUSED");
    assertThat(known.path("flags")).isEmpty();
  }

  private void export(Path stick) {
    Programs.Ended ended =
        Programs.agent("usb", "export", "--site", site.toString(), "--to", stick.toString());
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  private void importStick(Path stick) {
    Programs.Ended ended =
        Programs.agent(
            "--usb", "--site", stick.toString(), "--terminal", terminal.toString(), "--hall", HALL);
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  /// Signs, with keys of its own, that it has got everything of this terminal.
  private void copyOfAnotherCounty(Path other) throws Exception {
    Files.createDirectories(other);
    Path keys = folder.resolve("other.keys");
    Programs.desk("keys", "make", "--keys", keys.toString());
    Programs.Ended ended =
        Programs.desk(
            "fleet",
            "acknowledge",
            "--reports",
            reports.toString(),
            "--site",
            other.toString(),
            "--keys",
            keys.toString());
    assertThat(ended.output()).contains("of 1 terminals");
  }

  @Test
  void aReceiptThatWasChangedOnTheDesksDiskIsFlagged() throws Exception {
    startDesk();
    sync("http://localhost:" + port + "/", "--once");
    sync("http://localhost:" + port + "/", "--once");
    Path kept;
    try (Stream<Path> files = Files.list(reports.resolve("yuezhuang-1"))) {
      kept =
          files
              .filter(file -> file.getFileName().toString().matches("[0-9a-f]{16}\\.jsonl"))
              .findFirst()
              .orElseThrow();
    }
    Files.writeString(kept, Files.readString(kept).replaceFirst("APPLIED", "CURRENT"));
    assertThat(row().path("state").asText()).isEqualTo("DOUBTFUL");
    assertThat(row().path("flags").toString()).contains("REPORT-DISK");
  }
}
