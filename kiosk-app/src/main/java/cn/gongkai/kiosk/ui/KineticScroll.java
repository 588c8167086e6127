package cn.gongkai.kiosk.ui;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Scrolling with one finger, with inertia, for any node: on Linux a touch screen arrives as mouse
/// press, drag and release. A press that becomes a drag lets go of the button it began on, so a
/// swipe never opens anything.
public final class KineticScroll {

  /// A finger that moves less than this has tapped.
  private static final double TAP_SLOP_PX = 14;

  private static final double FRICTION_PER_SECOND = 2.4;
  private static final double SPEED_MIN = 40;
  private static final double SPEED_MAX = 9000;
  private static final double SMOOTHING = 0.55;
  private static final double FLING_PAUSE_SECONDS = 0.09;

  private final Scrolled target;
  private final Orientation orientation;
  private final AnimationTimer fling = new Fling();
  private double pressedAt;
  private double lastAt;
  private long lastNanos;
  private double speed;
  private boolean dragging;

  private KineticScroll(Orientation orientation, Scrolled target) {
    this.orientation = orientation;
    this.target = target;
  }

  /// Lets a finger on `area` move `target`.
  public static void install(Node area, Orientation orientation, Scrolled target) {
    KineticScroll scroll = new KineticScroll(orientation, target);
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, scroll::press);
    area.addEventFilter(MouseEvent.MOUSE_DRAGGED, scroll::drag);
    area.addEventFilter(MouseEvent.MOUSE_RELEASED, scroll::release);
    area.addEventFilter(MouseEvent.MOUSE_CLICKED, scroll::click);
    area.addEventFilter(ScrollEvent.SCROLL, scroll::wheel);
  }

  private void press(MouseEvent event) {
    fling.stop();
    pressedAt = at(event);
    lastAt = pressedAt;
    lastNanos = System.nanoTime();
    speed = 0;
    dragging = false;
  }

  private void drag(MouseEvent event) {
    double now = at(event);
    if (!dragging && Math.abs(now - pressedAt) > TAP_SLOP_PX) {
      dragging = true;
      letGo(event);
    }
    if (!dragging) {
      return;
    }
    long nanos = System.nanoTime();
    double seconds = Math.max(1e-3, (nanos - lastNanos) / 1e9);
    double moved = now - lastAt;
    target.by(-moved);
    speed = SMOOTHING * (moved / seconds) + (1 - SMOOTHING) * speed;
    lastAt = now;
    lastNanos = nanos;
    event.consume();
  }

  private void release(MouseEvent event) {
    if (!dragging) {
      return;
    }
    letGo(event);
    event.consume();
    if ((System.nanoTime() - lastNanos) / 1e9 < FLING_PAUSE_SECONDS) {
      speed = Math.clamp(speed, -SPEED_MAX, SPEED_MAX);
      fling.start();
    }
  }

  private void click(MouseEvent event) {
    if (dragging) {
      event.consume();
    }
  }

  private void wheel(ScrollEvent event) {
    double delta = orientation == Orientation.VERTICAL ? event.getDeltaY() : event.getDeltaX();
    if (delta != 0) {
      target.by(-delta);
      event.consume();
    }
  }

  private double at(MouseEvent event) {
    return orientation == Orientation.VERTICAL ? event.getY() : event.getX();
  }

  private static void letGo(Event event) {
    for (Node node = event.getTarget() instanceof Node picked ? picked : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof ButtonBase button) {
        button.disarm();
      } else if (node instanceof Card card) {
        card.letGo();
      }
    }
  }

  private final class Fling extends AnimationTimer {

    private long before;

    @Override
    public void start() {
      before = 0;
      super.start();
    }

    @Override
    public void handle(long nanos) {
      if (before != 0) {
        double seconds = (nanos - before) / 1e9;
        double moved = target.by(-speed * seconds);
        speed *= Math.exp(-seconds * FRICTION_PER_SECOND);
        if (moved == 0 || Math.abs(speed) < SPEED_MIN) {
          stop();
        }
      }
      before = nanos;
    }
  }
}
