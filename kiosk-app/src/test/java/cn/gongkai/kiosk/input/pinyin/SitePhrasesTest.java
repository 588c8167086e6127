package cn.gongkai.kiosk.input.pinyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SitePhrasesTest {

  private final Syllables syllables = Syllables.of(List.of("a", "b"));

  @Test
  void aTitleGivesItsRunsItsMatterAndItsParts() {
    SitePhrases phrases = phrases(new SitePhrases.Limits(100, 100));
    phrases.addTitle("沂源县人民政府关于做好高龄津贴发放工作的通知（示例，2019年）");
    assertThat(texts(phrases))
        .contains("沂源县人民政府关于做好高龄津贴发放工作的通知", "高龄津贴发放", "作的通知")
        .doesNotContain("示例", "年");
  }

  @Test
  void aPlaceGivesItsTown() {
    SitePhrases phrases = phrases(SitePhrases.Limits.DEFAULT);
    phrases.addPlace("悦庄镇便民服务中心");
    phrases.addPlace("历山街道便民服务中心");
    assertThat(texts(phrases))
        .containsExactlyInAnyOrder("悦庄镇便民服务中心", "悦庄镇", "悦庄", "历山街道便民服务中心", "历山街道", "历山");
  }

  @Test
  void aTitleLongerThanAWordMayBeIsLeftOut() {
    SitePhrases phrases = phrases(new SitePhrases.Limits(100, 0));
    phrases.addTitle("长".repeat(Lexicon.SYLLABLES_MAX + 1));
    assertThat(texts(phrases)).isEmpty();
  }

  @Test
  void whatHasNoRoomIsLeftOut() {
    SitePhrases phrases = phrases(new SitePhrases.Limits(2, 3));
    phrases.addName("甲乙");
    phrases.addName("丙丁");
    phrases.addName("戊己");
    phrases.addTitle("高龄津贴发放办法说明");
    assertThat(texts(phrases)).contains("甲乙", "丙丁").doesNotContain("戊己").hasSizeLessThan(20);
  }

  @Test
  void aTextThatCannotBeReadAloudIsLeftOut() {
    SitePhrases phrases =
        new SitePhrases(
            syllables, text -> new String[] {"", "a"}, List::of, SitePhrases.Limits.DEFAULT);
    phrases.addName("甲乙");
    assertThat(texts(phrases)).isEmpty();
  }

  /// Everything is read as `a`, and cut after every second character.
  private SitePhrases phrases(SitePhrases.Limits limits) {
    return new SitePhrases(
        syllables,
        text -> {
          String[] said = new String[text.length()];
          Arrays.fill(said, "a");
          return said;
        },
        text -> {
          List<String> words = new ArrayList<>();
          for (int at = 0; at < text.length(); at += 2) {
            words.add(text.substring(at, Math.min(text.length(), at + 2)));
          }
          return words;
        },
        limits);
  }

  private static List<String> texts(SitePhrases phrases) {
    Lexicon lexicon = phrases.lexicon();
    List<String> texts = new ArrayList<>();
    for (int word = 0; word < lexicon.words(); word++) {
      texts.add(lexicon.text(word));
    }
    return texts;
  }
}
