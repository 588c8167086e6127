package cn.gongkai.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikelyTest {

  @Test
  void whatHoldsMoreComesFirst() {
    Likely likely = new Likely();
    likely.add(1, 0.3);
    likely.add(2, 0.2);
    likely.add(2, 0.2);
    likely.add(3, 0.1);
    assertThat(likely.best(2)).containsExactly(2L, 1L);
  }

  @Test
  void newerComesFirstWhereBothHoldAsMuch() {
    Likely likely = new Likely();
    likely.add(5, 1);
    likely.add(8, 1);
    assertThat(likely.best(5)).containsExactly(8L, 5L);
  }
}
