package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Row 7 of the table of faults.
class DiskFullTest {

  private static final long RESERVE = SyncLimits.DEFAULT.diskReserveBytes();

  /// What the small disk gives out at a time.
  private static final int BLOCK_BYTES = 4096;

  private static final ItemId NEWS = new ItemId("zc-1");

  @TempDir Path folder;
  private SiteSimulator site;
  private SiteSource source;

  @BeforeEach
  void aSite() throws Exception {
    site = SiteSimulator.small(folder);
    source = new FolderSite(site.site());
  }

  private void publishNews(int bytes) throws Exception {
    byte[] file = new byte[bytes];
    new Random(3).nextBytes(file);
    BlobRef blob = site.release().blob(file, "application/pdf");
    site.release().put(TestTerminal.withFile("zc-1", "示例：新", blob)).publish();
  }

  @Test
  @DisplayName("7 disk full: the reserve is kept, said, and it recovers by itself")
  void whatDoesNotFitBesideTheReserveWaits() throws Exception {
    AtomicLong free = new AtomicLong(RESERVE + 10_000_000);
    TestTerminal terminal =
        new TestTerminal(folder.resolve("terminal"), site.clock()).with(free::get);
    terminal.sync(source);
    publishNews(300_000);
    for (long bytes : new long[] {0, RESERVE - 1, RESERVE + 100, RESERVE + 200_000}) {
      free.set(bytes);
      assertThat(terminal.sync(source).findCode()).contains("SYNC-DISK-FULL");
      assertThat(terminal.report().outcome()).isEqualTo(AgentReport.Outcome.FAILED);
      assertThat(terminal.title("zc-1")).contains("示例：通知一");
      terminal.assertSound();
    }
    free.set(RESERVE + 10_000_000);
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：新");
  }

  @Test
  @DisplayName("7 disk full: said as such also where SQLite only says that it failed")
  void aDatabaseThatFailsOnAFullDiskIsToldAsAFullDisk() throws Exception {
    AtomicLong free = new AtomicLong(RESERVE - 1);
    TestTerminal terminal =
        new TestTerminal(folder.resolve("terminal"), site.clock()).with(free::get);
    Path log = terminal.folder.resolve("content.sqlite-journal/in-the-way");
    Files.createDirectories(log);
    assertThat(terminal.sync(source).findCode()).contains("SYNC-DISK-FULL");
    free.set(RESERVE + 10_000_000);
    assertThat(terminal.sync(source).findCode()).contains("STORE-IO");
    Files.delete(log);
    Files.delete(log.getParent());
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
  }

  /// Without a reserve every write may fail in turn, on a disk that is really full, under a kiosk
  /// that is running. (One that starts on a disk without a free page cannot open the store, which
  /// is what the reserve is for.)
  @Test
  @DisplayName("7 disk full: every write fails in turn on a real full disk")
  void aDiskThatIsReallyFullLosesNothing() throws Exception {
    Path small = Files.createDirectories(folder.resolve("small"));
    assumeTrue(mount(small), "only root may mount a small disk");
    try {
      TestTerminal terminal =
          new TestTerminal(small.resolve("terminal"), site.clock()).with(() -> Long.MAX_VALUE / 2);
      terminal.sync(source);
      assertThat(terminal.title("zc-1")).contains("示例：通知一");
      publishNews(200_000);
      for (int i = 0; i < 30; i++) {
        site.release().put(SampleEntities.item("more-" + i, "示例：" + i, "文".repeat(3000 + i)));
      }
      site.release().publish();
      Path filler = small.resolve("filler");
      ContentReader kiosk = ContentReader.open(terminal.folder);
      assertThat(kiosk.findItem(NEWS)).isPresent();
      fill(filler);
      boolean done = false;
      for (long left = Files.size(filler); left > 0 && !done; left -= BLOCK_BYTES) {
        try (var channel =
            java.nio.channels.FileChannel.open(filler, java.nio.file.StandardOpenOption.WRITE)) {
          channel.truncate(left);
        }
        SyncOutcome outcome = terminal.sync(source);
        done = outcome instanceof SyncOutcome.Applied;
        assertThat(done || outcome instanceof SyncOutcome.Failed).as("%s", outcome).isTrue();
        assertThat(kiosk.findItem(NEWS).map(Item::title)).contains(done ? "示例：新" : "示例：通知一");
      }
      kiosk.close();
      assertThat(done).isTrue();
      terminal.assertSound();
    } finally {
      run("umount", "-l", small.toString());
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] piece = new byte[4096];
    try (var out = Files.newOutputStream(filler)) {
      for (int i = 0; i < 100_000; i++) {
        out.write(piece);
      }
      throw new AssertionError("the disk is not small");
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static boolean mount(Path place) throws Exception {
    return run("mount", "-t", "tmpfs", "-o", "size=4m", "none", place.toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
