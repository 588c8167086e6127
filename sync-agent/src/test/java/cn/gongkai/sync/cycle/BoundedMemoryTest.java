package cn.gongkai.sync.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.release.Sha256;
import cn.gongkai.content.release.SiteSimulator;
import cn.gongkai.content.release.tuf.PublishedChannel;
import cn.gongkai.sync.site.FolderSite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Row 6 of the table of faults, with an agent that has 64 MB of heap.
class BoundedMemoryTest {

  private static final long BOMB_BYTES = 512L << 20;

  @TempDir Path folder;

  @Test
  @DisplayName("6 decompression bomb: one endless line")
  void aBombOfOneLineIsRefusedWithinTheHeap() throws Exception {
    assertThat(sync("x".repeat(1 << 16))).contains("RELEASE-SEGMENT-LONG-LINE");
  }

  @Test
  @DisplayName("6 decompression bomb: lines without end")
  void aBombOfManyLinesIsRefusedWithinTheHeap() throws Exception {
    String line = "{\"seq\":99,\"delete\":{\"kind\":\"item\",\"key\":\"zc-1\"}}\n";
    assertThat(sync(line.repeat(1000))).contains("RELEASE-SEGMENT-");
  }

  /// What an agent of little memory says to a signed segment that unpacks to half a gigabyte.
  private String sync(String endlessly) throws Exception {
    SiteSimulator site = SiteSimulator.small(folder);
    TestTerminal terminal = new TestTerminal(folder.resolve("terminal"), site.clock());
    terminal.sync(new FolderSite(site.site()));
    site.clock().advance(Duration.ofHours(1));
    publish(site, endlessly);
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    Process agent =
        AgentUnderTest.start(
            scratch,
            64,
            site.site().toString(),
            terminal.folder.toString(),
            site.clock().instant().toString(),
            "-",
            "0");
    assertThat(AgentUnderTest.end(agent)).isEqualTo(1);
    assertThat(terminal.title("zc-1")).contains("示例：通知一");
    terminal.assertSound();
    String said = Files.readString(scratch.resolve("agent.log"));
    assertThat(said).doesNotContain("OutOfMemoryError");
    return said;
  }

  private static void publish(SiteSimulator site, String endlessly) throws Exception {
    ChannelHead before = site.release().head(Channel.COUNTY);
    long next = before.sequence() + 1;
    byte[] header =
        "{\"segment\":1,\"channel\":\"county\",\"from\":%d,\"to\":%d,\"base\":false}%n"
            .formatted(before.sequence(), next)
            .getBytes(StandardCharsets.UTF_8);
    byte[] piece = endlessly.getBytes(StandardCharsets.UTF_8);
    var packed = new ByteArrayOutputStream();
    try (var out = new XZOutputStream(packed, new LZMA2Options(0))) {
      out.write(header);
      for (long written = 0; written < BOMB_BYTES; written += piece.length) {
        out.write(piece);
      }
    }
    SegmentRef bomb =
        new SegmentRef(
            new SegmentHeader(Channel.COUNTY, before.sequence(), next, false),
            site.clock().instant(),
            1,
            BOMB_BYTES,
            packed.size(),
            Sha256.hex(packed.toByteArray()));
    Files.write(new SegmentFolder(site.site().resolve("targets")).file(bomb), packed.toByteArray());
    List<SegmentRef> segments = new ArrayList<>(site.release().segments(Channel.COUNTY));
    segments.add(bomb);
    ChannelHead head =
        new ChannelHead(
            Channel.COUNTY, next, site.clock().instant(), "0".repeat(64), before.entities());
    site.release().publish(List.of(new PublishedChannel(head, segments)));
  }
}
