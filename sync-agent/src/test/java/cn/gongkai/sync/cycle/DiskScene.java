package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.sync.site.Answer;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SitePath;
import cn.gongkai.sync.site.SiteSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A terminal that is up to date, a site with news (a change with a large file, a new item with a
/// small one, one withdrawn with its file, one of a township), and what must hold of a terminal
/// after whatever happened on the way from the one to the other.
final class DiskScene {

  static final String OLD = "示例：第一版";
  static final String NEW = "示例：第二版";

  final SiteSimulator site;
  final Path base;
  final long before;
  final long after;
  final long blobBytes;

  DiskScene(Path folder) throws Exception {
    site = SiteSimulator.small(folder);
    site.clock().advance(Duration.ofMinutes(1));
    Random random = new Random(2);
    site.release()
        .put(
            TestTerminal.withFile("zc-1", OLD, blob(random, 9_000)),
            TestTerminal.withFile("zc-4", "示例：将撤回", blob(random, 7_000)))
        .publish();
    base = folder.resolve("base");
    new TestTerminal(base, site.clock()).sync(source());
    before = new TestTerminal(base, site.clock()).sequence(Channel.COUNTY);
    site.clock().advance(Duration.ofHours(1));
    int large = 2 * BlobRef.CHUNK_BYTES + 5_000;
    blobBytes = large + 4_000;
    site.release()
        .put(
            TestTerminal.withFile("zc-1", NEW, blob(random, large)),
            TestTerminal.withFile("zc-5", "示例：新件", blob(random, 4_000)),
            SampleEntities.townItem(SampleEntities.TOWN, "x", "示例：镇新", "镇里的事。"))
        .delete(new EntityRef(EntityKind.ITEM, "zc-4"))
        .publish();
    after = site.release().head(Channel.COUNTY).sequence();
  }

  private BlobRef blob(Random random, int bytes) {
    byte[] file = new byte[bytes];
    random.nextBytes(file);
    return site.release().blob(file, "application/pdf");
  }

  CountingSource source() {
    return new CountingSource(new FolderSite(site.site()));
  }

  /// Counts the bytes of blobs that are read.
  static final class CountingSource implements SiteSource {
    private final SiteSource source;
    long blobBytes;

    CountingSource(SiteSource source) {
      this.source = source;
    }

    @Override
    public Answer open(SitePath path, long offset) {
      Answer answer = source.open(path, offset);
      return path instanceof SitePath.Blob && answer instanceof Answer.Found found
          ? new Answer.Found(counted(found.body()), found.from())
          : answer;
    }

    private InputStream counted(InputStream body) {
      return new FilterInputStream(body) {
        @Override
        public int read(byte[] buffer, int at, int length) throws IOException {
          int count = super.read(buffer, at, length);
          blobBytes += Math.max(0, count);
          return count;
        }
      };
    }

    @Override
    public String name() {
      return source.name();
    }

    @Override
    public void close() {}
  }

  /// What must hold before anything is mended.
  void assertWhole(Path folder, String when) throws Exception {
    TestTerminal terminal = new TestTerminal(folder, site.clock());
    assertThat(StoreCheck.of(folder, StoreCheck.Depth.FULL).problems()).as(when).isEmpty();
    long now = terminal.sequence(Channel.COUNTY);
    assertThat(now).as("%s: head", when).isIn(before, after);
    assertThat(terminal.title("zc-1")).as(when).isPresent();
    assertThat(terminal.title("zc-4").isEmpty()).as("%s: withdrawn", when).isEqualTo(now == after);
    // The second release has the third timestamp: the first was made with the site.
    if (terminal.trusted("timestamp") == 3) {
      assertThat(now).as("%s: trust runs ahead", when).isEqualTo(after);
    }
  }

  /// That the next run brings it to the newest.
  void assertHeals(Path folder, SiteSource from, String when) throws Exception {
    TestTerminal terminal = new TestTerminal(folder, site.clock());
    assertThat(terminal.sync(from))
        .as(when)
        .isInstanceOfAny(SyncOutcome.Applied.class, SyncOutcome.UpToDate.class);
    assertNewest(folder, when);
  }

  void assertNewest(Path folder, String when) throws Exception {
    TestTerminal terminal = new TestTerminal(folder, site.clock());
    assertThat(StoreCheck.of(folder, StoreCheck.Depth.FULL).problems()).as(when).isEmpty();
    assertThat(terminal.title("zc-1")).as(when).contains(NEW);
    assertThat(terminal.title("zc-4")).as(when).isEmpty();
    assertThat(terminal.sequence(Channel.COUNTY)).as(when).isEqualTo(after);
    assertThat(terminal.trusted("timestamp")).as("%s: trust", when).isEqualTo(3);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : List.copyOf(all.toList())) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
