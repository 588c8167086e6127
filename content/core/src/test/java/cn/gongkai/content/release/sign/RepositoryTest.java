package cn.gongkai.content.release.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {

  @TempDir Path dir;

  private static TrustedRelease current(RefreshOutcome outcome) {
    assertThat(outcome).isInstanceOf(RefreshOutcome.Current.class);
    TrustedRelease release = ((RefreshOutcome.Current) outcome).release();
    assertThat(release.refused()).isEmpty();
    return release;
  }

  @Test
  void whatIsPublishedIsWhatATerminalTrusts() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    TrustedFolder terminal = site.terminal(dir.resolve("trusted"));
    TrustedRelease release = current(site.refresh(terminal));
    assertThat(release.channels())
        .containsExactlyElementsOf(site.release().repository().channels());
    assertThat(release.find(Channel.COUNTY).orElseThrow().head())
        .isEqualTo(site.release().head(Channel.COUNTY));
    assertThat(release.find(SampleEntities.TOWN_CHANNEL).orElseThrow().segments())
        .isEqualTo(site.release().segments(SampleEntities.TOWN_CHANNEL));
    assertThat(release.fresh()).isTrue();
    assertThat(release.freshUntil()).isEqualTo(site.clock().instant().plus(Duration.ofDays(7)));
  }

  @Test
  void aTownThatHasNotChangedIsNotWrittenAgain() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    site.clock().advance(Duration.ofDays(1));
    Published next = site.release().put(SampleEntities.item("zc-3", "示例：通知三", "第三条。")).publish();
    assertThat(next.written())
        .containsExactly("2.targets.json", "2.snapshot.json", "timestamp.json");
  }

  @Test
  void renewingSignsOnlyATimestamp() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    site.clock().advance(Duration.ofDays(3));
    Published renewed = site.release().repository().renew();
    assertThat(renewed.written()).containsExactly("timestamp.json");
    assertThat(renewed.freshUntil()).isEqualTo(site.clock().instant().plus(Duration.ofDays(7)));
  }

  @Test
  void whatNearsItsEndIsSignedAgain() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    site.clock().advance(Duration.ofDays(46));
    assertThat(site.release().repository().renew().written())
        .containsExactly(
            "2.town-370323104.json", "2.targets.json", "2.snapshot.json", "timestamp.json");
  }

  @Test
  void everyKeyCanBeRotatedAndOldTerminalsFollow() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    TrustedFolder terminal = site.terminal(dir.resolve("trusted"));
    current(site.refresh(terminal));
    for (String role : List.of("root", "timestamp", "snapshot", "targets", "town-370323104")) {
      site.release().keys().rotate(role);
      site.clock().advance(Duration.ofHours(1));
      site.release().repository().renew();
      current(site.refresh(terminal));
    }
    assertThat(site.save("metadata"))
        .containsKey("metadata/5.root.json")
        .doesNotContainKey("metadata/6.root.json");
    current(site.refresh(site.terminal(dir.resolve("new"))));
  }

  @Test
  void aRootNeedsAsManyKeysAsThePolicySays() throws Exception {
    RepositoryPolicy two =
        new RepositoryPolicy(
            Duration.ofDays(365),
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofDays(7),
            2,
            50,
            20);
    SiteSimulator site = SiteSimulator.in(dir, two);
    site.release().put(SampleEntities.site());
    assertThat(code(() -> site.release().publish())).isEqualTo("RELEASE-KEY-MISSING");
    site.release().keys().create("root");
    site.release().put(SampleEntities.column("zcwj", "政策文件"));
    site.release().publish();
    current(site.refresh(site.terminal(dir.resolve("trusted"))));
  }

  @Test
  void aTownMaySignElsewhere() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    PublishedChannel channel =
        site.release().repository().channels().stream()
            .filter(c -> c.channel().isTown())
            .findFirst()
            .orElseThrow();
    SigningKey theirs = SigningKey.generate();
    site.release().keys().retire("town-370323104");
    site.release().keys().adopt(channel.channel(), theirs.publicPem());
    RoleDraft draft = new RoleDraft("targets", RoleContent.channel(channel), Duration.ofDays(30));
    byte[] file = draft.sign(2, site.clock().instant(), List.of(theirs));
    site.release().repository().publish(List.of(), Map.of(channel.channel(), file));
    current(site.refresh(site.terminal(dir.resolve("trusted"))));
    byte[] forged = draft.sign(3, site.clock().instant(), List.of(SigningKey.generate()));
    assertThat(
            code(
                () ->
                    site.release()
                        .repository()
                        .publish(List.of(), Map.of(channel.channel(), forged))))
        .isEqualTo("RELEASE-TUF-SIGNATURE");
    assertThat(
            code(
                () ->
                    site.release()
                        .repository()
                        .publish(List.of(), Map.of(channel.channel(), file))))
        .isEqualTo("RELEASE-TUF-ROLLBACK");
    current(site.refresh(site.terminal(dir.resolve("trusted"))));
  }

  @Test
  void aPublisherWhoseClockIsBehindIsStopped() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    site.clock().advance(Duration.ofDays(-1));
    assertThat(code(() -> site.release().repository().renew())).isEqualTo("RELEASE-CLOCK");
  }

  @Test
  void nothingIsPublishedThatATerminalWouldRefuse() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    var before = site.save("metadata");
    PublishedChannel empty = new PublishedChannel(site.release().head(Channel.COUNTY), List.of());
    site.clock().advance(Duration.ofHours(1));
    assertThat(code(() -> site.release().publish(List.of(empty)))).isEqualTo("RELEASE-UNVERIFIED");
    assertThat(site.save("metadata").keySet()).isEqualTo(before.keySet());
  }

  @Test
  void oldVersionsAreTakenAwayAndRootsStay() throws Exception {
    SiteSimulator site = SiteSimulator.small(dir);
    for (int i = 0; i < 25; i++) {
      site.clock().advance(Duration.ofHours(1));
      site.release().put(SampleEntities.item("zc-1", "示例：通知", "第" + i + "稿")).publish();
    }
    assertThat(site.save("metadata"))
        .containsKeys("metadata/1.root.json", "metadata/26.targets.json", "metadata/6.targets.json")
        .doesNotContainKeys("metadata/5.targets.json", "metadata/5.snapshot.json");
    current(site.refresh(site.terminal(dir.resolve("trusted"))));
  }

  @Test
  void keysAreForTheirOwnerOnly() throws Exception {
    SiteSimulator.small(dir);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("keys"))))
        .isEqualTo("rwx------");
    try (var files = Files.list(dir.resolve("keys"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ReleaseException.class, call).code();
  }
}
