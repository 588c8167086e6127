package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.TinyInput;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.sample.SampleTerminal;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.LayoutCheck;
import cn.gongkai.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However the search screen is met with, every key is whole, in view and a finger wide, and
/// nothing lies on top of anything.
class TypingLayoutTest {

  private static final double ROUNDING = 1.1;
  private static final Map<String, String[]> TYPED = typed();

  @TempDir static Path directory;
  private static final ManualClock CLOCK = ManualClock.at("2023-11-22T01:30:00Z");

  @BeforeAll
  static void start() {
    Fx.start();
    new SampleTerminal(directory, CLOCK).everyKind().release();
  }

  static List<TypingLook> looks() {
    return TypingLook.all();
  }

  private static Map<String, String[]> typed() {
    Map<String, String[]> typed = new LinkedHashMap<>();
    typed.put("nothing", new String[0]);
    typed.put("全键拼音", new String[] {"y", "a", "n", "g"});
    typed.put("九键拼音", new String[] {"WXYZ", "ABC", "MNO"});
    typed.put("首字母", new String[] {"z", "l"});
    typed.put("数字符号", new String[] {"2", "0", "2", "3"});
    return typed;
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theKeyboardAlwaysFits(TypingLook look) {
    assertThat(Fx.on(() -> findings(look))).isEmpty();
  }

  private static Map<String, List<String>> findings(TypingLook look) {
    ManualClock clock =
        ManualClock.at(look.stale() ? "2023-12-22T01:30:00Z" : CLOCK.instant().toString());
    Map<String, List<String>> findings = new LinkedHashMap<>();
    try (SampleKiosk kiosk =
        new SampleKiosk(directory, clock, look.panel(), look.size(), Theme.PAPER)) {
      TinyInput.into(kiosk.terminal().surroundings().input());
      TYPED.forEach(
          (mode, keys) -> {
            show(kiosk, look, clock, mode, keys);
            List<String> found = new ArrayList<>();
            found.addAll(LayoutCheck.of(kiosk.terminal().canvas().canvas(), look.panel()));
            found.addAll(keys(kiosk, look.panel()));
            found.addAll(neighbours(kiosk));
            found.addAll(rest(kiosk));
            found.addAll(band(kiosk, look.panel()));
            if (!found.isEmpty()) {
              findings.put(mode, found.stream().distinct().toList());
            }
            kiosk.terminal().session().reset();
          });
    }
    return findings;
  }

  private static void show(
      SampleKiosk kiosk, TypingLook look, ManualClock clock, String mode, String[] keys) {
    kiosk.terminal().navigator().reset(new Route.Home());
    kiosk.terminal().navigator().open(new Route.Search(""));
    if (look.reach()) {
      kiosk.terminal().comfort().toggleReach();
    }
    kiosk.layout();
    if (keys.length > 0) {
      kiosk.press(mode);
      kiosk.press(keys);
    }
    clock.advance(Duration.ofSeconds(1));
    kiosk.tick();
    for (int second = 0; look.leaving() && second < 70; second++) {
      clock.advance(Duration.ofSeconds(1));
      kiosk.tick();
    }
    kiosk.layout();
    assertThat(kiosk.shows("还要看")).isEqualTo(look.leaving());
  }

  /// Every key whole, on the panel, a finger wide.
  private static List<String> keys(SampleKiosk kiosk, Panel panel) {
    Node canvas = kiosk.terminal().canvas().canvas();
    Node place = canvas.lookup(".place");
    double bottom = place.localToScene(place.getLayoutBounds()).getMaxY();
    double scale = canvas.localToScene(canvas.getLayoutBounds()).getHeight() / panel.height();
    double finger = panel.px(Panel.TOUCH_MM) - ROUNDING;
    List<String> wrong = new ArrayList<>();
    Node keyboard = canvas.lookup(".keyboard");
    for (Node key : keyboard.lookupAll(".touch")) {
      if (!key.isVisible() || !key.isManaged() || key.getParent().getStyleClass().isEmpty()) {
        continue;
      }
      Region region = (Region) key;
      Bounds place2 = key.localToScene(key.getLayoutBounds());
      if (region.getWidth() < finger || region.getHeight() < finger) {
        wrong.add("small: " + key + " " + region.getWidth() + "x" + region.getHeight());
      }
      if (place2.getMaxY() > bottom + ROUNDING * scale) {
        wrong.add("cut below: " + key + " at " + place2.getMaxY() + ", place ends " + bottom);
      }
    }
    return wrong;
  }

  /// Field, rows, results and keyboard, and the bars around them, do not overlap.
  private static List<String> neighbours(SampleKiosk kiosk) {
    List<String> wrong = new ArrayList<>();
    for (String box : List.of(".search-screen", ".frame")) {
      List<Node> parts =
          ((javafx.scene.Parent) kiosk.terminal().canvas().canvas().lookup(box))
              .getChildrenUnmodifiable().stream()
                  .filter(Node::isVisible)
                  .filter(Node::isManaged)
                  .toList();
      for (int i = 0; i < parts.size(); i++) {
        for (int j = i + 1; j < parts.size(); j++) {
          if (overlap(room(parts.get(i)), room(parts.get(j)))) {
            wrong.add("on top of each other: " + parts.get(i) + " and " + parts.get(j));
          }
        }
      }
    }
    return wrong;
  }

  /// No stripe between field and keys that is too low for anything.
  private static List<String> band(SampleKiosk kiosk, Panel panel) {
    Node canvas = kiosk.terminal().canvas().canvas();
    Node screen = canvas.lookup(".search-screen");
    double field = room(screen.lookup(".search-words")).getMaxY();
    double gap = room(screen.lookup(".keyboard")).getMinY() - field;
    return gap > ROUNDING && gap < panel.px(Panel.TOUCH_MM)
        ? List.of("an empty band of " + gap + " between field and keys")
        : List.of();
  }

  private static List<String> rest(SampleKiosk kiosk) {
    Node rest = kiosk.terminal().canvas().canvas().lookup(".reach-rest");
    Node sentence = rest.lookup(".reach-words");
    boolean outside =
        rest.isVisible()
            && sentence.isVisible()
            && (sentence.getBoundsInParent().getMinY() < -ROUNDING
                || sentence.getBoundsInParent().getMaxY()
                    > rest.getLayoutBounds().getHeight() + ROUNDING);
    return outside ? List.of("the sentence of the rest runs out of it") : List.of();
  }

  /// The room a part is given.
  private static Bounds room(Node part) {
    return part.localToParent(part.getLayoutBounds());
  }

  private static boolean overlap(Bounds a, Bounds b) {
    return Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()) > ROUNDING
        && Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()) > ROUNDING;
  }
}
