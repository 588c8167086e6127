package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.search.TitleIndex.Match;
import cn.gongkai.content.search.TitleIndex.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleIndexTest {

  private static final TitleIndex INDEX =
      index(
          "沂源县城乡居民基本养老保险待遇发放办法",
          "关于公布《沂源县最低生活保障标准》的通知",
          "燕崖镇樱桃产业发展规划",
          "沂源县高龄津贴申领指南（2023年）",
          "沂源县城乡居民基本医疗保险缴费通知");

  private static TitleIndex index(String... titles) {
    List<Title> rows = new ArrayList<>();
    for (int i = 0; i < titles.length; i++) {
      rows.add(new Title(100 - i, titles[i]));
    }
    return TitleIndex.of(rows.iterator()).withSounds(Optional.empty());
  }

  @Test
  void allWordsMustBeInTheTitle() {
    assertThat(orders(INDEX.containing(List.of("居民", "保险"), 10, () -> false)))
        .containsExactly(0, 4);
    assertThat(orders(INDEX.containing(List.of("通知", "保险"), 10, () -> false))).containsExactly(4);
    assertThat(INDEX.containing(List.of("保险", "樱桃"), 10, () -> false)).isEmpty();
    assertThat(INDEX.containing(List.of(), 10, () -> false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ylbx, 0",
    "yanglaobaoxian, 0",
    "yanglaobaox, 0",
    "yang老baoxian, 0",
    "yanglbx, 0",
    "yanlaobaoxian, 0",
    "zuidisenghuo, 1",
    "zdshbz, 1",
    "yanyazhen, 2",
    "yingtao, 2",
    "yintao, 2",
    "gaoningjintie, 3",
    "shenlingzhinan2023, 3",
    "yiliobaoxian, 4",
    "yiliaobaxian, 4",
  })
  void titlesAreFoundByWhatTheySoundLike(String typed, int order) {
    assertThat(heard(typed)).contains(order);
  }

  @Test
  void wrongCharactersOfTheRightSoundAreFound() {
    SoundPattern pattern = SoundReader.sameSound("养佬宝险");
    assertThat(orders(INDEX.sounding(pattern, 10, () -> false))).containsExactly(0);
  }

  @Test
  void theMostAlikeTitleComesFirst() {
    List<Match> alike = INDEX.alike(List.of("最低生活障"), 3, () -> false);
    assertThat(alike.getFirst().order()).isEqualTo(1);
  }

  @Test
  void aCharacterThatIsReadInTwoWaysIsFoundByItsSound() {
    TitleIndex one = index("农村宅基地审批").withSounds(Optional.empty());
    assertThat(orders(one.sounding(SoundReader.sameSound("宅几地"), 5, () -> false)))
        .containsExactly(0);
  }

  @Test
  void pinyinOfTitlesKnownBeforeIsTakenOver() {
    TitleIndex before =
        TitleIndex.of(
                List.of(new Title(9, "高龄津贴"), new Title(7, "停水通知"), new Title(3, "低保办法"))
                    .iterator())
            .withSounds(Optional.empty());
    TitleIndex after =
        TitleIndex.of(
                List.of(
                        new Title(12, "招生公告"),
                        new Title(9, "高龄津贴"),
                        new Title(7, "停电通知"),
                        new Title(3, "低保办法"))
                    .iterator())
            .withSounds(Optional.of(before));
    assertThat(after.hasSounds()).isTrue();
    assertThat(orders(heardIn(after, "gaoling"))).containsExactly(1);
    assertThat(orders(heardIn(after, "tingdian"))).containsExactly(2);
    assertThat(orders(heardIn(after, "tingshui"))).isEmpty();
    assertThat(orders(heardIn(after, "dibao"))).containsExactly(3);
    assertThat(orders(heardIn(after, "zhaosheng"))).containsExactly(0);
  }

  private static List<Match> heardIn(TitleIndex index, String typed) {
    return index.sounding(SoundReader.readings(typed).getFirst(), 5, () -> false);
  }

  @Test
  void anEmptyIndexFindsNothing() {
    TitleIndex empty = index();
    assertThat(empty.containing(List.of("养老"), 5, () -> false)).isEmpty();
    assertThat(empty.alike(List.of("养老"), 5, () -> false)).isEmpty();
    assertThat(empty.sounding(SoundReader.sameSound("养老"), 5, () -> false)).isEmpty();
  }

  private static List<Integer> heard(String typed) {
    for (SoundPattern pattern : SoundReader.readings(typed)) {
      List<Match> found = INDEX.sounding(pattern, 10, () -> false);
      if (!found.isEmpty()) {
        return orders(found);
      }
    }
    return List.of();
  }

  private static List<Integer> orders(List<Match> matches) {
    return matches.stream().map(Match::order).toList();
  }
}
