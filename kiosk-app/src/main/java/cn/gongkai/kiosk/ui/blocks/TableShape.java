package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Where the cells of a table stand, spans taken into account, by the rules of HTML: a cell takes
/// the first free place of its row.
///
/// @param rows rows of the table
/// @param columns columns of its widest row
/// @param headerRows rows that stay in view
record TableShape(int rows, int columns, int headerRows, List<Place> places) {

  /// Columns shown; what lies beyond is cut off. No official form comes near.
  static final int COLUMNS_MAX = 64;

  /// A cell and where it stands.
  record Place(int row, int column, int rowSpan, int columnSpan, Block.Cell cell) {}

  TableShape {
    places = List.copyOf(places);
  }

  static TableShape of(Block.Table table) {
    int rows = table.rows().size();
    List<BitSet> taken = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      taken.add(new BitSet());
    }
    List<Place> places = new ArrayList<>();
    int columns = 1;
    for (int row = 0; row < rows; row++) {
      int column = 0;
      for (Block.Cell cell : table.rows().get(row).cells()) {
        column = taken.get(row).nextClearBit(column);
        if (column >= COLUMNS_MAX) {
          break;
        }
        int wide = Math.min(cell.columns(), freeFrom(column, taken.get(row)));
        int high = Math.min(cell.rows(), rows - row);
        for (int r = row; r < row + high; r++) {
          taken.get(r).set(column, column + wide);
        }
        places.add(new Place(row, column, high, wide, cell));
        column += wide;
        columns = Math.max(columns, column);
      }
    }
    return new TableShape(rows, columns, headerRowsOf(table, places), places);
  }

  /// A span that runs into a cell from above ends before it.
  private static int freeFrom(int column, BitSet taken) {
    int next = taken.nextSetBit(column);
    return (next < 0 ? COLUMNS_MAX : next) - column;
  }

  /// A heading that reaches below the header rows takes the rows it reaches with it.
  private static int headerRowsOf(Block.Table table, List<Place> places) {
    int header = table.headerRows();
    for (Place place : places) {
      if (place.row() < header) {
        header = Math.max(header, place.row() + place.rowSpan());
      }
    }
    return header;
  }

  /// Columns at the left that hold nothing but headings below the header rows.
  int headingColumns() {
    int leading = 0;
    for (int column = 0; column < columns - 1; column++) {
      if (!isHeading(column)) {
        break;
      }
      leading = column + 1;
    }
    return leading;
  }

  private boolean isHeading(int column) {
    boolean any = false;
    for (Place place : places) {
      boolean covers = place.column() <= column && column < place.column() + place.columnSpan();
      if (place.row() >= headerRows && covers) {
        if (!place.cell().heading()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
