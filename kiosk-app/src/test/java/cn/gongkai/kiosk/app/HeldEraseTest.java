package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.TinyInput;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.LayoutCheck;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finger that stays on the delete key, in a whole terminal whose time is moved by hand.
class HeldEraseTest {

  private static final String ANNOUNCED = "再按住就清空";
  private static final String TYPED = "abcdefghijklmnopqrstuvwxyzabcd";

  /// The steps of a held key: before the first, one by one, announced.
  private static final int BEFORE = 5;

  private static final int ONE_BY_ONE = 10;
  private static final int SHOWN = 15;

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void aTapDeletesOne() {
    with(
        kiosk -> {
          press(kiosk);
          release(kiosk);
          assertThat(field(kiosk)).isEqualTo(TYPED.substring(0, TYPED.length() - 1));
        });
  }

  @Test
  void aSlowTapDeletesOneToo() {
    with(
        kiosk -> {
          press(kiosk);
          steps(kiosk, BEFORE);
          release(kiosk);
          assertThat(field(kiosk)).isEqualTo(TYPED.substring(0, TYPED.length() - 1));
        });
  }

  @Test
  void heldItDeletesOneByOneThenAnnouncesThenClears() {
    with(
        kiosk -> {
          press(kiosk);
          steps(kiosk, BEFORE + 3);
          assertThat(field(kiosk)).hasSize(TYPED.length() - 3);
          assertThat(kiosk.shows(ANNOUNCED)).isFalse();
          steps(kiosk, ONE_BY_ONE - 3);
          String left = field(kiosk);
          assertThat(left).isEqualTo(TYPED.substring(0, TYPED.length() - ONE_BY_ONE));
          steps(kiosk, 1);
          assertThat(kiosk.shows(ANNOUNCED)).isTrue();
          steps(kiosk, SHOWN - 1);
          assertThat(field(kiosk)).as("all the time of the announcement").isEqualTo(left);
          steps(kiosk, 1);
          assertThat(field(kiosk)).isEmpty();
          assertThat(kiosk.shows(ANNOUNCED)).isFalse();
          assertThat(kiosk.shows("输入想找的词")).as("the hint is back").isTrue();
          release(kiosk);
          kiosk.press("x");
          steps(kiosk, 40);
          assertThat(field(kiosk)).as("let go is let go").isEqualTo("x");
        });
  }

  @Test
  void whoLetsGoAtTheAnnouncementKeepsTheRest() {
    with(
        kiosk -> {
          press(kiosk);
          steps(kiosk, BEFORE + ONE_BY_ONE + SHOWN);
          String left = field(kiosk);
          release(kiosk);
          steps(kiosk, 40);
          assertThat(field(kiosk)).isEqualTo(left).hasSize(TYPED.length() - ONE_BY_ONE);
          assertThat(kiosk.shows(ANNOUNCED)).isFalse();
          press(kiosk);
          release(kiosk);
          assertThat(field(kiosk)).as("the next tap is a tap").hasSize(left.length() - 1);
        });
  }

  @Test
  void aFingerThatSlidesOffTheKeyEndsIt() {
    with(
        kiosk -> {
          press(kiosk);
          steps(kiosk, BEFORE + 1);
          ((Button) key(kiosk)).disarm();
          steps(kiosk, 40);
          assertThat(field(kiosk)).hasSize(TYPED.length() - 1);
        });
  }

  @Test
  void nothingIsAnnouncedWhereNothingIsLeft() {
    with(
        kiosk -> {
          kiosk.press("清空", "a", "b");
          press(kiosk);
          for (int step = 0; step < 40; step++) {
            steps(kiosk, 1);
            assertThat(kiosk.shows(ANNOUNCED)).isFalse();
          }
          assertThat(field(kiosk)).isEmpty();
        });
  }

  @Test
  void theResetWhileAFingerIsOnTheKeyLeavesNothingRunning() {
    with(
        kiosk -> {
          press(kiosk);
          steps(kiosk, BEFORE + 1);
          kiosk.terminal().session().reset();
          kiosk.terminal().navigator().reset(new Route.Search(""));
          kiosk.layout();
          kiosk.press("首字母", "x", "y");
          steps(kiosk, 60);
          assertThat(field(kiosk)).isEqualTo("xy");
        });
  }

  @Test
  void theAnnouncementFitsTheFieldHoweverLargeTheText() {
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      for (TextSize size : TextSize.values()) {
        with(
            panel,
            size,
            kiosk -> {
              press(kiosk);
              steps(kiosk, BEFORE + ONE_BY_ONE + 1);
              kiosk.layout();
              String shown = field(kiosk);
              assertThat(LayoutCheck.of(kiosk.terminal().canvas().canvas(), panel))
                  .as("all but long words in the field, whose end stays in view")
                  .filteredOn(found -> !found.startsWith("cut: '" + shown))
                  .isEmpty();
              Label words = (Label) kiosk.terminal().canvas().canvas().lookup(".typed-clearing");
              Node field = kiosk.terminal().canvas().canvas().lookup(".search-words");
              Bounds all = field.localToScene(field.getLayoutBounds());
              Bounds own = words.localToScene(words.getLayoutBounds());
              assertThat(all.contains(own.getCenterX(), own.getCenterY())).isTrue();
              assertThat(own.getMaxX()).isLessThanOrEqualTo(all.getMaxX() + 1);
              assertThat(words.isTextTruncated()).as("%s %s", panel, size).isFalse();
            });
      }
    }
  }

  private void with(Consumer<SampleKiosk> use) {
    with(Panel.portrait43(), TextSize.NORMAL, use);
  }

  private void with(Panel panel, TextSize size, Consumer<SampleKiosk> use) {
    if (!directory.resolve("content.sqlite").toFile().exists()) {
      new SampleTerminal(directory, clock).everyKind().release();
    }
    Fx.on(
        () -> {
          try (SampleKiosk kiosk = new SampleKiosk(directory, clock, panel, size, Theme.PAPER)) {
            TinyInput.into(kiosk.terminal().surroundings().input());
            kiosk.terminal().navigator().reset(new Route.Search(""));
            kiosk.layout();
            kiosk.press("首字母");
            kiosk.press(TYPED.split(""));
            use.accept(kiosk);
          }
          return true;
        });
  }

  private static Node key(SampleKiosk kiosk) {
    return kiosk.find("删除");
  }

  private static void press(SampleKiosk kiosk) {
    Node key = key(kiosk);
    Bounds bounds = key.getLayoutBounds();
    Fx.finger(key, MouseEvent.MOUSE_PRESSED, bounds.getCenterX(), bounds.getCenterY());
  }

  private static void release(SampleKiosk kiosk) {
    Node key = key(kiosk);
    Bounds bounds = key.getLayoutBounds();
    Fx.finger(key, MouseEvent.MOUSE_RELEASED, bounds.getCenterX(), bounds.getCenterY());
    kiosk.layout();
  }

  private static void steps(SampleKiosk kiosk, int count) {
    for (int step = 0; step < count; step++) {
      kiosk.tick();
    }
  }

  private static String field(SampleKiosk kiosk) {
    return ((Label) kiosk.terminal().canvas().canvas().lookup(".typed-written")).getText();
  }
}
