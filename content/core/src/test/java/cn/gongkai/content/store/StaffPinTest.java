package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StaffPinTest {

  @Test
  void aPinIsKnownAgainAndIsNotInWhatIsKept() {
    StaffPin pin = StaffPin.of("402719");
    StaffPin kept = StaffPin.find(pin.text()).orElseThrow();
    assertThat(kept.matches("402719")).isTrue();
    assertThat(kept.matches("402718")).isFalse();
    assertThat(kept.matches("")).isFalse();
    assertThat(pin.text()).doesNotContain("402719");
    assertThat(StaffPin.of("402719")).isNotEqualTo(pin);
  }

  @Test
  void whatAnybodyWouldTryIsNoPin() {
    for (String bad :
        new String[] {"", "12345", "123456", "654321", "000000", "112112", "４０２７１９"}) {
      assertThat(StaffPin.isGood(bad)).as(bad).isFalse();
      assertThatThrownBy(() -> StaffPin.of(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void textThatIsNoPinOpensNothing() {
    assertThat(StaffPin.find("402719")).isEmpty();
    assertThat(StaffPin.find("")).isEmpty();
    assertThat(StaffPin.find("pbkdf2-sha256$1$00$00")).isEmpty();
  }
}
