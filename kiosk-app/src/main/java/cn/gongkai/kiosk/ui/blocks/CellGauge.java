package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Run;
import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/// Measures all plain cells of one look: one cell that is never seen, whose words are exchanged. A
/// node of its own for each cell, only to learn its height, costs ten times as much.
final class CellGauge {

  private final StackPane cell;
  private final Text words;

  /// @param cell of the look to be measured, with a flow of one run
  private CellGauge(StackPane cell, Text words) {
    this.cell = cell;
    this.words = words;
  }

  /// @param styleClasses of the look
  static CellGauge of(BlockContext context, List<String> styleClasses) {
    RunFlow flow = new RunFlow(List.of(Run.of("永")), Block.Align.LEFT, context);
    StackPane cell = new StackPane(flow);
    cell.getStyleClass().addAll(styleClasses);
    return new CellGauge(cell, (Text) flow.getChildren().getFirst());
  }

  /// True for words of one look; others are measured with a node of their own.
  static boolean measures(Block.Cell cell) {
    return cell.runs().size() == 1
        && cell.runs().getFirst().styles().isEmpty()
        && cell.runs().getFirst().link().isEmpty();
  }

  StackPane node() {
    return cell;
  }

  /// @param width of the whole cell
  double height(String text, double width) {
    words.setText(text);
    return cell.prefHeight(width);
  }
}
