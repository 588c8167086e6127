package cn.gongkai.sync.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.config.ReceiptLimits;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.cycle.Progress;
import cn.gongkai.sync.cycle.SyncCycle;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.Sources;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A stick is looked at, never obeyed.
@Timeout(120)
class StickWatchTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private Path media;
  private Path stick;
  private Path terminal;
  private StickWatch watch;

  @BeforeEach
  void aTerminalThatIsUpToDate_andAStickWithNews() throws Exception {
    site = SiteSimulator.small(folder);
    terminal = folder.resolve("terminal");
    media = Files.createDirectories(folder.resolve("media"));
    stick = media.resolve("KINGSTON");
    new SyncCycle(
            terminal,
            new Sources(List.of(new FolderSite(site.site())), List.of()),
            Optional.empty(),
            SyncLimits.DEFAULT,
            site.clock(),
            Progress.SILENT)
        .run();
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：新", "文")).publish();
    export(stick);
    watch =
        new StickWatch(
            terminal, List.of(media), SyncLimits.DEFAULT, ReceiptLimits.DEFAULT, site.clock());
  }

  private void export(Path to) throws Exception {
    assertThat(
            new StickExport(new FolderSite(site.site()), to, SyncLimits.DEFAULT, site.clock())
                .run())
        .isInstanceOf(Exported.Done.class);
  }

  private List<ChannelHead> held() {
    return TerminalJson.agentReport(terminal).find().map(AgentReport::heads).orElseThrow();
  }

  private Optional<AgentReport.Stick> seen() {
    return watch.look(held()).map(StickWatch.Found::stick);
  }

  private Map<String, byte[]> trusted() throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(terminal.resolve("trusted"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void aStickWithNewsIsSeenAndNothingIsChangedByLooking() throws Exception {
    Map<String, byte[]> before = trusted();
    AgentReport.Stick found = seen().orElseThrow();
    assertThat(found.newer()).isTrue();
    assertThat(found.code()).isEmpty();
    assertThat(found.asOf()).contains(site.clock().instant());
    assertThat(trusted()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aReleaseThatGoesBackBehindAThiefIsNewsWhereHisKeyWasReplaced() throws Exception {
    List<ChannelHead> farAhead =
        held().stream()
            .map(
                head ->
                    new ChannelHead(
                        head.channel(), 1L << 40, head.asOf(), head.digest(), head.entities()))
            .toList();
    assertThat(watch.look(farAhead).orElseThrow().stick().newer()).isFalse();
    site.release().keys().rotate("targets");
    site.release().put(SampleEntities.item("zc-1", "示例：又新", "文")).publish();
    export(stick);
    assertThat(watch.look(farAhead).orElseThrow().stick().newer()).isTrue();
  }

  @Test
  void aStickInAUsersFolderAndOneWithTheSiteInAFolderAreSeen() throws Exception {
    Path deeper = Files.createDirectories(media.resolve("gongkai-user")).resolve("LABEL");
    Files.move(stick, deeper);
    assertThat(seen().orElseThrow().newer()).isTrue();
    Path plain = Files.createDirectories(media.resolve("OTHER"));
    Files.move(deeper, plain.resolve("gongkai"));
    assertThat(seen().orElseThrow().newer()).isTrue();
  }

  @Test
  void anotherContentInTheSamePlaceHasAnotherName() throws Exception {
    String first = seen().orElseThrow().id();
    assertThat(seen().orElseThrow().id()).isEqualTo(first);
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：neuer", "文")).publish();
    export(stick);
    assertThat(seen().orElseThrow().id()).isNotEqualTo(first);
  }

  @Test
  void aStickWithWhatTheTerminalHasIsNoNews() throws Exception {
    new SyncCycle(
            terminal,
            new Sources(List.of(new FolderSite(site.site())), List.of()),
            Optional.empty(),
            SyncLimits.DEFAULT,
            site.clock(),
            Progress.SILENT)
        .run();
    AgentReport.Stick found = seen().orElseThrow();
    assertThat(found.newer()).isFalse();
    assertThat(found.code()).isEmpty();
  }

  @Test
  void anOlderStickIsSeenWithItsReason() throws Exception {
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：更新", "文")).publish();
    new SyncCycle(
            terminal,
            new Sources(List.of(new FolderSite(site.site())), List.of()),
            Optional.empty(),
            SyncLimits.DEFAULT,
            site.clock(),
            Progress.SILENT)
        .run();
    AgentReport.Stick found = seen().orElseThrow();
    assertThat(found.newer()).isFalse();
    assertThat(found.code()).contains("RELEASE-TUF-ROLLBACK");
  }

  @Test
  void aStickOfAnotherSiteIsSeenAsNotToBeTrusted() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    SiteSimulator other = SiteSimulator.small(elsewhere);
    Files.move(stick, folder.resolve("away"));
    new StickExport(new FolderSite(other.site()), stick, SyncLimits.DEFAULT, other.clock()).run();
    AgentReport.Stick found = seen().orElseThrow();
    assertThat(found.newer()).isFalse();
    assertThat(found.code().orElseThrow()).startsWith("RELEASE-TUF-");
    assertThat(found.asOf()).isEmpty();
  }

  @Test
  void withoutAStickThereIsNone() throws Exception {
    Files.move(stick, folder.resolve("away"));
    assertThat(seen()).isEmpty();
    watch =
        new StickWatch(
            terminal,
            List.of(folder.resolve("no-such-folder")),
            SyncLimits.DEFAULT,
            ReceiptLimits.DEFAULT,
            site.clock());
    assertThat(seen()).isEmpty();
  }

  @Test
  void linksAreNotFollowed() throws Exception {
    Path away = folder.resolve("away");
    Files.move(stick, away);
    Files.createSymbolicLink(stick, away);
    assertThat(seen()).isEmpty();
    Files.delete(stick);
    Files.createDirectories(stick);
    Files.createSymbolicLink(stick.resolve("metadata"), away.resolve("metadata"));
    assertThat(seen()).isEmpty();
    Files.delete(stick.resolve("metadata"));
    Files.createDirectories(stick.resolve("metadata"));
    Files.createSymbolicLink(
        stick.resolve("metadata/timestamp.json"), away.resolve("metadata/timestamp.json"));
    assertThat(seen()).isEmpty();
  }

  /// A pipe that nobody writes would hold the agent for ever.
  @Test
  void pipesAndDevicesAreNotOpened() throws Exception {
    for (String command : List.of("mkfifo %s", "mknod %s c 1 5")) {
      Path place = stick.resolve("metadata/timestamp.json");
      byte[] good = Files.readAllBytes(place);
      Files.delete(place);
      Process process = new ProcessBuilder(command.formatted(place).split(" ")).start();
      assumeTrue(
          process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0, "special files");
      assertThat(seen()).isEmpty();
      Files.delete(place);
      Files.write(place, good);
    }
    assertThat(seen()).isPresent();
  }

  @Test
  void hugeAndBrokenMetadataIsReadToItsLimitOnly() throws Exception {
    for (String name : List.of("metadata/timestamp.json", "metadata/1.root.json")) {
      byte[] good = Files.readAllBytes(stick.resolve(name));
      try (var file = new RandomAccessFile(stick.resolve(name).toFile(), "rw")) {
        file.setLength(50L << 30);
      }
      seen().ifPresent(it -> assertThat(it.newer()).isEqualTo(name.contains("root")));
      Files.write(stick.resolve(name), good);
    }
    Files.writeString(
        stick.resolve("metadata/timestamp.json"), "{\"signed\":", StandardCharsets.UTF_8);
    assertThat(seen().orElseThrow().code()).isPresent();
  }

  @Test
  void thousandsOfFilesAreNotLookedAt() throws Exception {
    for (int i = 0; i < 3_000; i++) {
      Files.createDirectory(media.resolve("d" + i));
      Files.createFile(stick.resolve("metadata/junk" + i));
    }
    seen().ifPresent(it -> assertThat(it.newer()).isTrue());
    assertThat(Files.exists(terminal.resolve("content.sqlite"))).isTrue();
  }
}
