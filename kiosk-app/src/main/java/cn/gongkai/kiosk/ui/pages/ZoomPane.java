package cn.gongkai.kiosk.ui.pages;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A window on one picture: moved with the finger where it is larger than the window, turned by a
/// swipe where it is not, enlarged in whole steps by buttons.
public final class ZoomPane extends Region {

  /// Wider than this a line of print is lost on the way back.
  private static final double LINE_PIXELS_MAX = 1200;

  private static final double SWIPE_FRACTION = 0.12;
  private static final double A4_RATIO = Math.sqrt(2);

  private final ImageView view = new ImageView();
  private final Rectangle clip = new Rectangle();
  private final IntConsumer onTurn;
  private final ReadOnlyObjectWrapper<ZoomStep> step;
  private Optional<Node> instead = Optional.empty();
  private double ratio = A4_RATIO;
  private double left;
  private double above;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;

  /// @param onTurn is told 1 or -1 when a swipe asks for the next or previous picture
  public ZoomPane(ZoomStep first, IntConsumer onTurn) {
    this.onTurn = onTurn;
    step = new ReadOnlyObjectWrapper<>(this, "step", first);
    getStyleClass().add("zoom-pane");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    getChildren().add(view);
    setClip(clip);
    setPickOnBounds(true);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(ScrollEvent.SCROLL, event -> move(0, -event.getDeltaY()));
  }

  // Properties

  public ReadOnlyObjectProperty<ZoomStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Width at which the picture is shown, in pixels: what it should be rendered at.
  public double pictureWidth() {
    return step.get().pageWidth(getWidth(), getHeight(), ratio, LINE_PIXELS_MAX);
  }

  // Commands

  /// Shows a picture; one of another size keeps its place.
  public void show(Image image) {
    instead.ifPresent(getChildren()::remove);
    instead = Optional.empty();
    view.setImage(image);
    if (image.getWidth() > 0) {
      ratio = image.getHeight() / image.getWidth();
    }
    requestLayout();
  }

  /// Shows something in the place of a picture that cannot be shown.
  public void showInstead(Node node) {
    view.setImage(null);
    instead.ifPresent(getChildren()::remove);
    instead = Optional.of(node);
    getChildren().add(node);
    requestLayout();
  }

  /// Goes to the upper edge, as when a page is turned.
  public void toTop() {
    left = 0;
    above = 0;
    requestLayout();
  }

  public void zoom(ZoomStep next) {
    double before = pictureWidth();
    double middleX = left + getWidth() / 2;
    double middleY = above + getHeight() / 2;
    step.set(next);
    double grown = before > 0 ? pictureWidth() / before : 1;
    left = middleX * grown - getWidth() / 2;
    above = middleY * grown - getHeight() / 2;
    requestLayout();
  }

  /// Moves the window over the picture.
  public void move(double right, double down) {
    left = Math.clamp(left + right, 0, overhang(pictureWidth(), getWidth()));
    above = Math.clamp(above + down, 0, overhang(pictureWidth() * ratio, getHeight()));
    requestLayout();
  }

  private static double overhang(double picture, double window) {
    return Math.max(0, picture - window);
  }

  private void pressed(MouseEvent event) {
    pressX = event.getX();
    pressY = event.getY();
    lastX = pressX;
    lastY = pressY;
  }

  private void dragged(MouseEvent event) {
    move(lastX - event.getX(), lastY - event.getY());
    lastX = event.getX();
    lastY = event.getY();
  }

  private void released(MouseEvent event) {
    double across = event.getX() - pressX;
    boolean sideways = Math.abs(across) > 2 * Math.abs(event.getY() - pressY);
    boolean room = overhang(pictureWidth(), getWidth()) < 1;
    if (room && sideways && Math.abs(across) > getWidth() * SWIPE_FRACTION) {
      onTurn.accept(across < 0 ? 1 : -1);
    }
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    double wide = pictureWidth();
    double high = wide * ratio;
    left = Math.clamp(left, 0, overhang(wide, getWidth()));
    above = Math.clamp(above, 0, overhang(high, getHeight()));
    view.setFitWidth(wide);
    view.relocate(
        Math.round(wide <= getWidth() ? (getWidth() - wide) / 2 : -left),
        Math.round(high <= getHeight() ? (getHeight() - high) / 2 : -above));
    instead.ifPresent(
        node -> {
          double width = Math.min(getWidth(), node.prefWidth(-1));
          double height = node.prefHeight(width);
          node.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
        });
  }
}
