package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/// A table as it is printed: thin rules, spans, headings that stay in view.
final class TableGrid extends Region {

  /// Half an em on each side, as `.sheet-cell` sets it.
  private static final double CELL_PADDING_EM = 0.9;

  /// A row heading keeps its place only where it leaves most of the room to the figures.
  private static final double STICKY_FRACTION = 0.45;

  /// Cells over more rows than this keep their words in view while they run past.
  private static final int TALL_ROWS = 4;

  /// A header taller than this many characters would hide what it heads.
  private static final double STICKY_HEAD_EM_MAX = 14;

  private record Shown(TableShape.Place place, StackPane node) {

    boolean isTall() {
      return place.rowSpan() > TALL_ROWS;
    }
  }

  private final TableShape shape;
  private final Text em = new Text("永");
  private final List<Shown> cells = new ArrayList<>();
  private double[] columnAt = {};
  private double[] rowAt = {};
  private double laidOutFor = -1;
  private double laidOutEm = -1;
  private double hiddenAbove;
  private double hiddenLeft;

  TableGrid(TableShape shape, BlockContext context) {
    this.shape = shape;
    getStyleClass().add("sheet-grid");
    em.setManaged(false);
    em.setVisible(false);
    getChildren().add(em);
    shape.places().forEach(place -> cells.add(new Shown(place, cell(place, context))));
    cells.forEach(shown -> getChildren().add(shown.node()));
    raise();
  }

  private StackPane cell(TableShape.Place place, BlockContext context) {
    StackPane pane = new StackPane();
    pane.getStyleClass().add("sheet-cell");
    boolean head = place.row() < shape.headerRows();
    if (head || place.cell().heading()) {
      pane.getStyleClass().add(head ? "sheet-head" : "sheet-row-head");
    }
    RunFlow flow = new RunFlow(place.cell().runs(), align(place, head), context);
    flow.setMaxHeight(Region.USE_PREF_SIZE);
    pane.getChildren().add(flow);
    pane.setAlignment(place.rowSpan() > TALL_ROWS ? Pos.TOP_CENTER : Pos.CENTER);
    return pane;
  }

  private static Block.Align align(TableShape.Place place, boolean head) {
    var stated = place.cell().align();
    if (stated == Block.Align.JUSTIFIED) {
      return head ? Block.Align.CENTER : Block.Align.LEFT;
    }
    return stated;
  }

  /// Headings lie above what runs under them.
  private void raise() {
    cells.stream().filter(c -> isRowHeading(c.place())).forEach(c -> c.node().toFront());
    cells.stream().filter(c -> isHead(c.place())).forEach(c -> c.node().toFront());
    cells.stream()
        .filter(c -> isHead(c.place()) && isRowHeading(c.place()))
        .forEach(c -> c.node().toFront());
  }

  private boolean isHead(TableShape.Place place) {
    return place.row() < shape.headerRows();
  }

  private boolean isRowHeading(TableShape.Place place) {
    return place.column() + place.columnSpan() <= shape.headingColumns();
  }

  // Commands

  /// Keeps the header rows in view while that much of the table is hidden above.
  void stickBelow(double pixels) {
    hiddenAbove = pixels;
    stick();
  }

  /// Keeps the row headings in view while that much is swiped away to the left.
  void stickRight(double pixels) {
    hiddenLeft = pixels;
    stick();
  }

  private void stick() {
    if (rowAt.length == 0) {
      return;
    }
    double headHeight = rowAt[shape.headerRows()];
    boolean sticks = headHeight <= STICKY_HEAD_EM_MAX * laidOutEm;
    double room = Math.max(0, rowAt[shape.rows()] - 2 * headHeight);
    double down = sticks ? Math.clamp(hiddenAbove, 0, room) : 0;
    double headings = columnAt[shape.headingColumns()];
    double right = headings <= laidOutFor * STICKY_FRACTION ? hiddenLeft : 0;
    for (Shown shown : cells) {
      shown.node().setTranslateY(isHead(shown.place()) ? down : 0);
      shown.node().setTranslateX(isRowHeading(shown.place()) ? right : 0);
      if (shown.isTall()) {
        keepWords(shown, hiddenAbove + (sticks ? headHeight : 0));
      }
    }
  }

  private void keepWords(Shown shown, double visibleFrom) {
    Region words = (Region) shown.node().getChildren().getFirst();
    double top = rowAt[shown.place().row()];
    double height = rowAt[shown.place().row() + shown.place().rowSpan()] - top;
    double free = height - words.getHeight() - 2 * words.getLayoutY();
    words.setTranslateY(Math.clamp(visibleFrom - top, 0, Math.max(0, free)));
  }

  // Layout

  /// Width the table takes in the given room: the room, or more where figures would be broken.
  double widthIn(double room) {
    lines(room);
    return columnAt[shape.columns()] + 1;
  }

  double heightIn(double room) {
    lines(room);
    return rowAt[shape.rows()] + 1;
  }

  private void lines(double room) {
    applyEm();
    double size = Math.max(1, em.getFont().getSize());
    if (room == laidOutFor && size == laidOutEm) {
      return;
    }
    laidOutFor = room;
    laidOutEm = size;
    double[] widths = ColumnWidths.of(shape, (room - 1) / size, CELL_PADDING_EM);
    columnAt = new double[widths.length + 1];
    for (int c = 0; c < widths.length; c++) {
      columnAt[c + 1] = Math.floor(columnAt[c] + widths[c] * size);
    }
    rowAt = rows();
  }

  private void applyEm() {
    if (getScene() != null) {
      applyCss();
    }
  }

  private double[] rows() {
    double[] heights = new double[shape.rows()];
    for (Shown shown : cells) {
      if (shown.place().rowSpan() == 1) {
        int row = shown.place().row();
        heights[row] = Math.max(heights[row], prefHeight(shown));
      }
    }
    for (Shown shown : cells) {
      TableShape.Place place = shown.place();
      if (place.rowSpan() > 1) {
        double have = 0;
        for (int row = place.row(); row < place.row() + place.rowSpan(); row++) {
          have += heights[row];
        }
        double missing = prefHeight(shown) - have;
        for (int row = place.row(); missing > 0 && row < place.row() + place.rowSpan(); row++) {
          heights[row] += missing / place.rowSpan();
        }
      }
    }
    double[] at = new double[heights.length + 1];
    for (int row = 0; row < heights.length; row++) {
      at[row + 1] = Math.ceil(at[row] + heights[row]);
    }
    return at;
  }

  private double prefHeight(Shown shown) {
    return shown.node().prefHeight(widthOf(shown.place()));
  }

  private double widthOf(TableShape.Place place) {
    return columnAt[place.column() + place.columnSpan()] - columnAt[place.column()];
  }

  @Override
  protected void layoutChildren() {
    if (rowAt.length == 0) {
      return;
    }
    for (Shown shown : cells) {
      TableShape.Place place = shown.place();
      double y = rowAt[place.row()];
      shown
          .node()
          .resizeRelocate(
              columnAt[place.column()],
              y,
              widthOf(place) + 1,
              rowAt[place.row() + place.rowSpan()] - y + 1);
    }
    stick();
  }
}
