package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Measures what a row of keys likes and needs, and gives a keyboard the style class of the largest
/// letters that fit. Takes no room itself.
final class KeySizes extends Region {

  /// Letters in percent of the text around, as `keyboard.css` knows them.
  private static final List<Integer> PERCENT = List.of(125, 110, 100, 85, 75, 66, 58, 50, 42);

  /// Height of a line of text, and width of the longest name of a mode with its margins, in
  /// letters.
  private static final double LINE = 1.5;

  private static final double MODE_LETTERS = 4.35;

  private final Text em = new Text("永");
  private final Region row = new Region();

  KeySizes() {
    setManaged(false);
    setVisible(false);
    row.getStyleClass().addAll("key-gauge", Styles.TOUCH);
    getChildren().addAll(em, row);
  }

  /// Height a row likes to have.
  double likedRow() {
    return Math.max(row.prefHeight(-1), leastRow());
  }

  /// Height a finger needs.
  double leastRow() {
    return Math.ceil(row.minHeight(-1));
  }

  /// @param height of a row
  /// @param width of a key that names a mode
  void fit(Node keyboard, double height, double width) {
    double size = Math.max(1, em.getFont().getSize());
    String keys = "keys-" + largest(size, height / LINE, Double.MAX_VALUE);
    String names = "names-" + largest(size, height / LINE, width / MODE_LETTERS);
    if (!keyboard.getStyleClass().containsAll(List.of(keys, names))) {
      keyboard.getStyleClass().removeIf(c -> c.startsWith("keys-") || c.startsWith("names-"));
      keyboard.getStyleClass().addAll(keys, names);
      keyboard.applyCss();
    }
  }

  private static int largest(double em, double byHeight, double byWidth) {
    return PERCENT.stream()
        .filter(percent -> em * percent / 100 <= Math.min(byHeight, byWidth))
        .findFirst()
        .orElse(PERCENT.getLast());
  }
}
