package cn.gongkai.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.sync.site.FileServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drives the script as the public conformance suite would: a process for every step.
class TufClientScriptTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private FileServer server;
  private Path metadata;
  private Path targets;

  @BeforeEach
  void aServedRepository() throws Exception {
    site = SiteSimulator.in(folder);
    site.clock().set(Clock.systemUTC().instant());
    site.release().put(SampleEntities.site(), SampleEntities.item("zc-1", "示例", "文")).publish();
    server = new FileServer(site.site());
    metadata = folder.resolve("client/metadata");
    targets = folder.resolve("client/targets");
    Files.createDirectories(targets);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void initKeepsTheRootAndNothingElse() throws Exception {
    assertThat(init()).isZero();
    assertThat(metadata.resolve("root.json")).hasBinaryContent(site.release().firstRoot());
    assertThat(metadata.resolve("timestamp.json")).doesNotExist();
    assertThat(server.takeAsked()).isEmpty();
  }

  @Test
  void refreshKeepsUnversionedCopies() throws Exception {
    init();
    assertThat(refresh()).isZero();
    for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
      assertThat(metadata.resolve(role + ".json")).exists();
    }
    assertThat(metadata.resolve("targets.json"))
        .hasSameBinaryContentAs(site.site().resolve("metadata/1.targets.json"));
  }

  @Test
  void downloadPutsTheVerifiedFileIntoTheFolder() throws Exception {
    init();
    SegmentRef segment = site.release().segments(Channel.COUNTY).getFirst();
    assertThat(download(segment.targetPath())).isZero();
    Path signed = site.site().resolve("targets").resolve(segment.filePath());
    assertThat(downloaded())
        .singleElement()
        .satisfies(f -> assertThat(f).hasSameBinaryContentAs(signed));
    server.takeAsked();
    assertThat(download(segment.targetPath())).isZero();
    assertThat(server.takeAsked()).noneMatch(asked -> asked.path().startsWith("targets/"));
  }

  @Test
  void aRollbackIsRefusedAndTheCopiesStay() throws Exception {
    init();
    Map<String, byte[]> old = site.save("metadata");
    site.clock().advance(Duration.ofSeconds(1));
    site.release().put(SampleEntities.item("zc-2", "示例", "文")).publish();
    assertThat(refresh()).isZero();
    byte[] kept = Files.readAllBytes(metadata.resolve("timestamp.json"));
    site.restore("metadata", old);
    assertThat(refresh()).isEqualTo(1);
    assertThat(metadata.resolve("timestamp.json")).hasBinaryContent(kept);
  }

  @Test
  void aFileWithAnotherHashIsRefused() throws Exception {
    init();
    SegmentRef segment = site.release().segments(Channel.COUNTY).getFirst();
    site.tamper(
        "targets/" + segment.filePath(),
        bytes -> {
          bytes[bytes.length / 2] ^= 1;
          return bytes;
        });
    assertThat(download(segment.targetPath())).isEqualTo(1);
    assertThat(downloaded()).isEmpty();
  }

  @Test
  void whatNobodySignedIsNotDownloaded() throws Exception {
    init();
    assertThat(download("ch/county/0-9.jsonl.gz")).isEqualTo(1);
    assertThat(downloaded()).isEmpty();
  }

  @Test
  void wrongUsageIsSaid() throws Exception {
    assertThat(run("refresh")).isEqualTo(1);
    assertThat(run("--metadata-dir", metadata.toString(), "dance")).isEqualTo(1);
  }

  private int init() throws Exception {
    Path root = Files.write(folder.resolve("root.json"), site.release().firstRoot());
    return run("--metadata-dir", metadata.toString(), "init", root.toString());
  }

  private int refresh() throws Exception {
    return run(
        "--metadata-dir",
        metadata.toString(),
        "--metadata-url",
        server.base() + "metadata",
        "refresh");
  }

  private int download(String target) throws Exception {
    return run(
        "--metadata-dir",
        metadata.toString(),
        "--metadata-url",
        server.base() + "metadata/",
        "--target-name",
        target,
        "--target-base-url",
        server.base() + "targets/",
        "--target-dir",
        targets.toString(),
        "download");
  }

  private List<Path> downloaded() throws Exception {
    try (var files = Files.list(targets)) {
      return files.toList();
    }
  }

  private int run(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of("tuf-client").toAbsolutePath().toString());
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("GONGKAI_TUF_CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
