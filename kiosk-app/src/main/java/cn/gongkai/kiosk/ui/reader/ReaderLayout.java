package cn.gongkai.kiosk.ui.reader;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Column, side and strip of a reading page. The side stands beside the column where the panel has
/// room for both at the text size in use; what it holds moves into the column where not.
final class ReaderLayout extends Region {

  /// Characters that must fit in a row for the side to stand beside the text.
  static final double WIDE_EM = 56;

  private static final double SIDE_EM = 19;

  private final Text em = new Text("永");
  private final Region column;
  private final Region side;
  private final Region strip;
  private final Consumer<Boolean> onWide;
  private boolean arranged;
  private boolean wide;

  /// @param onWide is told whether the side stands beside, before the first layout and whenever it
  ///   changes
  ReaderLayout(Region column, Region side, Region strip, Consumer<Boolean> onWide) {
    this.column = column;
    this.side = side;
    this.strip = strip;
    this.onWide = onWide;
    getStyleClass().add("reader");
    em.setManaged(false);
    em.setVisible(false);
    getChildren().addAll(em, column, side, strip);
    em.fontProperty().subscribe(font -> requestLayout());
  }

  boolean isWide() {
    return wide;
  }

  @Override
  protected void layoutChildren() {
    double size = Math.max(1, em.getFont().getSize());
    boolean nowWide = getWidth() / size >= WIDE_EM;
    if (!arranged || nowWide != wide) {
      arranged = true;
      wide = nowWide;
      side.setVisible(wide);
      pseudo();
      onWide.accept(wide);
    }
    double stripHeight = strip.prefHeight(getWidth());
    double sideWidth = wide ? Math.round(SIDE_EM * size) : 0;
    double above = getHeight() - stripHeight;
    column.resizeRelocate(0, 0, getWidth() - sideWidth, above);
    side.resizeRelocate(getWidth() - sideWidth, 0, sideWidth, above);
    strip.resizeRelocate(0, above, getWidth(), stripHeight);
  }

  private void pseudo() {
    getStyleClass().removeAll("reader-wide", "reader-narrow");
    getStyleClass().add(wide ? "reader-wide" : "reader-narrow");
  }
}
