package cn.gongkai.kiosk.screen.column;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Title, columns below, and filters of a list. One group of chips is open at a time.
final class HeadView {

  private final ListViewModel model;
  private final VBox box = new VBox();
  private Optional<FilterKind> open = Optional.empty();
  private Runnable onChange = () -> {};

  HeadView(ListViewModel model) {
    this.model = model;
    box.getStyleClass().add("list-head");
  }

  Region node() {
    return box;
  }

  /// Called when the head has another height.
  void onChange(Runnable action) {
    onChange = action;
  }

  void show(ListState.Ready ready) {
    ListHead head = ready.head();
    box.getChildren().setAll(Labels.text(head.title(), Styles.TITLE_1));
    if (!head.about().isEmpty()) {
      box.getChildren().add(Labels.text(head.about(), Styles.MUTED));
    }
    String facts = head.facts().isEmpty() ? Wording.items(ready.total()) : head.facts();
    box.getChildren().add(Labels.text(facts, Styles.MUTED, Styles.SMALL));
    if (!head.parts().isEmpty()) {
      box.getChildren().add(parts(head.parts()));
    }
    if (!ready.filters().isEmpty()) {
      box.getChildren().add(filters(ready));
    }
    ready.filters().stream()
        .filter(group -> open.filter(group.kind()::equals).isPresent())
        .findFirst()
        .ifPresent(group -> box.getChildren().add(chips(group)));
  }

  /// Stands where there are no rows.
  Region nothing() {
    VBox words =
        new VBox(
            Labels.text(Messages.of("list.nothing"), Styles.TITLE_3),
            Labels.text(Messages.of("list.nothing.help"), Styles.MUTED),
            new HBox(Touch.main(Messages.of("home.search"), Icon.SEARCH, model::search)));
    words.getStyleClass().addAll(Styles.SHEET, "list-nothing");
    return words;
  }

  /// Stands at the end of what is loaded.
  Region more() {
    StackPane words = new StackPane(Labels.text(Messages.of("list.more"), Styles.MUTED));
    words.getStyleClass().add("list-more");
    return words;
  }

  private Node parts(List<ListHead.Part> parts) {
    EvenGrid grid = new EvenGrid(1, 2, 3);
    for (ListHead.Part part : parts) {
      VBox words =
          new VBox(
              Labels.text(part.name(), Styles.STRONG),
              Labels.text(part.facts(), Styles.MUTED, Styles.SMALL));
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox content = new HBox(Icons.named(part.icon(), "part-icon"), words);
      content.setAlignment(Pos.CENTER_LEFT);
      content.getStyleClass().add("part-content");
      grid.getChildren().add(new Card(part.name(), content, () -> model.openPart(part), "part"));
    }
    return grid;
  }

  private Node filters(ListState.Ready ready) {
    FlowLine row = FlowLine.ofTouch();
    row.getStyleClass().add("filter-row");
    for (FilterGroup group : ready.filters()) {
      boolean isOpen = open.filter(group.kind()::equals).isPresent();
      String words =
          group.active()
              ? Messages.of("list.filter.chosen", group.name(), group.chosen())
              : group.name();
      Button button =
          Touch.plain(words, isOpen ? Icon.UP : Icon.DOWN, () -> toggle(group.kind(), ready));
      button.getStyleClass().add("filter-button");
      if (group.active()) {
        button.getStyleClass().add("on");
      }
      row.getChildren().add(button);
    }
    if (ready.filtered()) {
      row.getChildren()
          .add(Touch.plain(Messages.of("list.filter.clear"), Icon.CLOSE, model::clearFilters));
    }
    return row;
  }

  private Node chips(FilterGroup group) {
    FlowLine chips = FlowLine.ofTouch();
    chips.getStyleClass().addAll(Styles.SHEET, "filter-chips");
    for (FilterGroup.Option option : group.options()) {
      chips
          .getChildren()
          .add(
              Touch.chip(
                  option.words(),
                  option.on(),
                  () -> {
                    open = Optional.empty();
                    model.choose(option);
                  }));
    }
    return chips;
  }

  private void toggle(FilterKind kind, ListState.Ready ready) {
    open = open.filter(kind::equals).isPresent() ? Optional.empty() : Optional.of(kind);
    show(ready);
    onChange.run();
  }
}
