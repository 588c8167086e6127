package cn.gongkai.kiosk.ui;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// A press that is held on one place: the way in for staff. Residents are never asked for one.
public final class LongPress {

  private static final double SLIP_PX = 40;

  private final PauseTransition hold;
  private double startX;
  private double startY;

  private LongPress(Duration held, Runnable action) {
    hold = new PauseTransition(held);
    hold.setOnFinished(event -> action.run());
  }

  /// @param held how long
  public static void install(Node node, Duration held, Runnable action) {
    LongPress press = new LongPress(held, action);
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, press::begin);
    node.addEventHandler(MouseEvent.MOUSE_DRAGGED, press::move);
    node.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> press.hold.stop());
  }

  private void begin(MouseEvent event) {
    startX = event.getSceneX();
    startY = event.getSceneY();
    hold.playFromStart();
  }

  private void move(MouseEvent event) {
    if (Math.hypot(event.getSceneX() - startX, event.getSceneY() - startY) > SLIP_PX) {
      hold.stop();
    }
  }
}
