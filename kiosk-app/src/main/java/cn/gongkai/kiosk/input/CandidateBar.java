package cn.gongkai.kiosk.input;

import cn.gongkai.kiosk.input.pinyin.Candidate;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Labels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One line of candidates, as many as have room, with a key to turn the page at either end.
final class CandidateBar extends HBox {

  private static final int A_PAGE = 14;

  private final Consumer<Candidate> choose;
  private final Row row = new Row();
  private final Button previous;
  private final Button next;
  private final Deque<Integer> pagesBefore = new ArrayDeque<>();
  private List<Candidate> candidates = List.of();
  private String hint = Messages.of("keyboard.hint");
  private int from;

  CandidateBar(Consumer<Candidate> choose) {
    this.choose = choose;
    this.previous = page(Messages.of("keyboard.previous"), Icon.PREVIOUS, this::back);
    this.next = page(Messages.of("keyboard.next"), Icon.NEXT, this::forward);
    getStyleClass().addAll("candidate-bar", Styles.TOUCH_GAP);
    previous.managedProperty().bind(previous.visibleProperty());
    HBox.setHgrow(row, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().addAll(previous, row, next);
    show(List.of());
  }

  /// What stands there while nothing is offered.
  void hint(String words) {
    hint = words;
    fill();
  }

  void show(List<Candidate> found) {
    candidates = found;
    pagesBefore.clear();
    from = 0;
    fill();
  }

  /// The candidates on the page in view.
  List<String> page() {
    return row.shown();
  }

  void forward() {
    int shown = Math.max(1, row.shown().size());
    if (from + shown < candidates.size()) {
      pagesBefore.push(from);
      from += shown;
      fill();
    }
  }

  void back() {
    if (!pagesBefore.isEmpty()) {
      from = pagesBefore.pop();
      fill();
    }
  }

  private void fill() {
    List<Button> keys = new ArrayList<>();
    for (Candidate candidate :
        candidates.subList(from, Math.min(candidates.size(), from + A_PAGE))) {
      Button key = new Button(candidate.text());
      key.getStyleClass().setAll("candidate", Styles.TOUCH);
      if (candidate.completes()) {
        key.getStyleClass().add("candidate-goes-on");
      }
      key.setFocusTraversable(false);
      key.setOnAction(event -> choose.accept(candidate));
      keys.add(key);
    }
    row.getChildren().setAll(keys);
    if (keys.isEmpty()) {
      row.getChildren().add(Labels.line(hint, Styles.MUTED));
    }
    previous.setVisible(!pagesBefore.isEmpty());
    turnable();
  }

  private void turnable() {
    next.setVisible(from + row.shown().size() < candidates.size());
  }

  private static Button page(String words, Icon icon, Runnable action) {
    Button key = new Button(words);
    key.setGraphic(Icons.of(icon));
    key.getStyleClass().setAll("key", "key-page", Styles.TOUCH);
    key.setFocusTraversable(false);
    key.setMinWidth(Region.USE_PREF_SIZE);
    key.setMaxHeight(Double.MAX_VALUE);
    key.setOnAction(event -> action.run());
    return key;
  }

  /// Shows the children that have room, and none in part.
  private final class Row extends Pane {

    Row() {
      getStyleClass().addAll("candidate-row");
      setMinWidth(0);
    }

    List<String> shown() {
      return getChildren().stream()
          .filter(child -> child.isVisible() && child instanceof Button)
          .map(child -> ((Button) child).getText())
          .toList();
    }

    @Override
    protected double computePrefWidth(double height) {
      return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
      return previous.minHeight(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
      return previous.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
      double gap = CandidateBar.this.getSpacing();
      double x = 0;
      for (var child : getChildren()) {
        double wanted = Math.ceil(Math.max(child.minWidth(-1), child.prefWidth(-1)));
        boolean first = x == 0;
        boolean fits = first || x + wanted <= getWidth();
        child.setVisible(fits);
        if (fits) {
          child.resizeRelocate(x, 0, Math.min(wanted, getWidth()), getHeight());
        }
        x = fits ? x + wanted + gap : Double.MAX_VALUE / 2;
      }
      turnable();
    }
  }
}
