package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/// A table as it is printed: thin rules, spans, headings that stay in view.
///
/// Only cells near the view get nodes: an official catalogue has hundreds, and the first screen
/// shows a few dozen. All are measured, so that rows never move.
final class TableGrid extends Region {

  /// Half an em on each side, as `.sheet-cell` sets it.
  private static final double CELL_PADDING_EM = 0.9;

  /// A row heading keeps its place only where it leaves most of the room to the figures.
  private static final double STICKY_FRACTION = 0.45;

  /// Cells over more rows than this keep their words in view while they run past.
  private static final int TALL_ROWS = 4;

  /// A header taller than this many characters would hide what it heads.
  private static final double STICKY_HEAD_EM_MAX = 14;

  /// Made ready beyond the view, so that a finger's push meets cells.
  private static final double OVERSCAN_PIXELS = 400;

  /// A cell, with its node once it has been near the view.
  private static final class Shown {

    private final TableShape.Place place;
    private Optional<StackPane> node = Optional.empty();

    Shown(TableShape.Place place) {
      this.place = place;
    }

    TableShape.Place place() {
      return place;
    }

    boolean isTall() {
      return place.rowSpan() > TALL_ROWS;
    }
  }

  private final TableShape shape;
  private final BlockContext context;
  private final Text em = new Text("永");
  private final List<Shown> cells;
  private final Map<List<String>, CellGauge> gauges = new HashMap<>();
  private final Group gaugeNodes = new Group();
  private double[] columnAt = {};
  private double[] rowAt = {};
  private double laidOutFor = -1;
  private double laidOutEm = -1;
  private double hiddenAbove;
  private double viewUntil = Double.MAX_VALUE;
  private double hiddenLeft;

  TableGrid(TableShape shape, BlockContext context) {
    this.shape = shape;
    this.context = context;
    getStyleClass().add("sheet-grid");
    em.setManaged(false);
    em.setVisible(false);
    gaugeNodes.setManaged(false);
    gaugeNodes.setVisible(false);
    getChildren().addAll(em, gaugeNodes);
    cells = shape.places().stream().map(Shown::new).toList();
  }

  /// The node of a cell, made where there was none. Headings lie above what runs under them.
  private StackPane node(Shown shown) {
    if (shown.node.isEmpty()) {
      StackPane made = cell(shown.place());
      made.setViewOrder((isHead(shown.place()) ? -2 : 0) + (isRowHeading(shown.place()) ? -1 : 0));
      shown.node = Optional.of(made);
      getChildren().add(made);
    }
    return shown.node.get();
  }

  private StackPane cell(TableShape.Place place) {
    StackPane pane = new StackPane();
    pane.getStyleClass().addAll(styleClasses(place));
    RunFlow flow = new RunFlow(place.cell().runs(), align(place, isHead(place)), context);
    flow.setMaxHeight(Region.USE_PREF_SIZE);
    pane.getChildren().add(flow);
    pane.setAlignment(place.rowSpan() > TALL_ROWS ? Pos.TOP_CENTER : Pos.CENTER);
    return pane;
  }

  private List<String> styleClasses(TableShape.Place place) {
    if (isHead(place)) {
      return List.of("sheet-cell", "sheet-head");
    }
    return place.cell().heading() ? List.of("sheet-cell", "sheet-row-head") : List.of("sheet-cell");
  }

  private static Block.Align align(TableShape.Place place, boolean head) {
    var stated = place.cell().align();
    if (stated == Block.Align.JUSTIFIED) {
      return head ? Block.Align.CENTER : Block.Align.LEFT;
    }
    return stated;
  }

  private boolean isHead(TableShape.Place place) {
    return place.row() < shape.headerRows();
  }

  private boolean isRowHeading(TableShape.Place place) {
    return place.column() + place.columnSpan() <= shape.headingColumns();
  }

  // Commands

  /// Keeps the header rows in view, and makes ready what is seen.
  ///
  /// @param from how much of the table is hidden above
  /// @param until where the view ends
  void see(double from, double until) {
    hiddenAbove = from;
    viewUntil = until;
    fill();
    stick();
  }

  /// Makes the cells near the view.
  private void fill() {
    if (rowAt.length == 0) {
      return;
    }
    boolean made = false;
    for (Shown shown : cells) {
      if (shown.node.isEmpty() && isNear(shown.place())) {
        place(shown);
        made = true;
      }
    }
    if (made) {
      applyEm();
    }
  }

  private boolean isNear(TableShape.Place place) {
    return isHead(place)
        || rowAt[place.row()] < viewUntil + OVERSCAN_PIXELS
            && rowAt[place.row() + place.rowSpan()] > hiddenAbove - OVERSCAN_PIXELS;
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
      if (shown.node.isPresent()) {
        StackPane node = shown.node.get();
        node.setTranslateY(isHead(shown.place()) ? down : 0);
        node.setTranslateX(isRowHeading(shown.place()) ? right : 0);
        if (shown.isTall()) {
          keepWords(shown, node, hiddenAbove + (sticks ? headHeight : 0));
        }
      }
    }
  }

  private void keepWords(Shown shown, StackPane node, double visibleFrom) {
    Region words = (Region) node.getChildren().getFirst();
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
    TableShape.Place place = shown.place();
    return shown.node.isEmpty() && CellGauge.measures(place.cell())
        ? gauge(styleClasses(place)).height(place.cell().runs().getFirst().text(), widthOf(place))
        : node(shown).prefHeight(widthOf(place));
  }

  private CellGauge gauge(List<String> styleClasses) {
    return gauges.computeIfAbsent(
        styleClasses,
        look -> {
          CellGauge made = CellGauge.of(context, look);
          gaugeNodes.getChildren().add(made.node());
          made.node().applyCss();
          return made;
        });
  }

  private double widthOf(TableShape.Place place) {
    return columnAt[place.column() + place.columnSpan()] - columnAt[place.column()];
  }

  @Override
  protected void layoutChildren() {
    if (rowAt.length == 0) {
      return;
    }
    fill();
    cells.stream().filter(shown -> shown.node.isPresent()).forEach(this::place);
    stick();
  }

  private void place(Shown shown) {
    TableShape.Place place = shown.place();
    double y = rowAt[place.row()];
    node(shown)
        .resizeRelocate(
            columnAt[place.column()],
            y,
            widthOf(place) + 1,
            rowAt[place.row() + place.rowSpan()] - y + 1);
  }
}
