package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.SampleEntities;
import cn.gongkai.content.release.json.JsonText;
import cn.gongkai.content.release.tuf.TrustedFolder;
import cn.gongkai.content.store.AgentReport;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.TerminalJson;
import cn.gongkai.sync.config.SyncLimits;
import cn.gongkai.sync.site.SiteSource;
import cn.gongkai.sync.site.Sources;
import cn.gongkai.sync.transfer.Failpoints;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A terminal's folder under test: what it runs with, and what it shows afterwards.
final class TestTerminal {

  final Path folder;
  private final Clock clock;
  private SyncLimits limits = SyncLimits.DEFAULT;
  private Failpoints failpoints = Failpoints.NONE;
  private Room.Free free;

  TestTerminal(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.free = Room.ofDisk(folder);
  }

  TestTerminal with(SyncLimits its) {
    limits = its;
    return this;
  }

  TestTerminal with(Failpoints its) {
    failpoints = its;
    return this;
  }

  TestTerminal with(Room.Free its) {
    free = its;
    return this;
  }

  SyncOutcome sync(SiteSource... sources) {
    return sync(Optional.empty(), sources);
  }

  SyncOutcome sync(Optional<Path> root, SiteSource... sources) {
    return sync(root, Sources.of(List.of(sources)));
  }

  SyncOutcome sync(Optional<Path> root, Sources sources) {
    return new SyncCycle(folder, sources, root, limits, clock, Progress.SILENT, failpoints, free)
        .run();
  }

  Optional<String> title(String id) throws Exception {
    try (ContentReader reader = ContentReader.open(folder)) {
      return reader.findItem(new ItemId(id)).map(Item::title);
    }
  }

  AgentReport report() {
    return TerminalJson.agentReport(folder).find().orElseThrow();
  }

  /// Version of a kept role, 0 for none.
  long trusted(String role) throws Exception {
    Optional<byte[]> kept = new TrustedFolder(folder.resolve("trusted")).find(role);
    return kept.isEmpty() ? 0 : JsonText.read(kept.get()).object("signed").number("version");
  }

  long sequence(Channel channel) throws Exception {
    try (ContentReader reader = ContentReader.open(folder)) {
      return reader.state().heads().stream()
          .filter(head -> head.channel().equals(channel))
          .mapToLong(ChannelHead::sequence)
          .findFirst()
          .orElse(0);
    }
  }

  void assertSound() {
    assertThat(StoreCheck.of(folder, StoreCheck.Depth.FULL).problems()).isEmpty();
  }

  static Item withFile(String id, String title, BlobRef... blobs) {
    Item plain = SampleEntities.item(id, title, "见附件。");
    List<Attachment> attachments =
        java.util.Arrays.stream(blobs)
            .map(blob -> new Attachment("附件.pdf", blob, Optional.empty()))
            .toList();
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
}
