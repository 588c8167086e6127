package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.release.HeadDigest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackingTest {

  private static final int MAX = 1 << 20;

  private final Packer packer = new Packer();

  @AfterEach
  void close() {
    packer.close();
  }

  @Test
  void textsComeBackAsTheyWere() throws StoreException {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(3_000); n > 0; n--) {
        text.appendCodePoint(random.nextInt(10) == 0 ? 0x20000 + random.nextInt(99) : 'a' + n % 7);
      }
      assertThat(Packing.unpack(packer.pack(text.toString()), MAX)).isEqualTo(text.toString());
    }
    assertThat(Packing.unpack(packer.pack(""), MAX)).isEmpty();
  }

  @Test
  void aTypicalItemShrinksToAThird() {
    String json = EntityJson.write(Draft.item("zc-2023-01").make());
    int plain = json.getBytes(StandardCharsets.UTF_8).length;
    assertThat(packer.pack(json).length).isLessThan(plain / 3);
  }

  @Test
  void aTextNextToAnotherShrinksToTheDifference() throws StoreException {
    for (int length : new int[] {0, 100, 2_000, 20_000}) {
      String words = "镇人民政府关于做好农村低收入群体危房改造工作的通知".repeat(length / 24 + 1);
      String near = new StringBuilder(words).insert(words.length() / 2, "\"}]},{\"").toString();
      byte[] packed = packer.pack(near, words);
      assertThat(Packing.unpack(packed, MAX, words)).isEqualTo(near);
    }
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      text.append((char) ('一' + random.nextInt(3_000)));
    }
    assertThat(packer.pack("{\"text\":\"" + text + "\"}", text.toString()).length).isLessThan(80);
  }

  /// Changing the dictionary makes every store unreadable: raise `Schema.VERSION` with it.
  @Test
  void theDictionaryOfThisVersionIsTheOneThatStoresWereWrittenWith() throws Exception {
    try (var in = Packing.class.getResourceAsStream("official-wording.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Schema.VERSION + " " + HeadDigest.hash(text))
          .isEqualTo("2 8267a3f96fef6ee55c43585f3d79dcbe100a1168438bd910c01f2d9130a448e3");
    }
  }

  @Test
  void damagedTextsAreRefusedNotReturned() throws StoreException {
    byte[] packed = packer.pack("各镇人民政府，各街道办事处，县政府各部门，各有关单位".repeat(20) + "一二三");
    for (byte[] damaged :
        new byte[][] {
          {}, {1, 2}, java.util.Arrays.copyOf(packed, packed.length / 2), {-1, 0, 0, 0, 1}
        }) {
      assertThatThrownBy(() -> Packing.unpack(damaged, MAX)).hasMessageStartingWith("STORE-TEXT");
    }
    assertThatThrownBy(() -> Packing.unpack(packed, 10)).hasMessageStartingWith("STORE-TEXT");
  }
}
