package cn.gongkai.content.release.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.tuf.MetadataSource;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {

  @TempDir Path dir;

  private SiteSimulator site;
  private TrustedFolder terminal;

  @BeforeEach
  void aSite() throws Exception {
    site = SiteSimulator.small(dir);
    terminal = site.terminal(dir.resolve("trusted"));
  }

  private Refresh refresher(Duration expiredFor) {
    return new Refresh(
        site.metadata(),
        terminal,
        site.clock(),
        TufLimits.STANDARD.withExpiredFor(expiredFor),
        ReleaseLimits.STANDARD);
  }

  private static TrustedRelease release(RefreshOutcome outcome) {
    assertThat(outcome).isInstanceOf(RefreshOutcome.Current.class);
    return ((RefreshOutcome.Current) outcome).release();
  }

  @Test
  void asWithNothingNewOnlyTheTimestampIsFetched() throws Exception {
    release(site.refresh(terminal));
    site.takeRequests();
    release(site.refresh(terminal));
    assertThat(site.takeRequests()).containsExactly("2.root.json", "timestamp.json");
  }

  @Test
  void aDaysChangeCostsThreeFiles() throws Exception {
    release(site.refresh(terminal));
    site.clock().advance(Duration.ofDays(1));
    site.release().put(SampleEntities.item("zc-9", "示例：通知九", "第九条。")).publish();
    site.takeRequests();
    release(site.refresh(terminal));
    assertThat(site.takeRequests())
        .containsExactly("2.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json");
  }

  @Test
  void anOldSiteIsRefusedAndSaysWhat() throws Exception {
    var old = site.save("metadata");
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-9", "示例：通知九", "第九条。")).publish();
    release(site.refresh(terminal));
    site.restore("metadata", old);
    assertThat(site.refresh(terminal))
        .isEqualTo(
            new RefreshOutcome.Refused(
                "RELEASE-TUF-ROLLBACK", "timestamp version 2 or later", "1"));
  }

  @Test
  void aSiteThatStandsStillIsRefusedAfterAWeek() throws Exception {
    release(site.refresh(terminal));
    site.clock().advance(Duration.ofDays(8));
    assertThat(site.refresh(terminal))
        .isInstanceOfSatisfying(
            RefreshOutcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("RELEASE-TUF-EXPIRED"));
  }

  @Test
  void anExpiredStickIsTakenWithinItsAgeAndMarked() throws Exception {
    site.clock().advance(Duration.ofDays(8));
    TrustedRelease release = release(refresher(Duration.ofDays(14)).run());
    assertThat(release.fresh()).isFalse();
    assertThat(release.find(Channel.COUNTY)).isPresent();
    site.clock().advance(Duration.ofDays(14));
    assertThat(refresher(Duration.ofDays(14)).run()).isInstanceOf(RefreshOutcome.Refused.class);
  }

  @Test
  void aSourceThatFailsIsUnreachable() throws Exception {
    site.answer("timestamp.json", new MetadataSource.Fetched.Failed("SYNC-TIMEOUT", "30 s"));
    assertThat(site.refresh(terminal))
        .isEqualTo(new RefreshOutcome.Unreachable("SYNC-TIMEOUT", "30 s"));
  }

  @Test
  void whatWasAcceptedIsKnownWithoutASourceHoweverOld() throws Exception {
    assertThat(refresher(Duration.ZERO).findKept()).isEmpty();
    TrustedRelease release = release(site.refresh(terminal));
    site.clock().advance(Duration.ofDays(700));
    site.takeRequests();
    TrustedRelease kept = refresher(Duration.ZERO).findKept().orElseThrow();
    assertThat(kept.channels()).isEqualTo(release.channels());
    assertThat(kept.fresh()).isFalse();
    assertThat(site.takeRequests()).isEmpty();
    terminal.delete("snapshot");
    assertThat(refresher(Duration.ZERO).findKept()).isEmpty();
  }

  @Test
  void deletedItemsLeaveTheHead() throws Exception {
    site.clock().advance(Duration.ofHours(1));
    site.release().delete(SampleEntities.item("zc-1", "示例", "文").ref()).publish();
    TrustedRelease release = release(site.refresh(terminal));
    assertThat(release.find(Channel.COUNTY).orElseThrow().head())
        .isEqualTo(site.release().head(Channel.COUNTY))
        .satisfies(head -> assertThat(head.entities()).isEqualTo(3));
  }
}
