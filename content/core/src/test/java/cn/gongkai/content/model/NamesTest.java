package cn.gongkai.content.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"zc-2023-06", "370323104-2023-lianghui", "a1"})
  void goodItemIdsAreTaken(String id) {
    assertThat(new ItemId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-a", "A1", "a_b", "政策", "a/../b"})
  void badItemIdsAreRefused(String id) {
    assertThatThrownBy(() -> new ItemId(id)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void anItemIdHasTwoToSixtyFourCharactersOfThreeKinds() {
    Pattern form = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String second = "a" + c;
      assertThat(isItemId(second)).as("%x second", (int) c).isEqualTo(matches(form, second));
      String first = c + "a";
      assertThat(isItemId(first)).as("%x first", (int) c).isEqualTo(matches(form, first));
    }
    assertThat(isItemId("a".repeat(64))).isTrue();
    assertThat(isItemId("a".repeat(65))).isFalse();
  }

  private static boolean matches(Pattern form, String text) {
    return form.matcher(text).matches();
  }

  private static boolean isItemId(String text) {
    try {
      return new ItemId(text).value().equals(text);
    } catch (InvalidValue e) {
      return false;
    }
  }

  @Test
  void aColumnIsNotItsOwnParent() {
    ColumnId id = new ColumnId("zcwj");
    assertThatThrownBy(
            () ->
                new Column(
                    id,
                    Optional.of(id),
                    "政策文件",
                    Presentation.DOCUMENTS,
                    1,
                    "file",
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .extracting(e -> ((InvalidValue) e).code())
        .isEqualTo("MODEL-COLUMN");
  }

  @Test
  void shortPathsAreEightCharactersAndDoNotChange() {
    assertThat(ShortPath.of(new ItemId("zc-2023-06")))
        .isEqualTo(ShortPath.of(new ItemId("zc-2023-06")));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String path = ShortPath.of(new ItemId("item-" + i)).value();
      assertThat(path).matches("[0-9a-hjkmnp-tv-z]{8}");
      seen.add(path);
    }
    assertThat(seen).hasSize(20_000);
  }

  @Test
  void aPhonePageLiesBelowTheSite() {
    Site site =
        new Site(
            "沂源县政务公开",
            URI.create("http://localhost:8080/zwgk/"),
            new DivisionCode("370323"),
            List.of(),
            List.of(),
            72,
            List.of(),
            Optional.empty());
    assertThat(site.phonePage(new ItemId("zc-2023-06")).toString())
        .isEqualTo("http://localhost:8080/zwgk/" + ShortPath.of(new ItemId("zc-2023-06")).page());
  }

  @Test
  void everyThemeIsFoundByCodeAndByName() {
    assertThat(Themes.names()).hasSizeGreaterThan(22 + 100);
    assertThat(Themes.names().keySet().stream().filter(c -> c.length() == 2)).hasSize(22);
    Themes.names()
        .forEach(
            (code, name) -> {
              assertThat(Themes.findCode(code)).contains(code);
              String written =
                  code.length() == 2
                      ? name
                      : Themes.findName(code.substring(0, 2)).orElseThrow() + "-" + name;
              assertThat(Themes.findCode(written)).as(written).contains(code);
            });
    assertThat(Themes.findCode("农业、林业、水利-水利")).contains("0603");
    assertThat(Themes.findCode("农业")).isEmpty();
  }

  @Test
  void aTownLiesInItsCounty() {
    assertThat(new DivisionCode("370323104").county()).isEqualTo(new DivisionCode("370323"));
    assertThatThrownBy(() -> new DivisionCode("3703231")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aLinkOutsideIsAWebAddress() {
    assertThatCode(() -> new Link.Outside(URI.create("http://www.yiyuan.gov.cn/")))
        .doesNotThrowAnyException();
    for (String bad : List.of("javascript:alert(1)", "ftp://x/", "/a", "http:///a")) {
      assertThatThrownBy(() -> new Link.Outside(URI.create(bad))).isInstanceOf(InvalidValue.class);
    }
  }
}
