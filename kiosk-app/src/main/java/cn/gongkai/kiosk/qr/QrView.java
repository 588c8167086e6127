package cn.gongkai.kiosk.qr;

import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A drawn code. Black on white in every theme, the quiet zone included: light on dark does not
/// decode at all.
public final class QrView extends Region {

  private final ImageView view = new ImageView();
  private final int side;

  public QrView(QrModules code, QrSize size, String accessibleText) {
    side = size.sidePixels();
    getStyleClass().add("qr-view");
    view.setImage(draw(code, size));
    view.setSmooth(false);
    getChildren().add(view);
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(accessibleText);
  }

  private static WritableImage draw(QrModules code, QrSize size) {
    int side = size.sidePixels();
    int module = size.pixelsPerModule();
    WritableImage image = new WritableImage(side, side);
    PixelWriter pixels = image.getPixelWriter();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / module - QrModules.QUIET;
        int row = y / module - QrModules.QUIET;
        boolean inside = column >= 0 && row >= 0 && column < code.side() && row < code.side();
        boolean dark = inside && code.dark(column, row);
        pixels.setColor(x, y, dark ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  /// Pixels a side.
  public int sidePixels() {
    return side;
  }

  @Override
  protected void layoutChildren() {
    view.relocate(Math.round((getWidth() - side) / 2), Math.round((getHeight() - side) / 2));
  }
}
