package cn.gongkai.desk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.desk.publish.Progress;
import cn.gongkai.desk.publish.Publisher;
import cn.gongkai.desk.sample.SampleFolder;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewTest {

  private static final String TOWN = "town-370323104";

  @TempDir Path temp;
  private Path site;
  private Path keys;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void aPublishedSiteWhoseSourcesAreElsewhere() throws IOException {
    SampleFolder folder = SampleFolder.in(temp.resolve("authored"));
    site = temp.resolve("site");
    keys = temp.resolve("site.keys");
    assertThat(run("publish", folder.root(), "--site", site)).isEqualTo(Desk.DONE);
    Files.move(folder.root(), temp.resolve("elsewhere"));
  }

  private int run(Object... args) {
    out = new StringWriter();
    err = new StringWriter();
    String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return Desk.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
  }

  private int renew() {
    return run("renew", "--site", site, "--keys", keys);
  }

  private TrustedRelease release(Clock clock) throws Exception {
    RefreshOutcome outcome =
        new Repository(site, SigningKeys.open(keys), RepositoryPolicy.STANDARD, clock).verify();
    assertThat(outcome).isInstanceOf(RefreshOutcome.Current.class);
    return ((RefreshOutcome.Current) outcome).release();
  }

  @Test
  void onlyTheTimestampIsSignedWhileTheRestIsYoung() throws Exception {
    String before = Files.readString(site.resolve("metadata/timestamp.json"));
    assertThat(renew()).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("signed: timestamp.json\n").contains("fresh-until: ");
    assertThat(Files.readString(site.resolve("metadata/timestamp.json"))).isNotEqualTo(before);
    assertThat(release(Clock.systemUTC()).refused()).isEmpty();
  }

  @Test
  void whatNearsItsEndIsSignedAsWellAndWhatIsOverToo() throws Exception {
    ManualClock clock = ManualClock.at(Clock.systemUTC().instant().toString());
    clock.advance(Duration.ofDays(20));
    Publisher publisher = new Publisher(site, keys, clock, Progress.SILENT);
    assertThat(publisher.renew().written()).containsExactly("2.snapshot.json", "timestamp.json");
    clock.advance(Duration.ofDays(200));
    assertThat(publisher.renew().written())
        .contains("2." + TOWN + ".json", "2.targets.json", "3.snapshot.json")
        .endsWith("timestamp.json");
    assertThat(release(clock).refused()).isEmpty();
  }

  @Test
  void aSiteWhoseMetadataWasTamperedWithIsNotSigned() throws Exception {
    Path targets = site.resolve("metadata/1.targets.json");
    Files.writeString(targets, Files.readString(targets).replace("\"items\":", "\"items\": "));
    Files.writeString(
        targets, Files.readString(targets).replaceFirst("\"entities\":\\d+", "\"entities\":1"));
    assertThat(renew()).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("PUBLISH-BROKEN");
  }

  @Test
  void aSiteWithABrokenSegmentIsNotSigned() throws Exception {
    try (Stream<Path> files = Files.list(site.resolve("targets/ch/county"))) {
      Path segment = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 1;
      Files.write(segment, bytes);
    }
    assertThat(renew()).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("RELEASE-SEGMENT-HASH");
  }

  @Test
  void aFolderThatIsNoSiteIsNotSigned() throws IOException {
    assertThat(run("renew", "--site", temp.resolve("nowhere"))).isEqualTo(Desk.USAGE);
    Path empty = Files.createDirectories(temp.resolve("empty"));
    assertThat(run("renew", "--site", empty, "--keys", keys)).isNotEqualTo(Desk.DONE);
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void aRevokedTownshipsKeyIsRefusedAndHarmsItsChannelAlone() throws Exception {
    Path role = site.resolve("metadata/1." + TOWN + ".json");
    byte[] stolen = Files.readAllBytes(role);
    assertThat(run("keys", "revoke", "--keys", keys, "--town", TOWN)).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains(TOWN + " ").contains("now sign: renew");
    assertThat(renew()).isEqualTo(Desk.DONE);
    assertThat(release(Clock.systemUTC()).refused()).isEmpty();
    Files.write(site.resolve("metadata/2." + TOWN + ".json"), stolen);
    TrustedRelease release = release(Clock.systemUTC());
    assertThat(release.find(Channel.COUNTY)).isPresent();
    assertThat(release.refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused.channel()).isEqualTo(new Channel(TOWN)));
    assertThat(renew()).isEqualTo(Desk.REFUSED);
  }

  @Test
  void theRootsKeyIsNeededOnlyWhereTheRootChanges() throws Exception {
    Path root;
    try (Stream<Path> files = Files.list(keys)) {
      root =
          files
              .filter(file -> file.getFileName().toString().startsWith("root-"))
              .findFirst()
              .orElseThrow();
    }
    Path safe = temp.resolve("safe.pem");
    Files.move(root, safe);
    assertThat(renew()).isEqualTo(Desk.DONE);
    assertThat(run("keys", "revoke", "--keys", keys, "--town", TOWN)).isEqualTo(Desk.DONE);
    assertThat(renew()).isEqualTo(Desk.DONE);
    assertThat(run("keys", "rotate", "--keys", keys, "--role", "timestamp")).isEqualTo(Desk.DONE);
    assertThat(renew()).isEqualTo(Desk.REFUSED);
    assertThat(err.toString()).contains("RELEASE-KEY-MISSING").contains("root");
    Files.move(safe, root);
    assertThat(renew()).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("2.root.json");
    assertThat(release(Clock.systemUTC()).refused()).isEmpty();
  }

  @Test
  void publishingAnUnchangedFolderAppliesAReplacedKey() throws Exception {
    Files.move(temp.resolve("elsewhere"), temp.resolve("authored"));
    assertThat(run("keys", "rotate", "--keys", keys, "--role", "targets")).isEqualTo(Desk.DONE);
    assertThat(run("publish", temp.resolve("authored"), "--site", site)).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("unchanged: signed anew");
    assertThat(site.resolve("metadata/2.root.json")).exists();
    assertThat(run("publish", temp.resolve("authored"), "--site", site)).isEqualTo(Desk.DONE);
    assertThat(out.toString()).contains("unchanged: nothing to publish");
  }

  @Test
  void revokingNeedsATownshipThatHasAKey() {
    assertThat(run("keys", "revoke", "--keys", keys, "--town", "root")).isEqualTo(Desk.USAGE);
    assertThat(run("keys", "revoke", "--keys", keys, "--town", "town-370323199"))
        .isEqualTo(Desk.USAGE);
  }
}
