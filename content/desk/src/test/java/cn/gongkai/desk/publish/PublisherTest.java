package cn.gongkai.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.sign.Repository;
import cn.gongkai.content.release.sign.RepositoryPolicy;
import cn.gongkai.content.release.sign.SigningKeys;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.content.release.tuf.RefreshOutcome;
import cn.gongkai.desk.sample.SampleFolder;
import cn.gongkai.testkit.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

class PublisherTest {

  @TempDir Path temp;
  private final ManualClock clock = ManualClock.at("2026-03-01T01:00:00Z");
  private SampleFolder folder;
  private Path site;
  private Path keys;

  @BeforeEach
  void writeFolder() throws IOException {
    folder = SampleFolder.in(temp.resolve("authored"));
    site = temp.resolve("site");
    keys = temp.resolve("site.keys");
  }

  private PublishOutcome publish() throws Exception {
    return publish(PublishOptions.STANDARD);
  }

  private PublishOutcome publish(PublishOptions options) throws Exception {
    clock.advance(Duration.ofMinutes(5));
    return new Publisher(site, keys, clock, Progress.SILENT).publish(folder.root(), options);
  }

  private PublishOutcome.Released released() throws Exception {
    return (PublishOutcome.Released) publish();
  }

  private Repository repository() throws Exception {
    return new Repository(site, SigningKeys.open(keys), RepositoryPolicy.STANDARD, clock);
  }

  private PublishedChannel channel(Channel channel) throws Exception {
    return repository().channels().stream()
        .filter(c -> c.channel().equals(channel))
        .findFirst()
        .orElseThrow();
  }

