package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.FolderSite;
import cn.gongkai.sync.site.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCycleTest {

  @TempDir Path folder;
  private SiteSimulator site;
  private Path terminal;

  @BeforeEach
  void aSmallSite() throws Exception {
    site = SiteSimulator.small(folder);
    terminal = folder.resolve("terminal");
  }

  @Test
  void theFirstSyncShowsWhatIsPublished() throws Exception {
    assertThat(sync()).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(title("zc-1")).contains("示例：通知一");
    assertThat(title("370323104-x")).contains("示例：镇通知");
  }

  @Test
  void aSecondSyncWithoutNewsIsUpToDateAndFetchesNoSegment() throws Exception {
    sync();
    assertThat(sync()).isInstanceOf(SyncOutcome.UpToDate.class);
  }

  @Test
  void aChangeAndAWithdrawalArriveInOneCycle() throws Exception {
    sync();
    site.release()
        .put(SampleEntities.item("zc-1", "示例：通知一（修订）", "第一条，改。"))
        .delete(new EntityRef(EntityKind.ITEM, "zc-2"))
        .publish();
    assertThat(sync()).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(title("zc-1")).contains("示例：通知一（修订）");
    assertThat(title("zc-2")).isEmpty();
  }

  @Test
  void aForgedSegmentChangesNothing() throws Exception {
    sync();
    site.release().put(SampleEntities.item("zc-1", "示例：假", "x")).publish();
    for (String name : site.save("targets").keySet()) {
      site.tamper(name, bytes -> flip(bytes, bytes.length / 2));
    }
    assertThat(sync()).isInstanceOf(SyncOutcome.Interrupted.class);
    assertThat(title("zc-1")).contains("示例：通知一");
    assertThat(report().code()).contains("SYNC-FILE-HASH");
  }

  @Test
  void aForgedTimestampIsRefusedAndReported() throws Exception {
    sync();
    Optional<java.time.Instant> success = report().succeededAt();
    site.clock().advance(Duration.ofHours(1));
    site.tamper("metadata/timestamp.json", bytes -> flip(bytes, bytes.length / 2));
    assertThat(sync()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(report().outcome()).isEqualTo(AgentReport.Outcome.REFUSED);
    assertThat(report().succeededAt()).isEqualTo(success);
    assertThat(title("zc-1")).contains("示例：通知一");
  }

  @Test
  void aMissingFileHidesItsItemAndNoOther() throws Exception {
    BlobRef blob = publishWithAttachment();
    byte[] file = Files.readAllBytes(blobFile(blob));
    site.remove("blobs/" + blob.path());
    assertThat(sync()).isInstanceOf(SyncOutcome.Interrupted.class);
    assertThat(report().code()).contains("SYNC-FILE-MISSING");
    assertThat(title("zc-3")).isEmpty();
    assertThat(title("zc-1")).isPresent();

    Files.write(blobFile(blob), file);
    assertThat(sync()).isInstanceOf(SyncOutcome.Applied.class);
    assertThat(title("zc-3")).contains("示例：有附件");
  }

  @Test
  void theFileOfAWithdrawnItemIsDeleted() throws Exception {
    BlobRef blob = publishWithAttachment();
    sync();
    assertThat(terminal.resolve("blobs").resolve(blob.path())).exists();
    site.release().delete(new EntityRef(EntityKind.ITEM, "zc-3")).publish();
    sync();
    assertThat(terminal.resolve("blobs").resolve(blob.path())).doesNotExist();
  }

  @Test
  void aFolderThatIsNoSiteIsUnreachable() {
    SyncOutcome outcome = sync(folder.resolve("nowhere"));
    assertThat(outcome).isInstanceOf(SyncOutcome.Unreachable.class);
    assertThat(report().seenAt()).isEmpty();
  }

  @Test
  void aSecondAgentEndsBusyAndLeavesTheReportAlone() throws Exception {
    sync();
    AgentReport before = report();
    try (ContentWriter other = ContentWriter.open(terminal, site.clock())) {
      assertThat(other.state().heads()).isNotEmpty();
      assertThat(sync()).isInstanceOf(SyncOutcome.Busy.class);
    }
    assertThat(report()).isEqualTo(before);
  }

  @Test
  void aRootTakenOnFirstUseIsSaidSo() {
    sync();
    assertThat(report().rootOnFirstUse()).isTrue();
    assertThat(report().rootFingerprint()).isPresent();
  }

  @Test
  void aRootBroughtByHandIsNotDoubted() throws Exception {
    Path root = folder.resolve("root.json");
    Files.write(root, site.release().firstRoot());
    cycle(site.site(), Optional.of(root)).run();
    assertThat(report().rootOnFirstUse()).isFalse();
  }

  @Test
  void aRootBroughtByHandRefusesAnotherSite() throws Exception {
    SiteSimulator other = SiteSimulator.small(folder.resolve("other"));
    Path root = folder.resolve("root.json");
    Files.write(root, other.release().firstRoot());
    assertThat(cycle(site.site(), Optional.of(root)).run()).isInstanceOf(SyncOutcome.Refused.class);
  }

  @Test
  void expiredMetadataIsRefused_andWhatIsShownStays() throws Exception {
    sync();
    site.clock().advance(Duration.ofDays(3650));
    assertThat(sync()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(title("zc-1")).contains("示例：通知一");
  }

  private SyncOutcome sync() {
    return sync(site.site());
  }

  private SyncOutcome sync(Path from) {
    return cycle(from, Optional.empty()).run();
  }

  private SyncCycle cycle(Path from, Optional<Path> root) {
    return new SyncCycle(
        terminal,
        Sources.of(List.of(new FolderSite(from))),
        root,
        SyncLimits.DEFAULT,
        site.clock(),
        Progress.SILENT);
  }

  private AgentReport report() {
    return TerminalJson.agentReport(terminal).find().orElseThrow();
  }

  private Optional<String> title(String id) throws Exception {
    try (ContentReader reader = ContentReader.open(terminal)) {
      return reader.findItem(new ItemId(id)).map(Item::title);
    }
  }

  private BlobRef publishWithAttachment() throws Exception {
    BlobRef blob = site.release().blob("附件".getBytes(StandardCharsets.UTF_8), "application/pdf");
    Item plain = SampleEntities.item("zc-3", "示例：有附件", "见附件。");
    Item item =
        new Item(
            plain.id(),
            plain.column(),
            plain.title(),
            plain.subtitle(),
            plain.metadata(),
            plain.topics(),
            plain.details(),
            plain.relations(),
            List.of(new Attachment("附件.pdf", blob, Optional.of(1))),
            plain.body(),
            1);
    site.release().put(item).publish();
    return blob;
  }

  private Path blobFile(BlobRef blob) {
    return site.site().resolve("blobs").resolve(blob.path());
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }
}
