package cn.gongkai.kiosk.ui;

import cn.gongkai.kiosk.theme.Styles;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// A raised sheet of any content that can be pressed. Unlike a button it grows with wrapped text.
public final class Card extends StackPane {

  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

  private final Runnable action;
  private boolean armed;

  /// @param words what the card says, for assistive technology
  public Card(String words, Node content, Runnable action, String... styleClasses) {
    super(content);
    this.action = action;
    getStyleClass().addAll(Styles.CARD, Styles.TOUCH);
    getStyleClass().addAll(styleClasses);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(words);
    content.setMouseTransparent(true);
    setPickOnBounds(true);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> letGo());
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
  }

  /// Does what a touch does.
  public void fire() {
    action.run();
  }

  /// The press has become something else, for example a swipe.
  public void letGo() {
    arm(false);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction request, Object... parameters) {
    if (request == AccessibleAction.FIRE) {
      fire();
    } else {
      super.executeAccessibleAction(request, parameters);
    }
  }

  private void press(MouseEvent event) {
    arm(event.getButton() == MouseButton.PRIMARY);
  }

  private void release(MouseEvent event) {
    if (armed) {
      letGo();
      fire();
    }
  }

  private void arm(boolean now) {
    armed = now;
    pseudoClassStateChanged(ARMED, now);
  }
}
