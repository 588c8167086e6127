package cn.gongkai.kiosk.media;

import java.util.function.DoubleConsumer;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A thick bar that shows how far a clip has come and is touched to go elsewhere.
final class SeekBar extends Region {

  private final Region rail = new Region();
  private final Region done = new Region();
  private final DoubleConsumer onSeek;
  private double fraction;

  SeekBar(DoubleConsumer onSeek) {
    this.onSeek = onSeek;
    getStyleClass().addAll("seek-bar", "touch-small");
    rail.getStyleClass().add("seek-rail");
    done.getStyleClass().add("seek-done");
    rail.setMouseTransparent(true);
    done.setMouseTransparent(true);
    getChildren().addAll(rail, done);
    setPickOnBounds(true);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::seek);
  }

  void setFraction(double value) {
    fraction = Math.clamp(value, 0, 1);
    requestLayout();
  }

  private void seek(MouseEvent event) {
    if (getWidth() > 0) {
      onSeek.accept(Math.clamp(event.getX() / getWidth(), 0, 1));
    }
  }

  @Override
  protected void layoutChildren() {
    double high = rail.prefHeight(-1);
    double y = (getHeight() - high) / 2;
    rail.resizeRelocate(0, y, getWidth(), high);
    done.resizeRelocate(0, y, getWidth() * fraction, high);
  }
}
