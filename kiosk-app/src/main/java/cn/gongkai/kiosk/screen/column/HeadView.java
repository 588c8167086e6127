package cn.gongkai.kiosk.screen.column;

import cn.gongkai.kiosk.screen.FilterBar;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Title, columns below, and filters of a list. One group of chips is open at a time.
final class HeadView {

  private final ListViewModel model;
  private final VBox box = new VBox();
  private final FilterBar filters;

  /// @param onChange called when the head has another height
  HeadView(ListViewModel model, Runnable onChange) {
    this.model = model;
    this.filters = new FilterBar(model::clearFilters, onChange);
    box.getStyleClass().add("list-head");
  }

  Region node() {
    return box;
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
    filters.show(ready.filters().stream().map(this::group).toList());
    box.getChildren().add(filters);
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

  private FilterBar.Group group(FilterGroup group) {
    return new FilterBar.Group(
        group.name(),
        group.chosen(),
        group.options().stream()
            .map(o -> new FilterBar.Option(o.words(), o.on(), () -> model.choose(o)))
            .toList());
  }
}
