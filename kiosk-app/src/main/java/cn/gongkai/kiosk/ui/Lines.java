package cn.gongkai.kiosk.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A page of any height moved with a finger. Each line is made when it comes into view, so a page
/// of a thousand lines costs what a screenful does.
public final class Lines {

  private final KineticList<Supplier<? extends Region>> list = new KineticList<>(Supplier::get);

  public Region node() {
    return list;
  }

  /// Shows other lines from their beginning.
  public void show(List<Supplier<? extends Region>> lines) {
    replace(lines);
    if (!lines.isEmpty()) {
      list.scrollTo(0);
    }
  }

  /// Shows other lines; what is in view stays where it is.
  public void replace(List<Supplier<? extends Region>> lines) {
    list.getItems().setAll(lines);
  }

  /// A line has another height.
  public void refresh() {
    list.refresh();
  }

  /// Called while the reader moves and the last lines are near.
  public void onNearEnd(Runnable action) {
    list.onNearEnd(action);
  }

  /// A line with the page's margins around it.
  public static Region line(Node content) {
    StackPane line = new StackPane(content);
    line.getStyleClass().add("list-line");
    return line;
  }
}
