package cn.gongkai.kiosk.app;

import cn.gongkai.kiosk.theme.Panel;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The window that shows a terminal: the whole screen in a hall, a scaled picture on a desk.
final class KioskWindow {

  private static final double DESK_SHARE = 0.95;

  private final Stage stage = new Stage();
  private final Scene scene;

  KioskWindow(Terminal terminal, Panel panel, boolean fullScreen) {
    Rectangle2D desk = Screen.getPrimary().getVisualBounds();
    double share = fullScreen ? 1 : DESK_SHARE;
    double factor =
        Math.min(
            1,
            Math.min(
                desk.getWidth() * share / panel.width(),
                desk.getHeight() * share / panel.height()));
    double width = Math.floor(panel.width() * factor);
    double height = Math.floor(panel.height() * factor);
    scene = new Scene(terminal.canvas().node(), width, height, Color.BLACK);
    terminal.canvas().fit(width, height);
    scene.widthProperty().addListener(change -> fit(terminal));
    scene.heightProperty().addListener(change -> fit(terminal));
    stage.setScene(scene);
    stage.setTitle("Gongkai");
    stage.initStyle(fullScreen ? StageStyle.UNDECORATED : StageStyle.DECORATED);
    if (fullScreen) {
      scene.setCursor(Cursor.NONE);
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(true);
      stage.setAlwaysOnTop(true);
      stage.setOnCloseRequest(event -> event.consume());
    }
  }

  void show() {
    stage.show();
  }

  Scene scene() {
    return scene;
  }

  void onClosed(Runnable action) {
    stage.setOnHidden(event -> action.run());
  }

  void close() {
    stage.close();
  }

  private void fit(Terminal terminal) {
    terminal.canvas().fit(scene.getWidth(), scene.getHeight());
  }
}
