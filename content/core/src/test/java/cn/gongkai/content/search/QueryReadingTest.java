package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Synonym;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.QueryReading.Unit;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReadingTest {

  private static QueryReading read(String typed) {
    return QueryReading.of(typed, Synonyms.standard(), List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "源政发〔2021〕6号",
        "源政发[2021]6号",
        "源政发（2021）6",
        "源政发【2021】第06号",
        "源政发２０２１年６号",
        "源政发2021-6",
        "关于 源政发〔2021〕6号",
      })
  void aDocumentNumberIsReadInAnyForm(String typed) {
    NumberReading number = read(typed).number().orElseThrow();
    assertThat(number.prefix()).endsWith("源政发");
    assertThat(number.year()).isEqualTo(OptionalInt.of(2021));
    assertThat(number.serial()).isEqualTo("6");
    assertThat(number.expressions().getFirst()).isEqualTo("\"源政发2021x6\"");
  }

  @Test
  void aNumberMayLackItsYear() {
    assertThat(read("源政发6号").number().orElseThrow().expressions()).contains("\"源政发x6\"");
  }

  @Test
  void anIndexNumberIsRead() {
    NumberReading number = read("113703233130158447/2024-5428775").number().orElseThrow();
    assertThat(number.expressions()).containsExactly("\"2024x5428775\" AND \"113703233130158447\"");
  }

  @Test
  void theCountysOwnWordsComeBeforeThoseOfTheProgram() {
    Synonyms known = Synonyms.standard();
    assertThat(known.readings("老年钱")).contains("高龄津贴");
    assertThat(known.readings("敬老饭")).isEmpty();
    Synonyms own =
        known.with(
            List.of(),
            List.of(
                new Synonym(List.of("敬老饭", "ＡＢ饭"), List.of("老年助餐")),
                new Synonym(List.of("老年钱"), List.of("敬老金"))));
    assertThat(own.readings("敬老饭")).containsExactly("老年助餐");
    assertThat(own.readings("ab饭")).containsExactly("老年助餐");
    assertThat(own.readings("老年钱")).containsExactly("敬老金");
    assertThat(own.readings("老人钱")).contains("高龄津贴");
    assertThat(QueryReading.of("敬老饭多少钱", own, List.of()).units())
        .extracting(Unit::readAs)
        .contains(List.of("老年助餐"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023年6月1号", "养老保险", "6号", "2023", "12345"})
  void datesAndPlainNumbersAreNotDocumentNumbers(String typed) {
    assertThat(read(typed).number().stream().flatMap(n -> n.expressions().stream()).toList())
        .allSatisfy(expression -> assertThat(expression).doesNotContain("养老"));
    assertThat(read(typed).units()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "低保怎么申请, 低保",
    "我想问一下老年钱多少, 老年钱",
    "请问新农合一年交多少钱, 新农合",
    "我家要盖房子需要什么手续, 盖房子",
  })
  void wordsOfAskingAreLeftOut(String typed, String about) {
    assertThat(read(typed).units().stream().map(Unit::word)).contains(about);
    assertThat(read(typed).units().stream().map(Unit::word))
        .doesNotContain("怎么", "我", "请问", "多少", "问");
  }

  @ParameterizedTest
  @CsvSource({"高烧能报销吗, 报销", "国家级景区, 国家级"})
  void wordsOfAskingInsideOthersAreKept(String typed, String about) {
    assertThat(read(typed).units().stream().map(Unit::word)).contains(about);
  }

  @Test
  void wordsOfResidentsAreReadAsWordsOfDocuments() {
    assertThat(read("低保").understood())
        .extracting(SearchResult.Reading::readAs)
        .containsExactly("最低生活保障");
    assertThat(read("征地赔偿").variants()).contains(List.of("土地征收补偿"));
    assertThat(read("dibao").units().getFirst().readAs()).contains("最低生活保障");
  }

  @ParameterizedTest
  @CsvSource({
    "低宝怎么申请, 低宝, 低保",
    "医宝报销, 医宝, 医保",
  })
  void aWordWithAWrongCharacterOfTheRightSoundIsRead(String typed, String word, String meant) {
    assertThat(read(typed).understood()).contains(new SearchResult.Reading(word, meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"生气", "宝宝", "毛衣", "谁家卖的"})
  void aWordThatIsAWordIsNotTakenForAnother(String typed) {
    assertThat(read(typed).understood()).isEmpty();
  }

  @Test
  void aWordSaidWithLittleWordsInBetweenIsRead() {
    assertThat(read("老板欠了俺的工钱").units().stream().map(Unit::word)).contains("欠工钱");
  }

  @Test
  void aQueryOfNothingButQuestionWordsKeepsThem() {
    assertThat(read("怎么办").units()).isNotEmpty();
  }

  @Test
  void topicsAreRecognisedByTheirWords() {
    Topic topic = new Topic("zhongdi", "种地", 1, "z", List.of("惠农一本通"));
    QueryReading reading =
        QueryReading.of(
            "惠农一本通在哪看", Synonyms.standard().with(List.of(topic), List.of()), List.of(topic));
    assertThat(reading.topics()).containsExactly("zhongdi");
    assertThat(reading.units().stream().map(Unit::word)).contains("惠农一本通");
  }

  @Test
  void theListOfSynonymsIsWellFormedAndLarge() {
    assertThat(Synonyms.standard().size()).isGreaterThan(1_500);
  }
}
