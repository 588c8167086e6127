package cn.gongkai.desk.text;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Block.Align;
import cn.gongkai.desk.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Reads an XHTML table with spans, and checks that its cells fill a rectangle.
final class XhtmlTable {

  private static final int COLUMNS_SPAN_MAX = 64;
  private static final int ROWS_SPAN_MAX = 200;

  private final Problems problems;
  private final XhtmlRules rules;
  private final XhtmlInline inline;
  private final TextLimits limits;

  XhtmlTable(Problems problems, XhtmlRules rules, XhtmlInline inline, TextLimits limits) {
    this.problems = problems;
    this.rules = rules;
    this.inline = inline;
    this.limits = limits;
  }

  Optional<Block> read(Element table) {
    List<Element> sources = new ArrayList<>();
    int headed = 0;
    Optional<String> caption = Optional.empty();
    for (Element part : table.children()) {
      switch (part.normalName()) {
        case "caption" -> caption = Optional.of(part.text()).filter(t -> !t.isBlank());
        case "thead" -> {
          sources.addAll(part.children());
          headed = sources.size();
        }
        case "tbody", "tfoot" -> sources.addAll(part.children());
        case "tr" -> sources.add(part);
        case "colgroup", "col" -> {}
        default -> problems.block(rules.line(part), "AUTHORED-HTML-PLACE", part.normalName());
      }
    }
    if (sources.isEmpty() || sources.size() > limits.tableRows()) {
      problems.block(
          rules.line(table), "AUTHORED-TABLE-LARGE", limits.tableRows(), limits.tableColumns());
      return Optional.empty();
    }
    List<Block.Row> rows = sources.stream().map(this::row).toList();
    checkShape(rows, sources);
    return Optional.of(new Block.Table(caption, headed > 0 ? headed : leadingHeadings(rows), rows));
  }

  private Block.Row row(Element tr) {
    List<Block.Cell> cells = new ArrayList<>();
    for (Element cell : tr.children()) {
      String name = cell.normalName();
      if (!name.equals("td") && !name.equals("th")) {
        problems.block(rules.line(cell), "AUTHORED-HTML-PLACE", name);
        continue;
      }
      Align otherwise = XhtmlRules.align(tr, name.equals("th") ? Align.CENTER : Align.LEFT);
      cells.add(
          new Block.Cell(
              name.equals("th"),
              span(cell, "colspan", COLUMNS_SPAN_MAX),
              span(cell, "rowspan", ROWS_SPAN_MAX),
              XhtmlRules.align(cell, otherwise),
              inline.read(cell.childNodes())));
    }
    return new Block.Row(cells);
  }

  private int span(Element cell, String attribute, int most) {
    String text = cell.attr(attribute).strip();
    if (text.isEmpty()) {
      return 1;
    }
    int span = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (span < 1 || span > most) {
      problems.block(rules.line(cell), "AUTHORED-TABLE-SPAN", attribute, text, most);
      return 1;
    }
    return span;
  }

  private static int leadingHeadings(List<Block.Row> rows) {
    int count = 0;
    while (count < rows.size() - 1
        && !rows.get(count).cells().isEmpty()
        && rows.get(count).cells().stream().allMatch(Block.Cell::heading)) {
      count++;
    }
    return count;
  }

  /// Every row must fill the same number of columns, counting what reaches down from above.
  private void checkShape(List<Block.Row> rows, List<Element> sources) {
    List<Integer> pending = new ArrayList<>();
    int width = -1;
    for (int r = 0; r < rows.size(); r++) {
      int column = 0;
      for (Block.Cell cell : rows.get(r).cells()) {
        while (column < pending.size() && pending.get(column) > 0) {
          column++;
        }
        for (int c = 0; c < cell.columns(); c++, column++) {
          while (pending.size() <= column) {
            pending.add(0);
          }
          pending.set(column, Math.max(pending.get(column), cell.rows()));
        }
      }
      int filled = (int) pending.stream().filter(p -> p > 0).count();
      width = width < 0 ? filled : width;
      if (filled != width || filled > limits.tableColumns()) {
        problems.block(rules.line(sources.get(r)), "AUTHORED-TABLE-SHAPE", r + 1, filled, width);
        return;
      }
      pending.replaceAll(p -> Math.max(0, p - 1));
    }
  }
}
