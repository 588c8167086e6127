package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.transfer.Failpoints;
import cn.gongkai.sync.transfer.Failpoints.Point;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Blobs, then the transaction, then trust: a step that fails leaves the later ones undone, and the
/// next run goes on from there.
class TrustOrderTest {

  private static final Set<Point> VISIBLE =
      EnumSet.of(Point.AFTER_COMMIT, Point.BEFORE_TRUST, Point.AFTER_TRUST);

  @TempDir Path folder;
  private SiteSimulator site;
  private SiteSource source;
  private TestTerminal terminal;

  @BeforeEach
  void aTerminalThatIsUpToDate_andANewRelease() throws Exception {
    site = SiteSimulator.small(folder);
    source = new FolderSite(site.site());
    terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    site.clock().advance(Duration.ofHours(1));
    BlobRef blob = site.release().blob(new byte[300_000], "application/pdf");
    site.release().put(TestTerminal.withFile("zc-1", "示例：改", blob)).publish();
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void trustDoesNotRunAheadOfAStepThatFails(Point where) throws Exception {
    long before = terminal.sequence(Channel.COUNTY);
    terminal.with(failingAt(where));
    SyncOutcome outcome = terminal.sync(source);
    assertThat(outcome.findCode()).contains("SYNC-IO");
    boolean trusted = where == Point.AFTER_TRUST;
    assertThat(terminal.trusted("timestamp")).isEqualTo(trusted ? 2 : 1);
    assertThat(terminal.trusted("targets")).isEqualTo(trusted ? 2 : 1);
    boolean visible = VISIBLE.contains(where);
    assertThat(terminal.title("zc-1")).contains(visible ? "示例：改" : "示例：通知一");
    assertThat(terminal.sequence(Channel.COUNTY)).isEqualTo(visible ? before + 1 : before);
    terminal.assertSound();

    terminal.with(Failpoints.NONE);
    SyncOutcome healed = terminal.sync(source);
    assertThat(healed).isInstanceOfAny(SyncOutcome.Applied.class, SyncOutcome.UpToDate.class);
    assertThat(terminal.title("zc-1")).contains("示例：改");
    assertThat(terminal.trusted("timestamp")).isEqualTo(2);
    terminal.assertSound();
  }

  @Test
  void anEqualVersionStillReconcilesTheStore() throws Exception {
    terminal.sync(source);
    sql("UPDATE entity SET sha = '" + "0".repeat(64) + "' WHERE key = 'zc-2'");
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-2")).contains("示例：通知二");
    terminal.assertSound();
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.UpToDate.class);
  }

  @Test
  void theReportedDigestIsRecomputedFromTheStore() throws Exception {
    terminal.sync(source);
    assertThat(terminal.report().heads()).contains(site.release().head(Channel.COUNTY));
    sql("UPDATE entity SET sha = '" + "0".repeat(64) + "' WHERE key = 'zc-2'");
    SiteSource gone = new FolderSite(folder.resolve("gone"));
    assertThat(terminal.sync(gone)).isInstanceOf(SyncOutcome.Unreachable.class);
    assertThat(terminal.report().outcome()).isEqualTo(AgentReport.Outcome.UNREACHABLE);
    assertThat(terminal.report().heads()).doesNotContain(site.release().head(Channel.COUNTY));
  }

  @Test
  void aDamagedStoreIsBuiltAnewInTheSameRun() throws Exception {
    terminal.sync(source);
    try (var raw = new RandomAccessFile(terminal.folder.resolve("content.sqlite").toFile(), "rw")) {
      raw.setLength(20_000);
    }
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：改");
    terminal.assertSound();
  }

  @Test
  void aStoreOfAnOlderLayoutIsBuiltAnewInTheSameRun() throws Exception {
    terminal.sync(source);
    asOfVersionOne();
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：改");
    terminal.assertSound();
  }

  @Test
  void anItemWhoseTextIsDamagedIsFetchedAnewInTheNextRun() throws Exception {
    terminal.sync(source);
    sql(
        "UPDATE body SET z = x'0000001055aa55aa'"
            + " WHERE id = (SELECT id FROM item WHERE key = 'zc-1')");
    assertThat(terminal.title("zc-1")).isEmpty();
    assertThat(terminal.title("zc-2")).isPresent();
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title("zc-1")).contains("示例：改");
    assertThat(terminal.report().heads()).contains(site.release().head(Channel.COUNTY));
    terminal.assertSound();
  }

  @Test
  void nothingIsLeftOnItsWayAfterwards() {
    terminal.sync(source);
    assertThat(terminal.folder.resolve("incoming")).isEmptyDirectory();
  }

  private static Failpoints failingAt(Point where) {
    return point -> {
      if (point == where) {
        throw new IOException("failed at " + point);
      }
    };
  }

  private void asOfVersionOne() throws Exception {
    String url = "jdbc:sqlite:" + terminal.folder.resolve("content.sqlite");
    try (var connection = DriverManager.getConnection(url);
        var run = connection.createStatement()) {
      run.execute("ALTER TABLE item DROP COLUMN topics");
      run.execute("PRAGMA user_version=1");
    }
  }

  private void sql(String statement) throws Exception {
    String url = "jdbc:sqlite:" + terminal.folder.resolve("content.sqlite");
    try (var connection = DriverManager.getConnection(url);
        var run = connection.createStatement()) {
      assertThat(run.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
