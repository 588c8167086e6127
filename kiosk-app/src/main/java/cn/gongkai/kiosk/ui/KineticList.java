package cn.gongkai.kiosk.ui;

import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A virtualised list moved with a finger; nothing is ever selected, rows are cards of their own.
/// Rows are as high as their wrapped text at the list's width.
public final class KineticList<T> extends ListView<T> {

  private static final double EMPTY_ROW_PX = 80;
  private static final int NEAR_END_ROWS = 6;

  private Runnable nearEnd = () -> {};

  /// @param rows makes the node of a row; called again whenever the row comes into view
  public KineticList(Function<? super T, ? extends Region> rows) {
    getStyleClass().add("kinetic-list");
    setSelectionModel(new NoSelection<>());
    setFocusTraversable(false);
    setCellFactory(list -> new Row<>(rows));
    DragScroll.attach(this, Orientation.VERTICAL, this::moveBy);
  }

  /// Called while the reader moves and the last rows are near.
  public void onNearEnd(Runnable action) {
    nearEnd = action;
  }

  /// Moves the rows; positive towards the end.
  public double moveBy(double px) {
    if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return 0;
    }
    double moved = flow.scrollPixels(px);
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (last != null && last.getIndex() >= getItems().size() - NEAR_END_ROWS) {
      nearEnd.run();
    }
    return moved;
  }

  private static final class Row<T> extends ListCell<T> {

    private final Function<? super T, ? extends Region> rows;

    Row(Function<? super T, ? extends Region> rows) {
      this.rows = rows;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
      super.updateItem(value, empty);
      setText(null);
      setGraphic(empty || value == null ? null : rows.apply(value));
    }

    @Override
    protected double computePrefHeight(double width) {
      return getGraphic() instanceof Region row
          ? snapSizeY(row.prefHeight(inner())) + getInsets().getTop() + getInsets().getBottom()
          : EMPTY_ROW_PX;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
      if (getGraphic() instanceof Region row) {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        row.resizeRelocate(left, top, inner(), getHeight() - top - getInsets().getBottom());
      }
    }

    private double inner() {
      double list = getListView() == null ? getWidth() : getListView().getWidth();
      return Math.max(1, list - getInsets().getLeft() - getInsets().getRight());
    }
  }
}
