package cn.gongkai.desk.publish;

import cn.gongkai.desk.index.IndexRow;
import java.util.Arrays;
import java.util.List;

/// Finds rows by the paths of their sources. A table of numbers: with 300,000 rows a map's nodes
/// and keys lie all over the memory, and asking it for each took as long as all else of the scan.
final class RowNumbers {

  private static final int FREE = -1;

  private final List<IndexRow> rows;
  private final int[] table;

  RowNumbers(List<IndexRow> rows) {
    this.rows = rows;
    this.table = new int[Integer.highestOneBit(rows.size() + 1) << 2];
    Arrays.fill(table, FREE);
    for (int number = 0; number < rows.size(); number++) {
      int slot = slot(rows.get(number).file());
      while (table[slot] != FREE) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = number;
    }
  }

  private int slot(String file) {
    int hash = file.hashCode();
    return (hash ^ (hash >>> 16)) & (table.length - 1);
  }

  /// @return the number of the row, negative where there is none
  int find(String file) {
    int slot = slot(file);
    while (table[slot] != FREE && !rows.get(table[slot]).file().equals(file)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return table[slot];
  }
}
