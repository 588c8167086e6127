package cn.gongkai.kiosk.screen.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyTest {

  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");
  private final List<String> shown = new ArrayList<>();
  private final Steady<String> steady = new Steady<>(clock, shown::add);

  @Test
  void theFirstIsShownAtOnce() {
    steady.offer("a");
    assertThat(shown).containsExactly("a");
  }

  @Test
  void whatIsInViewKeepsItsPlaceForAWhileAndTheLatestFollows() {
    steady.offer("a");
    steady.offer("b");
    steady.offer("c");
    clock.advance(Steady.HOLD.minusMillis(1));
    steady.look();
    assertThat(shown).containsExactly("a");
    clock.advance(Duration.ofMillis(1));
    steady.look();
    assertThat(shown).containsExactly("a", "c");
  }

  @Test
  void nothingMovesUnderAFinger() {
    steady.offer("a");
    clock.advance(Steady.HOLD);
    steady.finger(true);
    steady.offer("b");
    clock.advance(Duration.ofSeconds(2));
    steady.look();
    assertThat(shown).containsExactly("a");
    steady.finger(false);
    steady.look();
    assertThat(shown).containsExactly("a", "b");
  }

  @Test
  void aFingerThatWasLostHoldsNothingUpForEver() {
    steady.offer("a");
    steady.finger(true);
    steady.offer("b");
    clock.advance(Steady.FINGER_MAX);
    steady.look();
    assertThat(shown).containsExactly("a", "b");
  }

  @Test
  void aClockSetBackHoldsNothingUp() {
    steady.offer("a");
    steady.offer("b");
    clock.advance(Duration.ofHours(-1));
    steady.look();
    assertThat(shown).containsExactly("a", "b");
  }

  @Test
  void whatWasAskedForComesAtOnceAndNothingOlderAfterIt() {
    steady.offer("a");
    steady.offer("b");
    steady.now("c");
    clock.advance(Steady.HOLD);
    steady.look();
    assertThat(shown).containsExactly("a", "c");
  }
}
