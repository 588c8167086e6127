package cn.gongkai.desk.text;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Block.Align;
import cn.gongkai.content.model.Run;
import cn.gongkai.desk.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/// Reads a GFM table: one row of headings, no spans.
final class MarkdownTable {

  private final Function<Node, List<Run>> runs;
  private final Problems problems;
  private final TextLimits limits;

  MarkdownTable(Function<Node, List<Run>> runs, Problems problems, TextLimits limits) {
    this.runs = runs;
    this.problems = problems;
    this.limits = limits;
  }

  Optional<Block.Table> read(TableBlock table, int line) {
    List<Block.Row> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(row(row, part instanceof TableHead));
      }
    }
    if (rows.size() > limits.tableRows()
        || rows.getFirst().cells().size() > limits.tableColumns()) {
      problems.block(line, "AUTHORED-TABLE-LARGE", limits.tableRows(), limits.tableColumns());
      return Optional.empty();
    }
    return Optional.of(new Block.Table(Optional.empty(), 1, rows));
  }

  private Block.Row row(Node row, boolean heading) {
    List<Block.Cell> cells = new ArrayList<>();
    for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof TableCell cell) {
        cells.add(new Block.Cell(heading, 1, 1, align(cell), runs.apply(cell)));
      }
    }
    return new Block.Row(cells);
  }

  private static Align align(TableCell cell) {
    return switch (cell.getAlignment()) {
      case null -> Align.LEFT;
      case LEFT -> Align.LEFT;
      case CENTER -> Align.CENTER;
      case RIGHT -> Align.RIGHT;
    };
  }
}
