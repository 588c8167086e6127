package cn.gongkai.kiosk.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LaneTest {

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Runnable> answers = new ArrayDeque<>();
  private final Background background = Background.of(work::add, answers::add);
  private final List<Object> got = new ArrayList<>();

  @Test
  void onlyTheLatestRequestIsAnswered() {
    Lane lane = background.lane();
    lane.load(() -> "first", got::add, got::add);
    lane.load(() -> "second", got::add, got::add);
    runAll();
    assertThat(got).containsExactly("second");
  }

  @Test
  void anAnswerOnItsWayIsDroppedWhenALaterRequestIsMade() {
    Lane lane = background.lane();
    lane.load(() -> "first", got::add, got::add);
    work.remove().run();
    lane.load(() -> "second", got::add, got::add);
    runAll();
    assertThat(got).containsExactly("second");
  }

  @Test
  void aCancelledLaneAnswersNothing() {
    Lane lane = background.lane();
    lane.load(() -> "late", got::add, got::add);
    lane.cancel();
    runAll();
    assertThat(got).isEmpty();
    assertThat(background.idle()).isTrue();
  }

  @Test
  void lanesDoNotDisturbEachOther() {
    background.lane().load(() -> "one", got::add, got::add);
    background.lane().load(() -> "two", got::add, got::add);
    runAll();
    assertThat(got).containsExactly("one", "two");
  }

  @Test
  void aKnownFaultKeepsItsCode() {
    background
        .lane()
        .load(
            () -> {
              throw new FaultException("STORE-CORRUPT", "page 3");
            },
            got::add,
            got::add);
    runAll();
    assertThat(got).containsExactly(new Fault("STORE-CORRUPT", "page 3"));
  }

  @Test
  void whateverElseIsThrownIsAnUnexpectedFault() {
    background
        .lane()
        .load(
            () -> {
              throw new StackOverflowError("deep");
            },
            got::add,
            got::add);
    runAll();
    assertThat(got).singleElement().extracting("code").isEqualTo(Fault.UNEXPECTED);
  }

  @Test
  void aScreenThatFailsOnItsAnswerGetsAFaultInstead() {
    background
        .lane()
        .load(
            () -> "fine",
            answer -> {
              throw new IllegalStateException("cannot draw");
            },
            got::add);
    runAll();
    assertThat(got).singleElement().extracting("code").isEqualTo(Fault.UNEXPECTED);
  }

  @Test
  void tooMuchWorkIsRefusedInWords() {
    Background full =
        Background.of(
            task -> {
              throw new RejectedExecutionException();
            },
            Runnable::run);
    full.lane().load(() -> "never", got::add, got::add);
    assertThat(got).singleElement().extracting("code").isEqualTo(Fault.BUSY);
    assertThat(full.idle()).isTrue();
  }

  @Test
  void whatIsAskedForWhileTheProgramEndsIsNoFault() {
    List<Fault> told = new ArrayList<>();
    Background ending = Background.start(WorkLimits.DEFAULT);
    ending.watch(told::add);
    ending.close();
    ending.lane().load(() -> "never", got::add, got::add);
    assertThat(got).isEmpty();
    assertThat(told).isEmpty();
  }

  private void runAll() {
    while (!work.isEmpty() || !answers.isEmpty()) {
      Runnable next = work.isEmpty() ? answers.remove() : work.remove();
      next.run();
    }
  }
}
