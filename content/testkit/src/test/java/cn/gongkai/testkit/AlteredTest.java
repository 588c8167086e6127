package cn.gongkai.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlteredTest {

  /// A record of limits.
  public record Few(int rows, long bytes, Duration within) {}

  private static final Few FEW = new Few(3, 5, Duration.ofSeconds(7));

  @Test
  void onlyWhatIsNamedIsAnother() {
    assertThat(Altered.of(FEW, Map.of("bytes", 6L, "within", Duration.ZERO)))
        .isEqualTo(new Few(3, 6, Duration.ZERO));
    assertThat(Altered.of(FEW, Map.of())).isEqualTo(FEW);
  }

  @Test
  void aNameThatIsNoComponentAndAValueThatDoesNotFitAreRefused() {
    assertThatThrownBy(() -> Altered.of(FEW, Map.of("row", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row");
    assertThatThrownBy(() -> Altered.of(FEW, Map.of("rows", "1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
