package cn.gongkai.content.benchmarks;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.ReleaseException;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.tuf.Refresh;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.release.tuf.TrustedRelease;
import cn.gongkai.content.release.tuf.TufLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A small site that publishes a release whenever there is need of one: an item of the county with
/// two files, one without, one of a township; an old one is withdrawn.
final class GrowingSite {

  private static final int KEPT = 4;

  private final Path folder;
  private final SiteSimulator site;
  private final Random random;
  private int releases;

  GrowingSite(Path folder, Random random) throws ReleaseException {
    this.folder = folder;
    this.site = SiteSimulator.in(folder);
    this.random = random;
    site.clock().set(Clock.systemUTC().instant());
    site.release()
        .put(
            SampleEntities.site(),
            SampleEntities.column("zcwj", "政策文件"),
            SampleEntities.item("zc-1", "示例：通知一", "第一条。"))
        .publish();
    publish();
  }

  Path folder() {
    return site.site();
  }

  int releases() {
    return releases;
  }

  void publish() throws ReleaseException {
    releases++;
    site.clock().set(Clock.systemUTC().instant().plusMillis(releases));
    byte[] large = new byte[3 * BlobRef.CHUNK_BYTES - random.nextInt(1000)];
    byte[] small = new byte[5_000];
    random.nextBytes(large);
    random.nextBytes(small);
    site.release()
        .put(
            withFiles(
                "zc-" + releases % 5,
                site.release().blob(large, "application/pdf"),
                site.release().blob(small, "application/pdf")),
            SampleEntities.item("wen-" + releases, "示例：文" + releases, "正文。"),
            SampleEntities.townItem(SampleEntities.TOWN, "x", "示例：镇" + releases, "镇里的事。"));
    if (releases > KEPT) {
      site.release().delete(new EntityRef(EntityKind.ITEM, "wen-" + (releases - KEPT)));
    }
    site.release().publish();
  }

  private Item withFiles(String id, BlobRef... blobs) {
    Item plain = SampleEntities.item(id, "示例：第" + releases + "次", "见附件。");
    List<Attachment> attachments =
        Arrays.stream(blobs).map(blob -> new Attachment("附件.pdf", blob, Optional.empty())).toList();
    return new Item(
        plain.id(),
        plain.column(),
        plain.title(),
        plain.subtitle(),
        plain.metadata(),
        plain.topics(),
        plain.details(),
        plain.relations(),
        attachments,
        plain.body(),
        1);
  }

  /// What a terminal trusts, empty where it trusts nothing yet.
  Optional<TrustedRelease> findTrusted(Path terminal) throws ReleaseException {
    TrustedFolder trusted = new TrustedFolder(terminal.resolve("trusted"));
    return trusted.find("root").isEmpty()
        ? Optional.empty()
        : new Refresh(
                site.metadata(),
                trusted,
                Clock.systemUTC(),
                TufLimits.STANDARD,
                ReleaseLimits.STANDARD)
            .findKept();
  }

  /// Takes away everything.
  void delete() throws IOException {
    Folders.delete(folder);
  }
}
