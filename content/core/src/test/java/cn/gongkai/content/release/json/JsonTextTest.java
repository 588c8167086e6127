package cn.gongkai.content.release.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gongkai.content.release.ReleaseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String code(byte[] bytes) {
    try {
      JsonText.read(bytes);
      return "read";
    } catch (ReleaseException e) {
      return e.code();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":1.5}",
        "{\"a\":1e3}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1}x",
        "{\"a\":1}{}",
        "{\"a\":1",
        "{a:1}",
        "{'a':1}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\":\"tab\there\"}",
        "{/**/\"a\":1}",
        "",
        " ",
        "{\"a\":11111111111111111111111111111111111111111111111111}"
      })
  void whatTwoReadersMayUnderstandDifferentlyIsRefused(String text) {
    assertThat(code(utf8(text))).isEqualTo("RELEASE-TUF-JSON");
  }

  @Test
  void onlyAnObjectIsAWholeText() {
    assertThat(code(utf8("[1]"))).isEqualTo("RELEASE-TUF-FORM");
  }

  @Test
  void deepNestingIsRefused() {
    int deep = JsonText.DEPTH_MAX + 1;
    assertThat(code(utf8("{\"a\":" + "[".repeat(deep) + "]".repeat(deep) + "}")))
        .isEqualTo("RELEASE-TUF-JSON");
    assertThat(code(utf8("{\"a\":" + "[".repeat(100_000)))).isEqualTo("RELEASE-TUF-JSON");
    assertThat(code(utf8("{\"a\":".repeat(100_000)))).isEqualTo("RELEASE-TUF-JSON");
    assertThat(code(utf8("{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}"))).isEqualTo("read");
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThat(code(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
        .isEqualTo("RELEASE-TUF-JSON");
    assertThat(code("{\"a\":1}".getBytes(StandardCharsets.UTF_16))).isEqualTo("RELEASE-TUF-JSON");
    assertThat(code(utf8("\uFEFF{\"a\":1}"))).isEqualTo("RELEASE-TUF-JSON");
    assertThat(code(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}))
        .isEqualTo("RELEASE-TUF-JSON");
  }

  @Test
  void canonicalFormSortsAndEscapesAsOlpcDoes() throws Exception {
    String text =
        "{\"b\":[true,null,-7,\"\\n\\\"\\\\/\\u4e2d\"],\"\uD83D\uDE00\":1,\"\uFF61\":2,\"a\":{}}";
    assertThat(new String(JsonText.canonical(JsonText.read(utf8(text))), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"a\":{},\"b\":[true,null,-7,\"\n\\\"\\\\/中\"],\"\uFF61\":2,\"\uD83D\uDE00\":1}");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Json.Obj value =
        Json.object()
            .with("n", Long.MAX_VALUE)
            .with("t", "\u0000\u001f\"\\中\uD83D\uDE00")
            .with("l", new Json.Arr(List.of(new Json.Null(), new Json.Bool(false))));
    assertThat(JsonText.read(JsonText.write(value))).isEqualTo(value);
  }

  @Test
  void noBytesWhateverBringTheReaderDown() {
    long seed = 20240301;
    Random random = new Random(seed);
    String alphabet = "{}[]\":,\\u0123456789abcdeftruefalsn -.eE\n\uD83D";
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder("{");
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(code(utf8(text.toString())))
          .as("seed %d run %d: %s", seed, run, text)
          .isIn("read", "RELEASE-TUF-JSON", "RELEASE-TUF-FORM");
    }
  }

  @Test
  void numbersThatReadersDisagreeAboutAreNoVersions() {
    assertThat(
            catchThrowableOfType(
                    ReleaseException.class,
                    () -> JsonText.read(utf8("{\"v\":9007199254740993}")).number("v"))
                .code())
        .isEqualTo("RELEASE-TUF-FORM");
  }
}
