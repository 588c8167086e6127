package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.gongkai.content.search.Meanings.Meant;
import cn.gongkai.content.search.Meanings.Near;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningsTest {

  /// Between the first and the second axis.
  private static float[] direction(double degrees) {
    float[] direction = new float[Embedder.DIMENSIONS];
    direction[0] = (float) Math.cos(Math.toRadians(degrees));
    direction[1] = (float) Math.sin(Math.toRadians(degrees));
    return direction;
  }

  private static final Meanings SOME =
      Meanings.NONE.with(
          List.of(
              new Meant(1, 11, direction(0)),
              new Meant(2, 22, direction(60)),
              new Meant(3, 33, direction(90))));

  @Test
  void theNearestComeFirstWithTheCosineOfTheirAngle() {
    List<Near> nearest = SOME.nearest(direction(80), 2);
    assertThat(nearest).extracting(Near::row).containsExactly(3L, 2L);
    assertThat(nearest.getFirst().likeness()).isCloseTo(Math.cos(Math.toRadians(10)), within(0.01));
    assertThat(nearest.getLast().likeness()).isCloseTo(Math.cos(Math.toRadians(20)), within(0.01));
  }

  @Test
  void aRowIsKnownByTheTextItWasMadeOf() {
    assertThat(SOME.has(2, 22)).isTrue();
    assertThat(SOME.has(2, 23)).isFalse();
    assertThat(SOME.has(4, 22)).isFalse();
  }

  @Test
  void whatIsNotKeptIsNotAnsweredAnyMore() {
    Meanings less = SOME.only(List.of(3L, 1L));
    assertThat(less.size()).isEqualTo(2);
    assertThat(less.nearest(direction(60), 5)).extracting(Near::row).containsExactly(3L, 1L);
    assertThat(less.has(1, 11)).isTrue();
    assertThatThrownBy(() -> less.only(List.of(2L))).isInstanceOf(IllegalArgumentException.class);
  }
}
