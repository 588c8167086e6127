package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

  @ParameterizedTest
  @CsvSource({
    "沂源县, yi yuan xian",
    "燕崖镇, yan ya zhen",
    "悦庄镇, yue zhuang zhen",
    "乐陵, lao ling",
    "单县, shan xian",
    "年会计工作, nian kuai ji gong zuo",
    "县长期任职, xian chang qi ren zhi",
    "银行行长, yin hang hang zhang",
    "绿化, lv hua",
    "重残补贴, zhong can bu tie",
    "河长制, he zhang zhi",
  })
  void placesAndWordsOfOfficesAreReadAsPeopleSayThem(String text, String said) {
    assertThat(String.join(" ", Pinyin.syllables(text))).isEqualTo(said);
  }

  @Test
  void whatIsNotSaidHasNoSyllable() {
    assertThat(Pinyin.syllables("养（H5）老")).containsExactly("yang", "", "", "", "", "lao");
    assertThat(Pinyin.initials("养老（H5）")).isEqualTo("ylh5");
  }
}
