package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.stick.Exported;
import cn.gongkai.sync.stick.StickExport;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Row 12 of the table of faults, and what a good stick does.
@Timeout(60)
class StickTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private Path stick;
  private TestTerminal terminal;
  private BlobRef blob;

  @BeforeEach
  void aTerminalThatIsUpToDate_andAStickWithNews() throws Exception {
    site = SiteSimulator.small(folder);
    stick = folder.resolve("stick");
    terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
    terminal.sync(new FolderSite(site.site()));
    site.clock().advance(Duration.ofHours(1));
    blob = site.release().blob(new byte[300_000], "application/pdf");
    site.release().put(TestTerminal.withFile("zc-1", "示例：新", blob)).publish();
    assertThat(export()).isInstanceOf(Exported.Done.class);
    terminal.with(SyncLimits.DEFAULT.forStick());
  }

  private Exported export() throws Exception {
    return new StickExport(new FolderSite(site.site()), stick, SyncLimits.DEFAULT, site.clock())
        .run();
  }

  private SyncOutcome plugIn() {
    return terminal.sync(new FolderSite(stick));
  }

  private List<String> onStick() throws Exception {
    try (Stream<Path> files = Files.walk(stick)) {
      return files.filter(Files::isRegularFile).map(f -> stick.relativize(f).toString()).toList();
    }
  }

  @Test
  void aStickHoldsWhatIsPublishedNowAndNothingElse() throws Exception {
    Files.write(site.site().resolve("blobs/stray"), new byte[9]);
    Files.writeString(site.site().resolve("index.html"), "<html></html>");
    assertThat(onStick()).contains("blobs/" + blob.path(), "metadata/timestamp.json");
    site.release().delete(new EntityRef(EntityKind.ITEM, "zc-1")).publish();
    Exported.Done done = (Exported.Done) export();
    assertThat(onStick()).doesNotContain("blobs/" + blob.path(), "blobs/stray", "index.html");
    assertThat(onStick()).hasSize(done.files());
    terminal.with(SyncLimits.DEFAULT).sync(new FolderSite(stick));
    assertThat(terminal.title("zc-1")).isEmpty();
    terminal.assertSound();
  }

  @Test
  void whatAStickCarriesIsShownButNoProofOfBeingTheNewest() throws Exception {
    AgentReport before = terminal.report();
    site.clock().advance(Duration.ofDays(1));
    assertThat(plugIn()).isInstanceOf(SyncOutcome.Carried.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
    AgentReport after = terminal.report();
    assertThat(after.outcome()).isEqualTo(AgentReport.Outcome.CARRIED);
    assertThat(after.code()).contains("SYNC-STICK");
    assertThat(after.attemptedAt()).isEqualTo(site.clock().instant());
    assertThat(after.seenAt()).isEqualTo(before.seenAt());
    assertThat(after.succeededAt()).isEqualTo(before.succeededAt());
    terminal.assertSound();
  }

  @Test
  @DisplayName("12 an expired but newer stick")
  void anExpiredButNewerStickIsAuthenticWithinItsAge() throws Exception {
    Instant success = terminal.report().succeededAt().orElseThrow();
    site.clock().advance(Duration.ofDays(30));
    terminal.with(SyncLimits.DEFAULT);
    assertThat(plugIn().findCode()).contains("RELEASE-TUF-EXPIRED");
    terminal.with(SyncLimits.DEFAULT.forStick());
    assertThat(plugIn()).isInstanceOf(SyncOutcome.Carried.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
    assertThat(terminal.report().detail().orElseThrow()).contains("freshness unknown");
    assertThat(terminal.report().succeededAt()).contains(success);
  }

  @Test
  @DisplayName("12 a stick beyond the age limit")
  void aStickThatIsTooOldIsRefused() throws Exception {
    site.clock().advance(Duration.ofDays(60));
    assertThat(plugIn().findCode()).contains("RELEASE-TUF-EXPIRED");
    assertThat(terminal.title("zc-1")).contains("示例：通知一");
  }

  @Test
  @DisplayName("12 a stick older than what is shown")
  void anOlderStickNeverTakesTheTerminalBack() throws Exception {
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：更新", "文")).publish();
    terminal.with(SyncLimits.DEFAULT).sync(new FolderSite(site.site()));
    terminal.with(SyncLimits.DEFAULT.forStick());
    assertThat(plugIn().findCode()).contains("RELEASE-TUF-ROLLBACK");
    assertThat(terminal.title("zc-1")).contains("示例：更新");
  }

  @Test
  @DisplayName("12 hostile stick: links instead of files")
  void linksAreNotFollowed() throws Exception {
    Path secret = Files.write(folder.resolve("secret"), new byte[300_000]);
    Path place = stick.resolve("blobs").resolve(blob.path());
    Files.delete(place);
    Files.createSymbolicLink(place, secret);
    assertThat(plugIn().findCode()).contains("SYNC-FILE-MISSING");
    terminal.assertSound();
  }

  @Test
  @DisplayName("12 hostile stick: links instead of folders")
  void linkedFoldersAreNotEntered() throws Exception {
    for (String name : List.of("metadata", "targets", "blobs")) {
      Path moved = folder.resolve("elsewhere-" + name);
      Files.move(stick.resolve(name), moved);
      Files.createSymbolicLink(stick.resolve(name), moved);
      SyncOutcome outcome = plugIn();
      assertThat(outcome).as(name).isNotInstanceOf(SyncOutcome.Carried.class);
      Files.delete(stick.resolve(name));
      Files.move(moved, stick.resolve(name));
    }
    assertThat(plugIn()).isInstanceOf(SyncOutcome.Carried.class);
  }

  @Test
  @DisplayName("12 hostile stick: pipes and devices")
  void specialFilesAreNotOpened() throws Exception {
    for (String command : List.of("mkfifo %s", "mknod %s c 1 5")) {
      for (String name : List.of("metadata/timestamp.json", "blobs/" + blob.path())) {
        Path place = stick.resolve(name);
        byte[] good = Files.readAllBytes(place);
        Files.delete(place);
        assumeTrue(run(command.formatted(place).split(" ")), "special files can be made");
        SyncOutcome outcome = plugIn();
        assertThat(outcome.findCode().orElseThrow())
            .isIn("RELEASE-TUF-ABSENT", "SYNC-FILE-MISSING");
        Files.delete(place);
        Files.write(place, good);
      }
    }
  }

  @Test
  @DisplayName("12 hostile stick: huge files")
  void hugeFilesAreReadToTheirSignedLengthOnly() throws Exception {
    for (String name : List.of("blobs/" + blob.path(), "metadata/timestamp.json")) {
      try (var file = new RandomAccessFile(stick.resolve(name).toFile(), "rw")) {
        file.setLength(50L << 30);
      }
      SyncOutcome outcome = plugIn();
      assertThat(outcome.findCode().orElseThrow())
          .isIn("RELEASE-TUF-TOO-LONG", "SYNC-FILE-LENGTH", "SYNC-FILE-HASH", "SYNC-STICK");
      terminal.assertSound();
    }
    assertThat(plugIn().findCode()).contains("RELEASE-TUF-TOO-LONG");
  }

  @Test
  @DisplayName("12 hostile stick: names that lead elsewhere")
  void whatElseLiesOnAStickIsNotTouched() throws Exception {
    Files.writeString(stick.resolve("autorun.inf"), "[autorun]", StandardCharsets.US_ASCII);
    Files.createDirectories(stick.resolve("metadata/..data"));
    Files.writeString(stick.resolve("metadata/9.root.json"), "{}");
    assertThat(plugIn()).isInstanceOf(SyncOutcome.Carried.class);
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
