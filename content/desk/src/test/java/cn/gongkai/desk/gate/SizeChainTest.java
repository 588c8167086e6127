package cn.gongkai.desk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.NumberedChange;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.content.release.SegmentFolder;
import cn.gongkai.content.release.SegmentHeader;
import cn.gongkai.content.release.SegmentReader;
import cn.gongkai.content.release.SegmentRef;
import cn.gongkai.content.store.StoreLimits;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.AuthoredFolder;
import cn.gongkai.desk.problem.Problem;
import cn.gongkai.desk.sample.SampleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the desk accepts, every later stage accepts.
class SizeChainTest {

  private static final int REVISION_BYTES = 16;

  @TempDir Path temp;

  private Authored.Content withBody(SampleFolder folder, int bytes) throws IOException {
    folder.writeItem("zc-large", "", "省".repeat(bytes / 3) + "x".repeat(bytes % 3) + "\n");
    return (Authored.Content) AuthoredFolder.read(folder.root());
  }

  private static Item large(Authored.Content content) {
    return content.items().stream()
        .map(cn.gongkai.desk.authoring.Entry::entity)
        .filter(item -> item.id().value().equals("zc-large"))
        .findFirst()
        .orElseThrow();
  }

  private static int bytes(Item item) {
    return EntityJson.write(item).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void theLargestItemOfTheDeskPassesASegmentAndAStore() throws Exception {
    SampleFolder folder = SampleFolder.in(temp.resolve("authored"));
    int rest = bytes(large(withBody(folder, 1_000))) - 1_000;
    int most = ReleaseLimits.STANDARD.entityBytes() - REVISION_BYTES;
    Authored.Content edge = withBody(folder, most - rest);
    Item item = large(edge);
    assertThat(bytes(item)).isEqualTo(most);
    assertThat(Gate.check(edge).passes()).isTrue();

    SegmentFolder segments = new SegmentFolder(temp.resolve("targets"));
    long sequence = 9_007_199_254_740_991L;
    Change.Put put = new Change.Put(item, EntityJson.write(item));
    SegmentRef ref =
        segments.write(
            SegmentHeader.delta(Channel.COUNTY, sequence - 1, sequence),
            Instant.EPOCH,
            List.of(new NumberedChange(sequence, put)).iterator());
    try (SegmentReader reader = segments.open(ref)) {
      assertThat(reader.next().orElseThrow().change()).isEqualTo(put);
    }
    assertThat(StoreLimits.TERMINAL.entityBytes())
        .isGreaterThan(ReleaseLimits.STANDARD.lineBytes());

    Verdict verdict = Gate.check(withBody(folder, most - rest + 1));
    assertThat(verdict.problems()).extracting(Problem::code).contains("GATE-LARGE");
    assertThat(verdict.passes()).isFalse();
  }
}
