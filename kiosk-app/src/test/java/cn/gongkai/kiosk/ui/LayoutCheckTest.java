package cn.gongkai.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The checker itself sees what it is there to see.
class LayoutCheckTest {

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void cutWordsAreFound() {
    assertThat(
            findings(
                () -> {
                  Label label = new Label("沂源县人民政府办公室关于印发实施方案的通知");
                  label.setMaxWidth(120);
                  return new StackPane(label);
                }))
        .anyMatch(finding -> finding.startsWith("cut:"));
  }

  @Test
  void aTargetTooSmallForAFingerIsFound() {
    assertThat(
            findings(
                () -> {
                  Button button = new Button("小");
                  button.setMinSize(12, 12);
                  button.setPrefSize(12, 12);
                  return new Pane(button);
                }))
        .anyMatch(finding -> finding.startsWith("too small:"));
  }

  @Test
  void wordsThatRunOutOfTheirCardAreFound() {
    assertThat(
            findings(
                () -> {
                  Card card = new Card("卡片", Labels.text("很长的一句话，很长的一句话"), () -> {});
                  card.setMaxSize(60, 60);
                  card.setMinSize(60, 60);
                  return new StackPane(card);
                }))
        .anyMatch(finding -> finding.startsWith("out of its card:"));
  }

  @Test
  void targetsOnTopOfEachOtherAreFound() {
    assertThat(findings(() -> new Pane(Touch.plain("上面的", () -> {}), Touch.plain("下面的", () -> {}))))
        .anyMatch(finding -> finding.startsWith("on top of each other:"));
  }

  @Test
  void wordsInPaleInkAreFound() {
    assertThat(
            findings(
                () -> {
                  Label label = new Label("看不清的字");
                  label.getStyleClass().clear();
                  label.setTextFill(javafx.scene.paint.Color.LIGHTGRAY);
                  return new StackPane(label);
                }))
        .anyMatch(finding -> finding.startsWith("hard to read:"));
  }

  @Test
  void whatFitsIsNotReported() {
    assertThat(findings(() -> FlowLine.ofTouch(Touch.plain("首页", () -> {})))).isEmpty();
  }

  private static List<String> findings(Supplier<Node> content) {
    return Fx.on(
        () -> {
          DesignCanvas canvas =
              Fx.show(content.get(), Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
          return LayoutCheck.of(canvas.canvas(), Panel.portrait43());
        });
  }
}
