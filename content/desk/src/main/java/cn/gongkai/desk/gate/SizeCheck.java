package cn.gongkai.desk.gate;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.ReleaseLimits;
import cn.gongkai.desk.authoring.Authored;
import cn.gongkai.desk.authoring.Entry;
import java.nio.charset.StandardCharsets;

/// An item is no larger than a line of a segment and a row of a terminal may be. Structure weighs
/// more there than in its source, most of all the hashes of large files.
final class SizeCheck implements Check {

  /// Sources of fewer characters that use no files cannot come near the limit.
  private static final int HARMLESS_CHARACTERS = 16 << 10;

  /// An item's revision is counted by the publisher, and grows.
  private static final int REVISION_BYTES = 16;

  @Override
  public void check(Authored.Content content, Findings findings) {
    int most = ReleaseLimits.STANDARD.entityBytes();
    for (Entry<Item> entry : content.items()) {
      int characters = entry.source().lines().stream().mapToInt(String::length).sum();
      if (characters < HARMLESS_CHARACTERS && entry.entity().blobs().isEmpty()) {
        continue;
      }
      int bytes = EntityJson.write(entry.entity()).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > most - REVISION_BYTES) {
        findings.add(Rule.LARGE, entry.source(), entry.source().line(), bytes >> 10, most >> 10);
      }
    }
  }
}
