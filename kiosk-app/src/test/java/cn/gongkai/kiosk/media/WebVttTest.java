package cn.gongkai.kiosk.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebVttTest {

  private static final String FILE =
      """
      WEBVTT - 示例

      NOTE 这是说明

      1
      00:01.000 --> 00:03.500 align:start
      <v 讲解员>满80周岁的老人
      都能领

      00:00:04.000 --> 00:00:06.000
      带上户口簿 &amp; 身份证
      """;

  @Test
  void cuesAreReadWithTheirTimes() {
    WebVtt captions = WebVtt.parse(FILE);
    assertThat(captions.cues()).hasSize(2);
    assertThat(captions.wordsAt(Duration.ofMillis(1000))).contains("满80周岁的老人\n都能领");
    assertThat(captions.wordsAt(Duration.ofMillis(3500))).isEmpty();
    assertThat(captions.wordsAt(Duration.ofSeconds(5))).contains("带上户口簿 & 身份证");
  }

  @Test
  void cuesThatEndBeforeTheyBeginAreLeftOut() {
    assertThat(WebVtt.parse("00:05.000 --> 00:04.000\n倒着").cues()).isEmpty();
  }

  @Test
  void lineEndsOfWindowsAreRead() {
    assertThat(WebVtt.parse(FILE.replace("\n", "\r\n")).cues()).hasSize(2);
  }

  @Test
  void anyFileIsReadWithoutTrouble() {
    long seed = 5;
    Random chance = new Random(seed);
    for (int round = 0; round < 400; round++) {
      char[] text = FILE.toCharArray();
      for (int i = chance.nextInt(30); i > 0; i--) {
        text[chance.nextInt(text.length)] = (char) chance.nextInt(0x3000);
      }
      WebVtt captions = WebVtt.parse(new String(text));
      assertThat(captions.cues()).as("seed %d", seed).hasSizeLessThanOrEqualTo(3);
      for (WebVtt.Cue cue : captions.cues()) {
        assertThat(cue.until()).isGreaterThan(cue.from());
      }
    }
  }
}
