package cn.gongkai.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedWordsTest {

  private final TypedWords typed = new TypedWords();

  @Test
  void aRareCharacterIsErasedWhole() {
    typed.set("沂𠮷");
    typed.erase();
    assertThat(typed.words()).isEqualTo("沂");
  }

  @Test
  void erasingNothingDoesNothing() {
    typed.erase();
    assertThat(typed.words()).isEmpty();
  }

  @Test
  void aChildOnTheKeysCannotTypeForever() {
    for (int i = 0; i < 500; i++) {
      typed.type("a");
    }
    assertThat(typed.words()).hasSize(TypedWords.CHARACTERS_MAX);
  }
}
