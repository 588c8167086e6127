package cn.gongkai.desk.office;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads the names and values of cells.
final class CellName {

  /// Columns of a sheet.
  static final int COLUMNS = 16_384;

  private static final int LONGEST_NUMBER = 40;

  private CellName() {}

  /// The column of a cell, from 1; 0 where there is none: `AB12` is in column 28.
  static int columnOf(String cell) {
    int column = 0;
    for (int i = 0; i < cell.length() && i < 3; i++) {
      char letter = cell.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return Math.min(column, COLUMNS);
  }

  /// A count in an attribute; 0 where it is none.
  static int count(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// The value of a numeric cell, of those below 10³⁰: a larger one would only cost memory.
  static Optional<BigDecimal> findNumber(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean small = Math.abs((long) number.precision() - number.scale()) <= 30;
      return small ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
