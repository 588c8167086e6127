package cn.gongkai.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// 清空, and 找回 after it, with steps taken by hand.
class ClearKeyTest {

  private static final String WORDS = "农村低保怎么申请";

  private final TypedWords typed = new TypedWords();
  private final List<Runnable> ticks = new ArrayList<>();
  private final Ticker ticker =
      (pace, call) -> {
        ticks.add(call);
        return () -> ticks.remove(call);
      };

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void whatWasClearedByMistakeComesBackWithOneTap() {
    Button key = key();
    typed.set(WORDS);
    tap(key);
    assertThat(typed.words()).isEmpty();
    steps(ClearKey.BEFORE);
    assertThat(key.getText()).isEqualTo("找回");
    tap(key);
    assertThat(typed.words()).isEqualTo(WORDS);
    assertThat(key.getText()).isEqualTo("清空");
    assertThat(ticks).as("nothing goes on counting").isEmpty();
  }

  @Test
  void lettersThatWereNotWordsYetComeBackAsLetters() {
    Button key = key();
    typed.set("低保");
    typed.compose(new TypedWords.Composing("shenqing", "shen qing"));
    tap(key);
    steps(ClearKey.BEFORE);
    tap(key);
    assertThat(typed.words()).isEqualTo("低保shenqing");
  }

  @Test
  void aHandThatTapsTwiceClears() {
    Button key = key();
    typed.set(WORDS);
    tap(key);
    tap(key);
    steps(ClearKey.BEFORE - 1);
    tap(key);
    assertThat(typed.words()).isEmpty();
  }

  @Test
  void nothingOldComesBackOnceSomethingNewIsTyped() {
    Button key = key();
    typed.set(WORDS);
    tap(key);
    steps(ClearKey.BEFORE);
    typed.type("水");
    assertThat(key.getText()).isEqualTo("清空");
    tap(key);
    steps(ClearKey.BEFORE);
    tap(key);
    assertThat(typed.words()).isEqualTo("水");
  }

  @Test
  void afterAWhileNothingIsLeftToBringBack() {
    Button key = key();
    typed.set(WORDS);
    tap(key);
    steps(ClearKey.UNTIL);
    assertThat(key.getText()).isEqualTo("清空");
    assertThat(typed.clearedProperty().get()).isEmpty();
    assertThat(ticks).isEmpty();
    tap(key);
    assertThat(typed.words()).isEmpty();
  }

  @Test
  void whereNothingWasTypedNothingIsOffered() {
    Button key = key();
    tap(key);
    assertThat(ticks).isEmpty();
    assertThat(key.getText()).isEqualTo("清空");
  }

  @Test
  void theNextPersonCannotBringBackWhatTheLastOneCleared() {
    Keyboard keyboard =
        Fx.on(() -> new Keyboard(typed, new InputMethod(Background.sameThread(), ticker)));
    typed.set(WORDS);
    Fx.on(
        () -> {
          keyboard.model().clear();
          assertThat(typed.clearedProperty().get()).isEqualTo(WORDS);
          keyboard.dispose();
          return true;
        });
    assertThat(typed.clearedProperty().get()).isEmpty();
    assertThat(ticks).isEmpty();
  }

  @Test
  void leavingTheScreenLeavesNothingBehind() {
    typed.set(WORDS);
    typed.clearForNow();
    typed.clear();
    assertThat(typed.clearedProperty().get()).isEmpty();
  }

  private Button key() {
    return Fx.on(() -> new ClearKey(typed, ticker, typed::clearForNow).node());
  }

  private static void tap(Button key) {
    Fx.on(
        () -> {
          key.fire();
          return true;
        });
  }

  private void steps(int count) {
    for (int step = 0; step < count; step++) {
      List.copyOf(ticks).forEach(tick -> Fx.on(() -> run(tick)));
    }
  }

  private static boolean run(Runnable tick) {
    tick.run();
    return true;
  }
}
