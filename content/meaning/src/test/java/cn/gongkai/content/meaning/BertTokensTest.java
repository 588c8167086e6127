package cn.gongkai.content.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BertTokensTest {

  private static final BertTokens TOKENS =
      new BertTokens(
          Map.of(
              "[UNK]", 100, "[CLS]", 101, "[SEP]", 102, "低", 1, "保", 2, "h", 3, "##5", 4, "20", 5,
              "##21", 6));

  @Test
  void aCharacterIsATokenAndAWordIsCutIntoItsLongestPieces() {
    assertThat(TOKENS.of("低保", 20)).containsExactly(101, 1, 2, 102);
    assertThat(TOKENS.of("低 2021H5", 20)).containsExactly(101, 1, 100, 102);
    assertThat(TOKENS.of("2021 h5", 20)).containsExactly(101, 5, 6, 3, 4, 102);
  }

  @Test
  void whatTheVocabularyHasNotIsUnknown() {
    assertThat(TOKENS.of("龘x低", 20)).containsExactly(101, 100, 100, 1, 102);
    assertThat(TOKENS.of("", 20)).containsExactly(101, 102);
  }

  @Property
  void anyTextHasNoMoreTokensThanAllowed(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 64) int most) {
    long[] numbers = TOKENS.of(text, most);
    assertThat(numbers).hasSizeLessThanOrEqualTo(most).startsWith(101).endsWith(102);
  }

  @Test
  void aFileThatIsNoVocabularyIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("meaning.json");
    Files.writeString(file, "{\"model\":{\"vocab\":{\"a\":1}}}");
    assertThatThrownBy(() -> BertTokens.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("[CLS]");
    Files.writeString(file, "no json");
    assertThatThrownBy(() -> BertTokens.read(file)).isInstanceOf(IOException.class);
  }
}
