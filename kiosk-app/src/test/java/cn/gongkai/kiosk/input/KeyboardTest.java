package cn.gongkai.kiosk.input;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.input.ink.InkModelFile;
import cn.gongkai.kiosk.input.ink.TinyInk;
import cn.gongkai.kiosk.input.pinyin.Accents;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import cn.gongkai.kiosk.input.pinyin.TinyLexicon;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keyboard in a real scene.
class KeyboardTest {

  private static final double ROUNDING = 0.6;

  @TempDir Path folder;

  private final TypedWords typed = new TypedWords();
  private final InputMethod method = new InputMethod(Background.sameThread(), Ticker.never());

  @BeforeEach
  void startWithALexicon() throws IOException {
    Fx.start();
    Path lexicon = folder.resolve("tiny.lexicon");
    LexiconFile.write(TinyLexicon.with(), lexicon);
    InkModelFile.write(TinyInk.model(), folder.resolve(InkModelFile.NAME));
    method.startHandwriting(Optional.of(folder));
    method.start(Optional.of(lexicon), Accents.ALL);
  }

  @Test
  void everyKeyIsAFingerWideAndInsideThePanel() {
    List<String> wrong = new ArrayList<>();
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      for (TextSize size : TextSize.values()) {
        for (KeyMode mode : KeyMode.values()) {
          Fx.on(() -> wrong.addAll(wrong(panel, size, mode)));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void pagesShowEveryCandidateOnce() {
    List<String> seen =
        Fx.on(
            () -> {
              Keyboard keyboard = new Keyboard(typed, method);
              DesignCanvas canvas = shown(keyboard, Panel.portrait43(), TextSize.LARGEST);
              List.of("xian".split("")).forEach(keyboard.model()::press);
              List<String> pages = new ArrayList<>();
              List<String> page = List.of();
              for (int turns = 0; turns < 100; turns++) {
                Fx.layout(canvas);
                if (keyboard.candidates().page().equals(page)) {
                  break;
                }
                page = keyboard.candidates().page();
                pages.addAll(page);
                keyboard.candidates().forward();
              }
              return pages;
            });
    List<String> offered = keyboardFreeCandidates(); // the same input without a screen
    assertThat(seen).containsExactlyElementsOf(offered);
  }

  @Test
  void turningBackShowsTheSamePage() {
    Fx.on(
        () -> {
          Keyboard keyboard = new Keyboard(typed, method);
          DesignCanvas canvas = shown(keyboard, Panel.portrait43(), TextSize.LARGEST);
          List.of("xian".split("")).forEach(keyboard.model()::press);
          Fx.layout(canvas);
          List<String> first = keyboard.candidates().page();
          keyboard.candidates().forward();
          Fx.layout(canvas);
          assertThat(keyboard.candidates().page()).doesNotContainAnyElementsOf(first);
          keyboard.candidates().back();
          Fx.layout(canvas);
          assertThat(keyboard.candidates().page()).isEqualTo(first);
          return true;
        });
  }

  @Test
  void withoutAModelThereIsNoKeyForHandwriting() {
    InputMethod without = new InputMethod(Background.sameThread(), Ticker.never());
    assertThat(Fx.on(() -> modes(new Keyboard(typed, without)))).doesNotContain("手写");
    assertThat(Fx.on(() -> modes(new Keyboard(typed, method)))).contains("手写");
  }

  @Test
  void aKeyboardOpenWhileTheModelLoadsOffersHandwritingThen() {
    InputMethod later = new InputMethod(Background.sameThread(), Ticker.never());
    Fx.on(
        () -> {
          Keyboard keyboard = new Keyboard(typed, later);
          assertThat(modes(keyboard)).doesNotContain("手写");
          later.startHandwriting(Optional.of(folder));
          assertThat(modes(keyboard)).contains("手写");
          return true;
        });
  }

  private static List<String> modes(Keyboard keyboard) {
    return keyboard.lookupAll(".key-mode").stream().map(key -> ((Labeled) key).getText()).toList();
  }

  private List<String> keyboardFreeCandidates() {
    return method
        .engineProperty()
        .get()
        .orElseThrow()
        .decode("xian", cn.gongkai.kiosk.input.pinyin.Layout.LETTERS)
        .candidates()
        .stream()
        .map(candidate -> candidate.text())
        .toList();
  }

  private List<String> wrong(Panel panel, TextSize size, KeyMode mode) {
    typed.clear();
    Keyboard keyboard = new Keyboard(typed, method, panel.portrait());
    keyboard.model().switchTo(mode);
    keyboard.model().press(mode == KeyMode.NINE_KEYS ? "9" : "x");
    DesignCanvas canvas = shown(keyboard, panel, size);
    double finger = panel.px(Panel.TOUCH_MM) - ROUNDING;
    double widest = panel.portrait() ? panel.width() : panel.width() / 2.0;
    List<String> wrong = new ArrayList<>();
    for (Node key : keyboard.lookupAll(".touch")) {
      if (key.isVisible()) {
        Region region = (Region) key;
        Bounds place = canvas.canvas().sceneToLocal(key.localToScene(key.getLayoutBounds()));
        String name = panel + " " + size + " " + mode + " " + key;
        if (region.getWidth() < finger || region.getHeight() < finger) {
          wrong.add(name + " is " + region.getWidth() + " x " + region.getHeight());
        }
        if (place.getMinX() < -ROUNDING || place.getMaxX() > widest + ROUNDING) {
          wrong.add(name + " reaches from " + place.getMinX() + " to " + place.getMaxX());
        }
      }
    }
    if (keyboard.lookup(".writing-pad") instanceof Region pad) {
      double least = panel.px(Panel.WRITING_MM) - ROUNDING;
      if (pad.getWidth() < least || pad.getHeight() < least) {
        wrong.add(panel + " " + size + " pad is " + pad.getWidth() + " x " + pad.getHeight());
      }
    } else if (mode == KeyMode.HANDWRITING) {
      wrong.add(panel + " " + size + " has no pad");
    }
    keyboard.dispose();
    canvas.canvas().getScene().getWindow().hide();
    return wrong;
  }

  /// As the search screen has it: at the bottom, on lying panels in the left half.
  private DesignCanvas shown(Keyboard keyboard, Panel panel, TextSize size) {
    Region room = new Region();
    VBox.setVgrow(room, javafx.scene.layout.Priority.ALWAYS);
    VBox left = new VBox(new TypedLine(typed), room, keyboard);
    HBox both = new HBox(left);
    left.setPrefWidth(panel.portrait() ? panel.width() : panel.width() / 2.0);
    left.setMinWidth(0);
    return Fx.show(both, panel, size, Theme.PAPER);
  }
}
