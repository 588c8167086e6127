package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.TinyInput;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing a resident typed is there for the next one: not in the field, not among the candidates,
/// not in a file, not in memory.
class TypingForgottenTest {

  /// Letters that stand nowhere else, backwards: so no constant of the test is what is looked for.
  private static final String BACKWARDS = "vxkjqwvzxq";

  private static final int FRAMES = 5;

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.at("2023-11-22T01:30:00Z");

  @BeforeAll
  static void startJavaFx() {
    Fx.start();
  }

  @Test
  void afterTheSessionEndsTheFieldIsEmptyAndWordsAreRankedAsBefore() {
    with(
        kiosk -> {
          List<String> before = offered(kiosk);
          for (int again = 0; again < 5; again++) {
            search(kiosk, "x", "i", "a", "n");
            kiosk.terminal().canvas().node().lookupAll(".candidate").stream()
                .filter(node -> node instanceof Button)
                .map(Button.class::cast)
                .toList()
                .getLast()
                .fire();
          }
          leave(kiosk);
          kiosk.terminal().navigator().open(new Route.Search(""));
          kiosk.layout();
          Label written = (Label) kiosk.terminal().canvas().node().lookup(".typed-written");
          assertThat(written.getText()).isEmpty();
          assertThat(offered(kiosk)).isEqualTo(before);
        });
  }

  @Test
  void noFileOfTheTerminalHoldsWhatWasTyped() {
    with(
        kiosk -> {
          search(kiosk, keys());
          leave(kiosk);
        });
    assertThat(holding(directory)).isEmpty();
  }

  @Test
  void theMemoryHoldsNothingThatWasTyped() throws IOException {
    new SampleTerminal(directory, clock).everyKind().release();
    Path dump = directory.resolve("memory.hprof");
    SampleKiosk kiosk = Fx.on(this::open);
    try {
      Fx.on(
          () -> {
            search(kiosk, keys());
            return true;
          });
      assertThat(HeapDump.holds(dump, BACKWARDS)).as("while it is on the screen").isTrue();
      Fx.on(
          () -> {
            leave(kiosk);
            return true;
          });
      // What is drawn follows what is in the scene by a frame.
      AtomicInteger frames = new AtomicInteger();
      Fx.until(() -> frames.incrementAndGet() > FRAMES);
      assertThat(HeapDump.holds(dump, BACKWARDS)).as("after the session").isFalse();
    } finally {
      Fx.on(
          () -> {
            kiosk.close();
            return true;
          });
    }
  }

  private void with(Consumer<SampleKiosk> use) {
    new SampleTerminal(directory, clock).everyKind().release();
    Fx.on(
        () -> {
          try (SampleKiosk kiosk =
              new SampleKiosk(directory, clock, Panel.portrait32(), TextSize.NORMAL, Theme.PAPER)) {
            TinyInput.into(kiosk.terminal().surroundings().input());
            use.accept(kiosk);
          }
          return true;
        });
  }

  private SampleKiosk open() {
    SampleKiosk kiosk =
        new SampleKiosk(directory, clock, Panel.portrait32(), TextSize.NORMAL, Theme.PAPER);
    TinyInput.into(kiosk.terminal().surroundings().input());
    return kiosk;
  }

  private static void search(SampleKiosk kiosk, String... keys) {
    kiosk.terminal().navigator().reset(new Route.Search(""));
    kiosk.layout();
    kiosk.press(keys);
    kiosk.layout();
  }

  private static List<String> offered(SampleKiosk kiosk) {
    search(kiosk, "x", "i", "a", "n");
    return kiosk.terminal().canvas().node().lookupAll(".candidate").stream()
        .map(node -> ((Button) node).getText())
        .toList();
  }

  /// The wait is over and the reset takes place.
  private void leave(SampleKiosk kiosk) {
    for (int second = 0; second < 120; second++) {
      clock.advance(Duration.ofSeconds(1));
      kiosk.tick();
    }
    assertThat(kiosk.terminal().navigator().place().orElseThrow().route())
        .isEqualTo(new Route.Attract());
  }

  private static List<Path> holding(Path folder) {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).filter(TypingForgottenTest::holds).forEach(holding::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return holding;
  }

  private static String[] keys() {
    String[] keys = new String[BACKWARDS.length()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = String.valueOf(BACKWARDS.charAt(keys.length - 1 - i));
    }
    return keys;
  }

  private static boolean holds(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String typed = String.join("", keys());
      return holds(bytes, typed.getBytes(StandardCharsets.ISO_8859_1))
          || holds(bytes, typed.getBytes(StandardCharsets.UTF_16LE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      int k = 0;
      while (k < wanted.length && bytes[at + k] == wanted[k]) {
        k++;
      }
      if (k == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
