package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing a resident typed is there for the next one.
class TypingForgottenTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir Path directory;

  @BeforeAll
  static void startJavaFx() {
    Fx.start();
  }

  @Test
  void afterTheSessionEndsTheFieldIsEmpty() {
    Fx.on(
        () -> {
          try (Terminal terminal = terminal()) {
            terminal.start();
            terminal.navigator().reset(new Route.Search(""));
            press(terminal, "d");
            press(terminal, "b");
            assertThat(written(terminal)).isEqualTo("db");
            terminal.session().reset();
            terminal.navigator().reset(new Route.Search(""));
            assertThat(written(terminal)).isEmpty();
          }
          return true;
        });
  }

  private Terminal terminal() {
    return new Terminal(
        new Terminal.Setup(
            directory, Optional.empty(), Panel.portrait32(), TextSize.NORMAL, Theme.PAPER, NOW),
        Background.sameThread(),
        Ticker.never());
  }

  private static void press(Terminal terminal, String key) {
    terminal.canvas().node().applyCss();
    terminal.canvas().node().lookupAll(".key").stream()
        .filter(node -> node instanceof ButtonBase button && key.equals(button.getText()))
        .findFirst()
        .map(ButtonBase.class::cast)
        .orElseThrow()
        .fire();
  }

  private static String written(Terminal terminal) {
    return ((Label) terminal.canvas().node().lookup(".typed-written")).getText();
  }
}
