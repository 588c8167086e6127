package cn.gongkai.content.release.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest {

  @TempDir Path dir;

  private final ForgedRepository site = new ForgedRepository();
  private TrustedFolder trusted;

  @BeforeEach
  void aTerminalThatHasSeenTheSite() throws Exception {
    trusted = site.terminal(dir);
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
  }

  private long version(String role) throws Exception {
    return ForgedRepository.version(trusted, role);
  }

  @Test
  void anOlderTimestampIsRefused() throws Exception {
    byte[] old = site.served.get("timestamp.json");
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.served.put("timestamp.json", old);
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-ROLLBACK");
    assertThat(version("timestamp")).isEqualTo(2);
  }

  @Test
  void aTimestampThatNamesAnOlderSnapshotIsRefused() throws Exception {
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.version.put("snapshot", 1L);
    site.version.put("timestamp", 3L);
    site.publish("timestamp");
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-ROLLBACK");
    assertThat(version("snapshot")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSnapshotThatNamesOlderTargetsIsRefused(boolean withHashes) throws Exception {
    site.hashes = withHashes;
    site.publishNext("targets");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.snapshotSays.put("targets", 1L);
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-ROLLBACK");
    assertThat(version("targets")).isEqualTo(2);
  }

  @Test
  void aRoleThatVanishesFromTheSnapshotIsRefused() throws Exception {
    site.delegate("targets", "A", false, "*");
    site.publish("A");
    site.publishNext("targets");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.snapshotSays.put("A", 0L);
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-ROLLBACK");
  }

  @Test
  void filesOfDifferentReleasesAreNotMixed() throws Exception {
    byte[] oldSnapshot = site.served.get("1.snapshot.json");
    byte[] oldTargets = site.served.get("1.targets.json");
    site.publishNext("targets");
    site.served.put("2.snapshot.json", oldSnapshot);
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-VERSION");
    site.publish("snapshot");
    site.served.put("2.targets.json", oldTargets);
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-VERSION");
  }

  @Test
  void anotherSnapshotOfTheSameVersionIsRefusedWhereItsHashIsNamed() {
    site.hashes = true;
    site.publishNext();
    site.expires.put("snapshot", site.clock.instant().plus(Duration.ofDays(29)));
    site.publish("snapshot");
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-HASH");
  }

  @Test
  void anEqualVersionWithOtherContentChangesNothing() throws Exception {
    byte[] kept = trusted.find("timestamp").orElseThrow();
    site.version.put("snapshot", 100L);
    site.publish("timestamp");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(trusted.find("timestamp").orElseThrow()).isEqualTo(kept);
  }

  /// Only the timestamp has expired: everything it names is still valid.
  @Test
  void aReplayOfTheSameVersionIsRefusedOnceItHasExpired() {
    site.expires.put("timestamp", site.clock.instant().plus(Duration.ofDays(7)));
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.clock.advance(Duration.ofDays(8));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-EXPIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "snapshot", "targets"})
  void anExpiredFileIsRefusedAndNotKept(String role) throws Exception {
    site.expires.put(role, site.clock.instant().minus(Duration.ofDays(1)));
    site.publishNext(role.equals("targets") ? new String[] {role} : new String[0]);
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-EXPIRED");
    assertThat(version(role)).isEqualTo(1);
  }

  @Test
  void anExpiredRootIsKeptAndNothingAfterIt() throws Exception {
    site.expires.put("root", site.clock.instant().minus(Duration.ofDays(1)));
    site.publishNextRoot();
    site.publishNext("targets");
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-EXPIRED");
    assertThat(version("root")).isEqualTo(2);
    assertThat(version("timestamp")).isEqualTo(1);
  }

  @Test
  void expiredRootsOnTheWayToAGoodOneDoNoHarm() throws Exception {
    site.expires.put("root", site.clock.instant().minus(Duration.ofDays(1)));
    site.publishNextRoot();
    site.expires.put("root", site.clock.instant().plus(Duration.ofDays(1)));
    site.publishNextRoot();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(version("root")).isEqualTo(3);
  }

  @Test
  void keptFilesThatHaveExpiredStillLeadToNewerOnes() throws Exception {
    site.clock.advance(Duration.ofDays(40));
    List.of("timestamp", "snapshot", "targets", "root")
        .forEach(r -> site.expires.put(r, site.clock.instant().plus(Duration.ofDays(9))));
    site.publishNextRoot();
    site.publishNext("targets");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(version("targets")).isEqualTo(2);
  }

  @Test
  void newKeysEndAFastForwardOfTheTimestamp() throws Exception {
    site.version.put("timestamp", 1_000_000L);
    site.publish("timestamp");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.rotate("timestamp");
    site.version.put("timestamp", 1L);
    site.publishNextRoot();
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(version("timestamp")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"snapshot", "targets"})
  void newKeysEndAFastForwardOfOtherRoles(String role) throws Exception {
    site.version.put(role, 1_000_000L);
    site.publishNext("targets");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.rotate("snapshot");
    site.version.put(role, 1L);
    site.publishNextRoot();
    site.publishNext("targets");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(version(role)).isEqualTo(2);
  }

  /// The old key may stay valid beside the new one: only deleting the kept files helps then.
  @Test
  void aFastForwardEndsEvenWhereTheOldKeyStays() throws Exception {
    site.version.put("timestamp", 1_000_000L);
    site.publish("timestamp");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    ForgedKey old = site.keys.get("timestamp").getFirst();
    site.give("timestamp", old, ForgedKey.ed25519());
    site.version.put("timestamp", 1L);
    site.publishNextRoot();
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(version("timestamp")).isEqualTo(2);
  }

  @Test
  void withoutNewKeysAFastForwardIsNotForgotten() {
    site.version.put("timestamp", 1_000_000L);
    site.publish("timestamp");
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.version.put("timestamp", 1L);
    site.publishNextRoot();
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-ROLLBACK");
  }

  @Test
  void aClockThatIsBehindCannotReviveWhatHasExpired() throws Exception {
    Instant today = site.clock.instant();
    site.issued.put("timestamp", today);
    site.publishNext();
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    site.expires.put("snapshot", today.minus(Duration.ofDays(1)));
    site.issued.remove("timestamp");
    site.publishNext();
    site.clock.set(today.minus(Duration.ofDays(3650)));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-EXPIRED");
    assertThat(version("snapshot")).isEqualTo(2);
  }

  @Test
  void aClockThatIsBehindIsNotedAndDoesNotStopAGoodRelease() throws Exception {
    site.issued.put("timestamp", site.clock.instant());
    site.publishNext();
    site.clock.advance(Duration.ofDays(-3650));
    TufClient client = site.client(trusted);
    client.refresh();
    assertThat(client.clockIsBehind()).isTrue();
  }

  @Test
  void aClockFarAheadTakesNothingAndSaysSo() throws Exception {
    site.publishNext();
    site.clock.advance(Duration.ofDays(3650));
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-EXPIRED");
    site.clock.advance(Duration.ofDays(-3650));
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(version("timestamp")).isEqualTo(2);
  }

  @Test
  void damagedKeptFilesAreFetchedAgain() throws Exception {
    for (String role : List.of("timestamp", "snapshot", "targets")) {
      trusted.save(role, "{".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(trusted.find("targets").orElseThrow()).isEqualTo(site.served.get("1.targets.json"));
  }

  @Test
  void aDamagedRootIsReplacedFromItsHistory() throws Exception {
    trusted.save("root", new byte[0]);
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    trusted.save("root", new byte[0]);
    trusted.saveRoot(1, new byte[0]);
    assertThat(site.refresh(trusted)).isEqualTo("RELEASE-TUF-LOCAL");
  }

  @Test
  void whatIsKeptIsByteForByteWhatWasReceived() throws Exception {
    String spaced =
        new String(site.served.get("timestamp.json"), StandardCharsets.UTF_8)
            .replace("{\"signatures\"", "{ \"x-more\" : [1, {\"a\":null}],\n\"signatures\"");
    trusted.delete("timestamp");
    site.served.put("timestamp.json", spaced.getBytes(StandardCharsets.UTF_8));
    assertThat(site.refresh(trusted)).isEqualTo("accepted");
    assertThat(trusted.find("timestamp").orElseThrow())
        .isEqualTo(spaced.getBytes(StandardCharsets.UTF_8));
  }
}
