package cn.gongkai.content.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gongkai.content.search.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the network that `./gongkai setup` fetches.
class OnnxEmbedderTest {

  private static Optional<Path> folder(String name) {
    return Optional.ofNullable(System.getenv(name)).map(Path::of).filter(Files::isDirectory);
  }

  private static Embedder opened() throws IOException {
    Optional<Path> network = folder("GONGKAI_MEANING");
    Optional<Path> runtime = folder("GONGKAI_INK");
    assumeTrue(network.isPresent() && runtime.isPresent(), "no network: run ./gongkai setup");
    return OnnxEmbedder.open(network.get(), runtime.get());
  }

  private static double likeness(Embedder embedder, String one, String other) {
    float[] a = embedder.embed(one).orElseThrow();
    float[] b = embedder.embed(other).orElseThrow();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void textsThatMeanAlikePointAlikeWithoutACommonWord() throws IOException {
    Embedder embedder = opened();
    assertThat(likeness(embedder, "屋里冰凉", "暖气不热找谁"))
        .isGreaterThan(likeness(embedder, "屋里冰凉", "苹果种植保险方案") + 0.1);
    assertThat(likeness(embedder, "低保", "低保")).isCloseTo(1, within(0.001));
  }

  @Test
  void anyTextHasADirection() throws IOException {
    Embedder embedder = opened();
    for (String text :
        new String[] {"", " ", "😀", "低".repeat(10_000), "<script>", "\u0000\uD800"}) {
      assertThat(embedder.embed(text)).as(text).isPresent();
    }
  }

  @Test
  void aFolderWithoutANetworkOrWithADamagedOneIsRefused(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> OnnxEmbedder.open(folder, folder)).isInstanceOf(IOException.class);
    Files.writeString(
        folder.resolve(OnnxEmbedder.TOKENIZER),
        "{\"model\":{\"vocab\":{\"[CLS]\":1,\"[SEP]\":2,\"[UNK]\":3}}}");
    Files.writeString(folder.resolve(OnnxEmbedder.NETWORK), "no network");
    Path runtime = folder("GONGKAI_INK").orElse(folder);
    assertThatThrownBy(() -> OnnxEmbedder.open(folder, runtime)).isInstanceOf(IOException.class);
  }
}
