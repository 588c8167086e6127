package cn.gongkai.content.release.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.json.Json;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.content.release.tuf.SignedFile;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thief has a township's key and a way to have its file listed by the county's snapshot.
class StolenTownKeyTest {

  private static final String TOWN = SampleEntities.TOWN_CHANNEL.name();

  @TempDir Path dir;

  private SiteSimulator site;
  private TrustedFolder terminal;
  private List<SigningKey> stolen;
  private PublishedChannel county;

  @BeforeEach
  void aSiteWithATownship() throws Exception {
    site = SiteSimulator.small(dir);
    terminal = site.terminal(dir.resolve("trusted"));
    stolen = site.release().keys().of(TOWN);
    county = channel(Channel.COUNTY);
    site.refresh(terminal);
  }

  private PublishedChannel channel(Channel name) throws ReleaseException {
    return site.release().repository().channels().stream()
        .filter(c -> c.channel().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Lists a township's file as it is, without the check a publisher makes.
  private void publishUnchecked(Json.Obj content, List<SigningKey> signers) throws Exception {
    MetadataFolder folder = new MetadataFolder(site.site().resolve("metadata"));
    SignedState state = SignedState.read(folder);
    TreeMap<String, Long> versions = new TreeMap<>();
    state.targets().forEach((role, file) -> versions.put(role, file.version()));
    long version = versions.merge(TOWN, 1L, Long::sum);
    var now = site.clock().instant();
    Duration week = Duration.ofDays(7);
    folder.write(
        version + "." + TOWN + ".json",
        new RoleDraft("targets", content, week).sign(version, now, signers));
    long snapshotVersion = state.snapshot().orElseThrow().version() + 1;
    byte[] snapshot =
        new RoleDraft("snapshot", RoleContent.snapshot(versions), week)
            .sign(snapshotVersion, now, site.release().keys().of("snapshot"));
    folder.write(snapshotVersion + ".snapshot.json", snapshot);
    SignedFile signed = SignedFile.read(snapshot, "snapshot", TufLimits.STANDARD);
    folder.write(
        "timestamp.json",
        new RoleDraft("timestamp", RoleContent.timestamp(signed), week)
            .sign(
                state.timestamp().orElseThrow().version() + 1,
                now,
                site.release().keys().of("timestamp")));
  }

  private static Json.Obj content(PublishedChannel channel) {
    return RoleContent.channel(channel);
  }

  private TrustedRelease current() throws Exception {
    RefreshOutcome outcome = site.refresh(terminal);
    assertThat(outcome).isInstanceOf(RefreshOutcome.Current.class);
    return ((RefreshOutcome.Current) outcome).release();
  }

  private void expectOnlyTheTownIsRefused(String code) throws Exception {
    TrustedRelease release = current();
    assertThat(release.channels()).containsExactly(county);
    assertThat(release.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.channel()).isEqualTo(SampleEntities.TOWN_CHANNEL);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  @Test
  void itCannotSpeakForTheCounty() throws Exception {
    publishUnchecked(content(county), stolen);
    expectOnlyTheTownIsRefused("RELEASE-CHANNEL-CONTENT");
  }

  @Test
  void itCannotNameAnothersSegments() throws Exception {
    PublishedChannel town = channel(SampleEntities.TOWN_CHANNEL);
    ChannelHead head =
        new ChannelHead(
            town.channel(), county.head().sequence(), town.head().asOf(), "0".repeat(64), 1);
    publishUnchecked(content(new PublishedChannel(head, county.segments())), stolen);
    expectOnlyTheTownIsRefused("RELEASE-CHANNEL-CONTENT");
  }

  @Test
  void anotherKeyCannotSpeakForTheTown() throws Exception {
    publishUnchecked(content(channel(SampleEntities.TOWN_CHANNEL)), List.of(SigningKey.generate()));
    expectOnlyTheTownIsRefused("RELEASE-TUF-SIGNATURE");
  }

  @Test
  void whatItPutsInItsOwnSegmentsIsCheckedLineByLine() throws Exception {
    String line =
        "{\"seq\":1,\"put\":"
            + EntityJson.write(SampleEntities.item("zc-1", "改写县里的文件", "假的"))
            + "}\n";
    String text =
        "{\"segment\":1,\"channel\":\"" + TOWN + "\",\"from\":0,\"to\":1,\"base\":true}\n" + line;
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    SegmentRef ref =
        new SegmentRef(
            SegmentHeader.base(SampleEntities.TOWN_CHANNEL, 1),
            site.clock().instant(),
            1,
            text.getBytes(StandardCharsets.UTF_8).length,
            bytes.size(),
            Sha256.hex(bytes.toByteArray()));
    SegmentFolder folder = new SegmentFolder(site.site().resolve("targets"));
    Files.write(folder.file(ref), bytes.toByteArray());
    ChannelHead head = channel(SampleEntities.TOWN_CHANNEL).head();
    publishUnchecked(content(new PublishedChannel(head, List.of(ref))), stolen);
    assertThat(current().refused()).isEmpty();
    try (SegmentReader reader = folder.open(ref)) {
      assertThat(catchThrowableOfType(ReleaseException.class, reader::next).code())
          .isEqualTo("RELEASE-SEGMENT-FOREIGN");
    }
  }

  @Test
  void theNextReleaseOfTheCountyRevokesIt() throws Exception {
    PublishedChannel good = channel(SampleEntities.TOWN_CHANNEL);
    publishUnchecked(content(county), stolen);
    expectOnlyTheTownIsRefused("RELEASE-CHANNEL-CONTENT");
    site.release().keys().rotate(TOWN);
    site.clock().advance(Duration.ofHours(1));
    site.release().repository().publish(List.of(good));
    assertThat(current().find(SampleEntities.TOWN_CHANNEL)).contains(good);
    publishUnchecked(content(good), stolen);
    expectOnlyTheTownIsRefused("RELEASE-TUF-SIGNATURE");
  }
}