  /// Everything alive on the site as a new terminal would read it.
  private Map<String, Item> items() throws Exception {
    Map<String, Item> items = new TreeMap<>();
    SegmentFolder segments = new SegmentFolder(site.resolve("targets"));
    for (PublishedChannel channel : repository().channels()) {
      for (SegmentRef ref : channel.segments()) {
        try (SegmentReader reader = segments.open(ref)) {
          for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            switch (next.get().change()) {
              case Change.Put put -> {
                if (put.entity() instanceof Item item) {
                  items.put(item.id().value(), item);
                }
              }
              case Change.Delete delete -> items.remove(delete.ref().key());
            }
          }
        }
      }
    }
    return items;
  }

  private Path page(String id) {
    return site.resolve(ShortPath.of(new ItemId(id)).page());
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            site.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Test
  void aFirstPublicationIsVerifiedAndWhole() throws Exception {
    PublishOutcome.Released released = released();
    assertThat(released.firstKeys()).isTrue();
    assertThat(released.channels())
        .extracting(PublishOutcome.ChannelChange::channel)
        .containsExactly(Channel.COUNTY, new Channel("town-370323104"));
    assertThat(repository().verify()).isInstanceOf(RefreshOutcome.Current.class);
    assertThat(items()).hasSize(3);
    for (Item item : items().values()) {
      assertThat(page(item.id().value())).exists();
      item.blobs().forEach(blob -> assertThat(site.resolve("blobs").resolve(blob.path())).exists());
    }
    assertThat(site.resolve("index.html")).exists();
    assertThat(site.resolve("m/index.html")).exists();
    assertThat(site.resolve("m/c-zcwj.html")).exists();
  }

  @Test
  void anUnchangedFolderMakesNoRelease() throws Exception {
    publish();
    Map<String, String> before = files();
    assertThat(publish()).isEqualTo(new PublishOutcome.Unchanged(false, 0, 0, warnings()));
    assertThat(files()).isEqualTo(before);
  }

  private List<cn.gongkai.desk.problem.Problem> warnings() throws IOException {
    return ((cn.gongkai.desk.authoring.Authored.Content)
            cn.gongkai.desk.authoring.AuthoredFolder.read(folder.root()))
        .warnings();
  }

  @Test
  void aTimestampNearItsEndIsSignedAnew() throws Exception {
    publish();
    clock.advance(Duration.ofDays(5));
    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishOutcome.Unchanged.class, u -> assertThat(u.renewed()).isTrue());
  }

  @Test
  void aChangedItemGetsTheNextRevisionAndOthersKeepTheirs() throws Exception {
    publish();
    String town = Files.readString(page(SampleFolder.TOWN_NEWS));
    folder.replace(SampleFolder.POLICY, "每月（元）", "每月金额");
    PublishOutcome.Released released = released();
    assertThat(released.channels())
        .containsExactly(
            new PublishOutcome.ChannelChange(
                Channel.COUNTY, channel(Channel.COUNTY).head().sequence(), 0, 1, 0));
    assertThat(items().get(SampleFolder.POLICY).revision()).isEqualTo(2);
    assertThat(items().get("jd-2023-06").revision()).isEqualTo(1);
    assertThat(Files.readString(page(SampleFolder.POLICY)))
        .contains("每月金额")
        .contains("更新于 2026-03-01 09:10");
    assertThat(Files.readString(page("jd-2023-06"))).contains("更新于 2026-03-01 09:05");
    assertThat(Files.readString(page(SampleFolder.TOWN_NEWS))).isEqualTo(town);
  }

  @Test
  void aWithdrawnItemIsGoneFromEveryFileOfTheSite() throws Exception {
    folder.writePdf("files/list.pdf", "SECRETLIST");
    folder.writeItem(
        "zc-2023-99", "attachments: [{file: /files/list.pdf, name: 名单}]\n", "不该公开的名单正文。\n");
    publish();
    assertThat(raw()).anyMatch(text -> text.contains("不该公开的名单正文"));
    folder.delete("zc-2023-99");
    PublishOutcome.Released released = released();
    assertThat(released.channels().getFirst().withdrawn()).isEqualTo(1);
    assertThat(items()).doesNotContainKey("zc-2023-99");
    assertThat(raw()).noneMatch(text -> text.contains("不该公开的名单正文"));
    assertThat(raw()).noneMatch(text -> text.contains("list.pdf") || text.contains("名单"));
    assertThat(Files.readString(page("zc-2023-99"))).contains("该内容已撤回");
    assertThat(repository().verify()).isInstanceOf(RefreshOutcome.Current.class);
    assertThat(publish()).isInstanceOf(PublishOutcome.Unchanged.class);
    try (Stream<Path> blobs = Files.walk(site.resolve("blobs"))) {
      assertThat(blobs.filter(Files::isRegularFile)).hasSize(2);
    }
    try (Stream<Path> given = Files.list(site.resolve("m/f"))) {
      assertThat(given).hasSize(2);
    }
  }

  /// Every file of the site as text, segments unpacked.
  private List<String> raw() throws IOException {
    try (Stream<Path> all = Files.walk(site)) {
      return all.filter(Files::isRegularFile).map(PublisherTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".gz")) {
        bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      } else if (file.toString().endsWith(".xz")) {
        bytes = new XZInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void nothingChangesWhereAnythingIsWrong() throws Exception {
    publish();
    Map<String, String> before = files();
    folder.replace(SampleFolder.POLICY, "八十岁以上的老人", "××岁以上的老人");
    assertThat(publish()).isInstanceOf(PublishOutcome.Refused.class);
    folder.replace(SampleFolder.POLICY, "publishedAt: 2023-05-30 09:12", "publishedAt: 明天");
    assertThat(publish()).isInstanceOf(PublishOutcome.Refused.class);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void manyDaysOfChangesStayAFewSegmentsThatStillLeadToTheHead() throws Exception {
    publish();
    for (int day = 0; day < 40; day++) {
      clock.advance(Duration.ofDays(1));
      String old = day == 0 ? "八十岁以上的老人" : "第" + (day - 1) + "次的老人";
      folder.replace(SampleFolder.POLICY, old, "第" + day + "次的老人");
      publish();
    }
    assertThat(items().get(SampleFolder.POLICY).revision()).isEqualTo(41);
    assertThat(channel(Channel.COUNTY).segments()).hasSizeLessThan(40);
    assertThat(repository().verify()).isInstanceOf(RefreshOutcome.Current.class);
    assertThat(publish()).isInstanceOf(PublishOutcome.Unchanged.class);
  }

  @Test
  void anotherBaseUrlChangesTheSiteAndItsPages() throws Exception {
    publish();
    publish(PublishOptions.STANDARD.withBaseUrl(URI.create("http://localhost:9999/x/")));
    assertThat(Files.readString(page(SampleFolder.POLICY)))
        .contains(
            "http://localhost:9999/x/" + ShortPath.of(new ItemId(SampleFolder.POLICY)).page());
  }

  @Test
  void keysInsideTheSiteAreRefused() {
    keys = site.resolve("keys");
    assertThatThrownBy(this::publish)
        .isInstanceOf(PublishException.class)
        .extracting(e -> ((PublishException) e).code())
        .isEqualTo("PUBLISH-KEYS-INSIDE");
    assertThat(site).doesNotExist();
  }

  @Test
  void aSiteSignedWithOtherKeysIsNotTouched() throws Exception {
    publish();
    Map<String, String> before = files();
    keys = temp.resolve("other.keys");
    folder.replace(SampleFolder.POLICY, "每月（元）", "每月");
    assertThatThrownBy(this::publish)
        .isInstanceOf(PublishException.class)
        .extracting(e -> ((PublishException) e).code())
        .isEqualTo("PUBLISH-KEYS-MISSING");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFolderOfSomethingElseIsNotTouched() throws Exception {
    Files.createDirectories(site);
    Files.writeString(site.resolve("thesis.doc"), "x");
    assertThatThrownBy(this::publish)
        .isInstanceOf(PublishException.class)
        .extracting(e -> ((PublishException) e).code())
        .isEqualTo("PUBLISH-FOREIGN");
  }

  @Test
  void anEmptiedFolderDoesNotTakeEverythingDown() throws Exception {
    for (int i = 0; i < 15; i++) {
      folder.writeItem("zc-" + (100 + i), "", "正文。\n");
    }
    publish();
    for (int i = 0; i < 15; i++) {
      folder.delete("zc-" + (100 + i));
    }
    assertThatThrownBy(this::publish)
        .isInstanceOf(PublishException.class)
        .extracting(e -> ((PublishException) e).code())
        .isEqualTo("PUBLISH-MANY-WITHDRAWN");
    assertThat(items()).hasSize(18);
    publish(new PublishOptions(Optional.empty(), false, false, true, false));
    assertThat(items()).hasSize(3);
  }

  @Test
  void aBrokenSegmentOfTheSiteIsNoticed() throws Exception {
    publish();
    SegmentRef ref = channel(Channel.COUNTY).segments().getFirst();
    Path file = site.resolve("targets").resolve(ref.filePath());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    folder.replace(SampleFolder.POLICY, "每月（元）", "每月");
    assertThatThrownBy(this::publish).hasMessageContaining("RELEASE-SEGMENT-HASH");
  }

  @Test
  void aLostOrEmptiedPhonePageIsWrittenAgain() throws Exception {
    publish();
    Files.delete(page(SampleFolder.POLICY));
    Files.writeString(page(SampleFolder.TOWN_NEWS), "");
    assertThat(publish())
        .isInstanceOfSatisfying(
            PublishOutcome.Unchanged.class, u -> assertThat(u.pages()).isEqualTo(2));
    assertThat(page(SampleFolder.POLICY)).exists();
  }
}
