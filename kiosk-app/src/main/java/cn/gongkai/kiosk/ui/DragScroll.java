package cn.gongkai.kiosk.ui;

import javafx.animation.AnimationTimer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Moves something along one axis with a dragging finger and lets it run on when the finger leaves.
///
/// GTK delivers touch as mouse press, drag and release, so these are what is listened to, in the
/// capturing phase. The first few pixels decide the axis: a drag along ours is taken and nothing
/// below sees it, nor the click at its end; a drag across it is left to whatever lies inside.
public final class DragScroll {

  /// What is moved.
  @FunctionalInterface
  public interface Target {

    /// Moves the content against the axis, so that positive shows what comes later.
    ///
    /// @return by how much it really moved; 0 at an end
    double scrollBy(double pixels);
  }

  /// Finger travel that is still a tap: about 6 mm on a 43-inch panel.
  static final double TAP_SLOP_PIXELS = 12;

  private static final double FRICTION_PER_SECOND = 2.4;
  private static final double SPEED_MIN = 30;
  private static final double SPEED_MAX = 6000;
  private static final double NANOS = 1e9;
  private static final double REST_SECONDS = 0.08;

  private enum Grip {
    NONE,
    UNDECIDED,
    OURS,
    OTHERS
  }

  private final Orientation axis;
  private final Target target;
  private final Fling fling = new Fling();
  private Grip grip = Grip.NONE;
  private boolean swallowClick;
  private double startX;
  private double startY;
  private double last;
  private long lastNanos;
  private double speed;

  private DragScroll(Orientation axis, Target target) {
    this.axis = axis;
    this.target = target;
  }

  /// Lets the node be dragged along the axis.
  public static DragScroll attach(Node node, Orientation axis, Target target) {
    DragScroll drag = new DragScroll(axis, target);
    node.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::pressed);
    node.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::dragged);
    node.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::released);
    node.addEventFilter(MouseEvent.MOUSE_CLICKED, drag::clicked);
    node.addEventHandler(ScrollEvent.SCROLL, drag::wheel);
    return drag;
  }

  /// Ends a run that is under way.
  public void stop() {
    fling.stop();
  }

  private double along(MouseEvent event) {
    return axis == Orientation.VERTICAL ? event.getY() : event.getX();
  }

  private void pressed(MouseEvent event) {
    swallowClick = fling.running;
    fling.stop();
    grip = Grip.UNDECIDED;
    startX = event.getX();
    startY = event.getY();
    last = along(event);
    lastNanos = System.nanoTime();
    speed = 0;
  }

  private void dragged(MouseEvent event) {
    if (grip == Grip.UNDECIDED) {
      decide(event);
    }
    if (grip != Grip.OURS) {
      return;
    }
    long now = System.nanoTime();
    double moved = last - along(event);
    double seconds = Math.max(1e-3, (now - lastNanos) / NANOS);
    speed = 0.6 * speed + 0.4 * moved / seconds;
    target.scrollBy(moved);
    last = along(event);
    lastNanos = now;
    event.consume();
  }

  private void decide(MouseEvent event) {
    double across = Math.abs(event.getX() - startX);
    double down = Math.abs(event.getY() - startY);
    if (Math.max(across, down) < TAP_SLOP_PIXELS) {
      return;
    }
    boolean ours = axis == Orientation.VERTICAL ? down >= across : across > down;
    grip = ours ? Grip.OURS : Grip.OTHERS;
    if (ours) {
      swallowClick = true;
      last = along(event);
      letGo(event.getTarget());
    }
  }

  /// A button under the finger must not stay pressed: it will never see the release.
  private static void letGo(Object pressed) {
    for (Node node = pressed instanceof Node n ? n : null; node != null; node = node.getParent()) {
      if (node instanceof ButtonBase button) {
        button.disarm();
      } else if (node instanceof Card card) {
        card.letGo();
      }
    }
  }

  private void released(MouseEvent event) {
    if (grip == Grip.OURS) {
      event.consume();
      if ((System.nanoTime() - lastNanos) / NANOS < REST_SECONDS) {
        fling.run(Math.clamp(speed, -SPEED_MAX, SPEED_MAX));
      }
    }
    grip = Grip.NONE;
  }

  private void clicked(MouseEvent event) {
    if (swallowClick) {
      event.consume();
      swallowClick = false;
    }
  }

  private void wheel(ScrollEvent event) {
    double moved = axis == Orientation.VERTICAL ? event.getDeltaY() : event.getDeltaX();
    if (moved != 0 && target.scrollBy(-moved) != 0) {
      event.consume();
    }
  }

  /// Runs on with falling speed until it is slow or the content ends.
  private final class Fling extends AnimationTimer {

    private boolean running;
    private long before;
    private double pixelsPerSecond;

    void run(double speedAtRelease) {
      pixelsPerSecond = speedAtRelease;
      before = 0;
      running = true;
      start();
    }

    @Override
    public void handle(long now) {
      if (before != 0) {
        double seconds = Math.min(0.1, (now - before) / NANOS);
        double moved = target.scrollBy(pixelsPerSecond * seconds);
        pixelsPerSecond *= Math.exp(-seconds * FRICTION_PER_SECOND);
        if (moved == 0 || Math.abs(pixelsPerSecond) < SPEED_MIN) {
          stop();
        }
      }
      before = now;
    }

    @Override
    public void stop() {
      super.stop();
      running = false;
    }
  }
}
