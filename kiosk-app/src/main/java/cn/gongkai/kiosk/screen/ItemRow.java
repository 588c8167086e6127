package cn.gongkai.kiosk.screen;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.ValidityBadge;
import java.time.LocalDate;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A row that opens an item: title, what it says, status, office, date.
public final class ItemRow {

  private ItemRow() {}

  /// The row's words come from the item alone.
  public static Card of(Item item, LocalDate today, Runnable open) {
    RowFacts facts = RowFacts.of(item, today);
    VBox words = words(Labels.text(item.title(), "row-title"));
    if (!facts.lead().isEmpty()) {
      words.getChildren().add(Labels.text(facts.lead(), "row-lead"));
    }
    words.getChildren().add(factsLine(facts));
    return card(item, words, open);
  }

  /// With a title and a passage of its own making, for example with marks.
  public static Card found(
      Item item, Region title, Optional<Region> passage, LocalDate today, Runnable open) {
    VBox words = words(title);
    passage.ifPresent(words.getChildren()::add);
    words.getChildren().add(factsLine(RowFacts.of(item, today)));
    return card(item, words, open);
  }

  private static VBox words(Region title) {
    VBox words = new VBox(title);
    words.getStyleClass().add("row-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return words;
  }

  private static Card card(Item item, VBox words, Runnable open) {
    HBox content = new HBox(words, Icons.of(Icon.NEXT, "row-next"));
    content.getStyleClass().add("row-content");
    content.setAlignment(Pos.CENTER_LEFT);
    return new Card(item.title(), content, open, "row-card");
  }

  private static Region factsLine(RowFacts facts) {
    FlowLine line = new FlowLine();
    line.getStyleClass().add("row-facts");
    ValidityBadge.of(facts.validity()).ifPresent(line.getChildren()::add);
    if (!facts.state().words().isEmpty()) {
      line.getChildren().add(state(facts.state()));
    }
    for (String fact : facts.facts()) {
      line.getChildren().add(Labels.text(fact, Styles.MUTED));
    }
    return line;
  }

  private static Label state(RowFacts.State state) {
    String style =
        switch (state.tone()) {
          case GOOD -> "validity-good";
          case SOON -> "validity-soon";
          case OVER -> "validity-over";
          case PLAIN -> "validity-plain";
        };
    return Labels.line(state.words(), "validity", style);
  }
}
