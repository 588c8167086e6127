package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.SiteSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Row 11 of the table of faults: whatever a thief signs with a township's key, the county's news
/// arrives, the township stays as it was, and the next release puts an end to it.
class StolenTownKeyCycleTest {

  private static final String TOWN_ITEM = SampleEntities.TOWN + "-x";

  @TempDir Path folder;
  private SiteSimulator site;
  private SiteSource source;
  private TestTerminal terminal;

  @BeforeEach
  void aTerminalThatIsUpToDate() throws Exception {
    site = SiteSimulator.small(folder);
    source = new FolderSite(site.site());
    terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
    terminal.sync(source);
    site.clock().advance(Duration.ofHours(1));
    site.release().put(SampleEntities.item("zc-1", "示例：县里的新事", "第一条。")).publish();
  }

  @Test
  @DisplayName("11 stolen township key: another channel's items")
  void linesThatBelongToOthersHarmThatChannelOnly() throws Exception {
    sign(SampleEntities.item("zc-2", "改写县里的文件", "假的"), "0".repeat(64));
    expectOnlyTheTownRefused("RELEASE-SEGMENT-FOREIGN");
  }

  @Test
  @DisplayName("11 stolen township key: a digest that nothing has")
  void aDigestThatDoesNotAddUpHarmsThatChannelOnly() throws Exception {
    sign(SampleEntities.townItem(SampleEntities.TOWN, "x", "假的", "假的"), "0".repeat(64));
    expectOnlyTheTownRefused("STORE-DIGEST");
  }

  @Test
  @DisplayName("11 stolen township key: a segment that is nowhere")
  void aSegmentThatIsNowhereHarmsThatChannelOnly() throws Exception {
    SegmentRef segment =
        sign(SampleEntities.townItem(SampleEntities.TOWN, "x", "假的", "假的"), "0".repeat(64));
    Files.delete(site.site().resolve("targets").resolve(segment.filePath()));
    expectOnlyTheTownRefused("SYNC-FILE-MISSING");
  }

  @Test
  @DisplayName("11 stolen township key: a file larger than the disk")
  void aFileLargerThanTheDiskHarmsThatChannelOnly() throws Exception {
    long reserve = SyncLimits.DEFAULT.diskReserveBytes();
    terminal.with(() -> reserve + 1_000_000);
    BlobRef huge = new BlobRef("ab".repeat(32), 250_000, "application/pdf", List.of());
    huge = new BlobRef(huge.sha256(), 200L << 20, "application/pdf", chunks(800));
    Item plain = SampleEntities.townItem(SampleEntities.TOWN, "x", "假的", "假的");
    Item item = TestTerminal.withFile(plain.id().value(), "假的", huge);
    sign(item, "0".repeat(64));
    terminal.sync(source);
    assertThat(terminal.title("zc-1")).contains("示例：县里的新事");
    assertThat(terminal.title(TOWN_ITEM)).contains("示例：镇通知");
    terminal.assertSound();
  }

  @Test
  @DisplayName("11 stolen township key: numbers far ahead of all that will ever come")
  void whatAThiefCountedFarAheadIsForgottenWithHisKey() throws Exception {
    Item item = SampleEntities.townItem(SampleEntities.TOWN, "x", "假的", "假的");
    String digest =
        new HeadDigest()
            .add(item.ref(), HeadDigest.hash(EntityJson.write(item)))
            .toHead(SampleEntities.TOWN_CHANNEL, 1, site.clock().instant())
            .digest();
    sign(item, digest, 1_000_000_000_000L);
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title(TOWN_ITEM)).contains("假的");
    assertTheNextReleaseEndsIt();
  }

  @Test
  void withoutAnotherKeyAChannelNeverGoesBack() throws Exception {
    site.release()
        .put(SampleEntities.townItem(SampleEntities.TOWN, "x", "示例：镇里的新事", "真的。"))
        .publish();
    ChannelHead before = site.release().head(SampleEntities.TOWN_CHANNEL);
    terminal.sync(source);
    PublishedChannel earlier =
        new PublishedChannel(
            new ChannelHead(before.channel(), 1, before.asOf(), before.digest(), before.entities()),
            site.release().segments(before.channel()).stream().filter(SegmentRef::base).toList());
    site.release().publish(List.of(earlier));
    assertThat(terminal.sync(source).findCode()).contains("RELEASE-BEHIND");
    assertThat(terminal.title(TOWN_ITEM)).contains("示例：镇里的新事");
    terminal.assertSound();
  }

  private static List<String> chunks(int count) {
    return java.util.Collections.nCopies(count, "cd".repeat(32));
  }

  private void expectOnlyTheTownRefused(String code) throws Exception {
    SyncOutcome outcome = terminal.sync(source);
    assertThat(outcome.findCode()).contains(code);
    assertThat(terminal.report().detail().orElseThrow())
        .contains(SampleEntities.TOWN_CHANNEL.name());
    assertThat(terminal.title("zc-1")).contains("示例：县里的新事");
    assertThat(terminal.title("zc-2")).contains("示例：通知二");
    assertThat(terminal.title(TOWN_ITEM)).contains("示例：镇通知");
    terminal.assertSound();
    assertTheNextReleaseEndsIt();
  }

  private void assertTheNextReleaseEndsIt() throws Exception {
    site.clock().advance(Duration.ofHours(1));
    site.release().keys().rotate(SampleEntities.TOWN_CHANNEL.name());
    site.release()
        .put(SampleEntities.townItem(SampleEntities.TOWN, "x", "示例：镇里的新事", "真的。"))
        .publish();
    assertThat(terminal.sync(source)).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(terminal.title(TOWN_ITEM)).contains("示例：镇里的新事");
    terminal.assertSound();
  }

  /// Publishes a delta of the township with one entity, whatever that is.
  private SegmentRef sign(Item item, String digest) throws Exception {
    return sign(item, digest, site.release().head(SampleEntities.TOWN_CHANNEL).sequence() + 1);
  }

  private SegmentRef sign(Item item, String digest, long next) throws Exception {
    ChannelHead before = site.release().head(SampleEntities.TOWN_CHANNEL);
    String text =
        "{\"segment\":1,\"channel\":\"%s\",\"from\":%d,\"to\":%d,\"base\":false}%n"
            .formatted(before.channel(), before.sequence(), next);
    text += "{\"seq\":" + next + ",\"put\":" + EntityJson.write(item) + "}\n";
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    var packed = new ByteArrayOutputStream();
    try (var out = new XZOutputStream(packed, new LZMA2Options())) {
      out.write(raw);
    }
    SegmentRef segment =
        new SegmentRef(
            new SegmentHeader(before.channel(), before.sequence(), next, false),
            site.clock().instant(),
            1,
            raw.length,
            packed.size(),
            Sha256.hex(packed.toByteArray()));
    Files.write(
        new SegmentFolder(site.site().resolve("targets")).file(segment), packed.toByteArray());
    ChannelHead head =
        new ChannelHead(before.channel(), next, site.clock().instant(), digest, before.entities());
    List<SegmentRef> segments =
        new java.util.ArrayList<>(site.release().segments(before.channel()));
    segments.add(segment);
    site.release().publish(List.of(new PublishedChannel(head, segments)));
    return segment;
  }
}
