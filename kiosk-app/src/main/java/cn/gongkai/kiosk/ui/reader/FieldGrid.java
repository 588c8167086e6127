package cn.gongkai.kiosk.ui.reader;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Fields and their values on a sheet, in as many columns as the text size leaves room for.
final class FieldGrid extends Region {

  private static final double COLUMN_EM = 16;
  private static final double LABEL_EM = 5.2;
  private static final double LONG_CHARACTERS = 22;

  private record Field(HBox row, boolean wide) {}

  private final Text em = new Text("永");
  private final List<Field> fields = new ArrayList<>();

  private FieldGrid() {
    getStyleClass().add("fields");
    em.setManaged(false);
    em.setVisible(false);
    getChildren().add(em);
  }

  static FieldGrid of(List<MetadataRows.Row> rows) {
    FieldGrid grid = new FieldGrid();
    for (MetadataRows.Row row : rows) {
      Label label = Nodes.tag(row.label(), "field-label");
      Label value = Nodes.words(row.value(), "field-value");
      HBox box = new HBox(label, Nodes.growing(value));
      box.getStyleClass().add("field");
      grid.fields.add(new Field(box, row.value().length() > LONG_CHARACTERS));
      grid.getChildren().add(box);
    }
    return grid;
  }

  private double size() {
    return Math.max(1, em.getFont().getSize());
  }

  private int columns(double room) {
    return room / size() >= 2 * COLUMN_EM ? 2 : 1;
  }

  private double room(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    return place(room(width < 0 ? getWidth() : width), false)
        + getInsets().getTop()
        + getInsets().getBottom();
  }

  @Override
  protected void layoutChildren() {
    place(room(getWidth()), true);
  }

  /// Walks the fields in reading order and returns how far down they reach.
  private double place(double room, boolean really) {
    int columns = columns(room);
    double narrow = Math.floor(room / columns);
    double y = getInsets().getTop();
    double rowHeight = 0;
    int column = 0;
    for (Field field : fields) {
      boolean wide = field.wide() || columns == 1;
      if (wide && column > 0) {
        y += rowHeight;
        rowHeight = 0;
        column = 0;
      }
      double width = wide ? room : narrow;
      ((Label) field.row().getChildren().getFirst()).setMinWidth(LABEL_EM * size());
      double height = field.row().prefHeight(width);
      if (really) {
        field.row().resizeRelocate(getInsets().getLeft() + column * narrow, y, width, height);
      }
      rowHeight = Math.max(rowHeight, height);
      column += wide ? columns : 1;
      if (column >= columns) {
        y += rowHeight;
        rowHeight = 0;
        column = 0;
      }
    }
    return y + rowHeight - getInsets().getTop();
  }
}
