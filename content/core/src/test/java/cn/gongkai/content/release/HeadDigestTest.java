package cn.gongkai.content.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeadDigestTest {

  private static final Instant AS_OF = Instant.parse("2024-01-05T01:00:00Z");

  @Test
  void itIsTheHashOfTheSortedLines() {
    String hash = HeadDigest.hash("{}");
    ChannelHead head =
        new HeadDigest()
            .add(new EntityRef(EntityKind.COLUMN, "zcwj"), hash)
            .add(new EntityRef(EntityKind.ITEM, "a"), hash)
            .add(new EntityRef(EntityKind.ITEM, "a-b"), hash)
            .toHead(Channel.COUNTY, 7, AS_OF);
    String lines = "column/zcwj %s\nitem/a %s\nitem/a-b %s\n".formatted(hash, hash, hash);
    assertThat(head.digest()).isEqualTo(Sha256.hex(lines.getBytes(StandardCharsets.UTF_8)));
    assertThat(head.entities()).isEqualTo(3);
  }

  @Test
  void anEntityOutOfOrderOrTwiceIsAMistake() {
    HeadDigest digest = new HeadDigest().add(new EntityRef(EntityKind.ITEM, "b"), "0");
    assertThatThrownBy(() -> digest.add(new EntityRef(EntityKind.ITEM, "b"), "0"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> digest.add(new EntityRef(EntityKind.COLUMN, "z"), "0"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
