package cn.gongkai.content.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "源政发〔2021〕6号",
        "源政发[2021]6号",
        "源政发【2021】6号",
        "源政发(2021)6号",
        "源政发（2021）第6号",
        "源政发﹝2021﹞06号",
        "源政发〔２０２１〕６号",
        " 源政发〔 2021年 〕 6 号 "
      })
  void anyWayOfWritingADocumentNumberBecomesTheStandardOne(String written) {
    assertThat(DocumentNumber.parse(written)).hasToString("Optional[源政发〔2021〕6号]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "〔〕号", "无文号", "无", "[]号"})
  void aDocumentWithoutANumberSaysSoInManyWays(String written) {
    assertThat(DocumentNumber.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"源政发6号", "2021年6号", "源政发〔1821〕6号", "源政发〔2021〕0号", "x"})
  void whatIsNoDocumentNumberIsRefused(String written) {
    assertThatThrownBy(() -> DocumentNumber.parse(written))
        .isInstanceOf(InvalidValue.class)
        .extracting(e -> ((InvalidValue) e).code())
        .isEqualTo("MODEL-DOCUMENT-NUMBER");
  }

  @Property
  void aDocumentNumberReadsBack(
      @ForAll @IntRange(min = 1900, max = 2099) int year,
      @ForAll @IntRange(min = 1, max = 99_999) int serial) {
    DocumentNumber number = new DocumentNumber("源政办字", year, serial);
    assertThat(DocumentNumber.isCanonical(number.toString())).isTrue();
    assertThat(DocumentNumber.parse(number.toString())).contains(number);
  }

  @Property
  void parsingAnyTextEndsInANumberNothingOrARefusal(@ForAll String text) {
    try {
      DocumentNumber.parse(text).ifPresent(n -> DocumentNumber.isCanonical(n.toString()));
    } catch (InvalidValue refusal) {
      assertThat(refusal.code()).isEqualTo("MODEL-DOCUMENT-NUMBER");
    }
    IndexNumber.find(text).ifPresent(n -> assertThat(IndexNumber.find(n.toString())).contains(n));
  }

  @Test
  void theCountysIndexNumberIsRead() {
    IndexNumber number = IndexNumber.parse("113703233130158447/2024-5428775");
    assertThat(number.publisher().value()).isEqualTo("113703233130158447");
    assertThat(number.year()).isEqualTo(2024);
    assertThat(number.serial()).isEqualTo("5428775");
  }

  @Test
  void theRemnantOfASpreadsheetIsDropped() {
    assertThat(IndexNumber.parse("113703233130158447/2023-5335541.0"))
        .hasToString("113703233130158447/2023-5335541");
  }

  @Test
  void everySingleWrongCharacterOfACreditCodeIsNoticed() {
    String right = "113703233130158447";
    assertThat(CreditCode.isValid(right)).isTrue();
    for (int i = 0; i < right.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (c != right.charAt(i)) {
          String wrong = right.substring(0, i) + c + right.substring(i + 1);
          assertThat(CreditCode.isValid(wrong)).as(wrong).isFalse();
        }
      }
    }
  }

  @Test
  void exchangedNeighboursInACreditCodeAreNoticed() {
    String right = "113703233130158447";
    for (int i = 0; i + 1 < right.length(); i++) {
      char a = right.charAt(i);
      char b = right.charAt(i + 1);
      if (a != b) {
        String wrong = right.substring(0, i) + b + a + right.substring(i + 2);
        assertThat(CreditCode.isValid(wrong)).as(wrong).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "11370323313015844", "11370323313015844I", "1137032331301584470"})
  void whatIsNoCreditCodeIsRefused(String text) {
    assertThat(CreditCode.isValid(text)).isFalse();
  }
}
