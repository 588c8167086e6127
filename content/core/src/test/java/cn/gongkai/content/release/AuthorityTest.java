package cn.gongkai.content.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {

  private final Authority held = Authority.of(3, 7, List.of("a", "b"));

  @Test
  void otherKeysByALaterWordSupersede() {
    assertThat(Authority.of(3, 8, List.of("c")).supersedes(held)).isTrue();
    assertThat(Authority.of(4, 8, List.of("a")).supersedes(held)).isTrue();
  }

  @Test
  void aLaterRootCountsWhateverTheDelegationsVersionIs() {
    assertThat(Authority.of(4, 1, List.of("c")).supersedes(held)).isTrue();
  }

  @Test
  void theSameKeysSupersedeNothing() {
    assertThat(Authority.of(9, 9, List.of("b", "a")).supersedes(held)).isFalse();
  }

  @Test
  void anEarlierOrTheSameWordSupersedesNothing() {
    assertThat(Authority.of(3, 7, List.of("c")).supersedes(held)).isFalse();
    assertThat(Authority.of(3, 6, List.of("c")).supersedes(held)).isFalse();
    assertThat(Authority.of(2, 99, List.of("c")).supersedes(held)).isFalse();
  }

  @Test
  void whatIsWrittenIsReadAgainAndAnythingElseIsNothing() {
    assertThat(Authority.find(held.toString())).contains(held);
    for (String text :
        List.of(
            "",
            "1 2",
            "1 2 xyz",
            "-1 2 " + "0".repeat(64),
            held + " ",
            "9".repeat(19) + " 1 " + "0".repeat(64))) {
      assertThat(Authority.find(text)).as(text).isEmpty();
    }
  }
}
