package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void aRunOfCharactersBecomesOverlappingPairsAndItsLastCharacter() {
    assertThat(Terms.tokens("养老金，发放")).isEqualTo("养老 老金 金 发放 放");
  }

  @Test
  void lettersAndDigitsStayTogether() {
    assertThat(Terms.tokens("2023年H5页面")).isEqualTo("2023 年 h5 页面 面");
  }

  @Test
  void fullWidthUpperCaseAndTraditionalFormsAreFolded() {
    assertThat(Terms.normalise("ＡＢＣ　１２３土地徵收補償【發】")).isEqualTo("abc 123土地征收补偿(发)");
  }

  @Test
  void radicalsLeftByPdfExtractionAreFolded() {
    assertThat(Terms.normalise("⽼年⼈")).isEqualTo("老年人");
  }

  @Test
  void foldingKeepsTheLength() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(20, 0, Character.MAX_CODE_POINT + 1).forEach(text::appendCodePoint);
      assertThat(Terms.normalise(text.toString())).hasSize(text.length());
      assertThat(Terms.normalise(Terms.normalise(text.toString())))
          .isEqualTo(Terms.normalise(text.toString()));
    }
  }

  @Test
  void charactersBeyondTheBasicPlaneAreNotCutInTwo() {
    assertThat(Terms.tokens("𠮷野家")).isEqualTo("𠮷野 野家 家");
    assertThat(Terms.tokens("养𠮷")).isEqualTo("养𠮷 𠮷");
    assertThat(Terms.match("𠮷")).contains("\"𠮷\" *");
  }

  @Test
  void aDocumentNumberIsFoundInAnyBrackets() {
    for (String form : new String[] {"根据源政发〔2021〕6号", "根据源政发[2021]6号", "根据源政发（2021）第06号"}) {
      assertThat(Terms.tokens(form).split(" ")).contains("源政发2021x6", "源政发x6", "2021x6");
    }
  }

  @Test
  void anIndexNumberHasItsOwnToken() {
    assertThat(Terms.tokens("113703233130158447/2024-5428775").split(" "))
        .contains("113703233130158447", "2024x5428775");
  }

  @Test
  void aQueryIsQuotedTokensJoinedByAnd() {
    assertThat(Terms.match("养老金")).contains("\"养老\" AND \"老金\"");
    assertThat(Terms.match("养老 补贴")).contains("\"养老\" AND \"补贴\"");
    assertThat(Terms.match("税")).contains("\"税\" *");
  }

  @Test
  void syntaxOfTheIndexIsOnlyText() {
    assertThat(Terms.match("养老\" OR \"低保")).contains("\"养老\" AND \"or\" AND \"低保\"");
    assertThat(Terms.match("NEAR(a b)")).contains("\"near\" AND \"a\" * AND \"b\" *");
    assertThat(Terms.match("\" ' -- *;😀")).isEmpty();
    assertThat(Terms.match("")).isEmpty();
  }

  @Test
  void aVeryLongQueryIsCut() {
    assertThat(Terms.match("养老保险".repeat(3_000)).orElseThrow().length()).isLessThan(400);
  }
}
