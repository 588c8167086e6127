package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.LongPress;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The masthead: whose site, which hall, what time, how new.
final class TopBar extends VBox {

  private static final Duration STAFF = Duration.seconds(3);

  /// @param portrait names and facts on two lines, else on one
  /// @param roomy true while the text is small enough for the date beside the time
  /// @param staff opens the staff's screen, where the time is held
  TopBar(FrameViewModel model, boolean portrait, BooleanBinding roomy, Runnable staff) {
    Label name = Labels.line("", "masthead-name");
    name.textProperty().bind(model.siteNameProperty());
    Label time = Labels.line("", "masthead-time");
    time.textProperty().bind(model.timeProperty());
    LongPress.install(time, STAFF, staff);
    Label hall = Labels.line("", Styles.STRONG);
    hall.textProperty().bind(model.hallNameProperty());
    showWhile(hall, hall.textProperty().isNotEmpty());
    Label dateAbove = date(model);
    showWhile(dateAbove, roomy);
    Label dateBelow = date(model);
    showWhile(dateBelow, roomy.not());
    FlowLine facts = new FlowLine(hall, dateBelow, freshness(model));
    facts.getStyleClass().add("masthead-line");

    Pane masthead =
        portrait ? upright(name, dateAbove, time, facts) : lying(name, facts, dateAbove, time);
    masthead.getStyleClass().add("masthead");
    Region rules = new Region();
    rules.getStyleClass().add("masthead-rules");
    getChildren().addAll(masthead, rules);
  }

  private static Label date(FrameViewModel model) {
    Label date = Labels.line("", Styles.MUTED);
    date.textProperty().bind(model.dateProperty());
    return date;
  }

  private static Label freshness(FrameViewModel model) {
    Label fresh = Labels.line("", Styles.MUTED, "freshness");
    fresh.textProperty().bind(model.freshnessProperty());
    fresh
        .graphicProperty()
        .bind(model.standingProperty().map(now -> Icons.of(icon(now), Styles.MUTED)));
    showWhile(fresh, fresh.textProperty().isNotEmpty());
    return fresh;
  }

  private static Icon icon(FrameViewModel.Standing standing) {
    return switch (standing) {
      case NEWEST -> Icon.CHECK;
      case OFFLINE -> Icon.OFFLINE;
      case INCOMPLETE -> Icon.WARNING;
    };
  }

  private static void showWhile(Label label, ObservableBooleanValue condition) {
    label.visibleProperty().bind(condition);
    label.managedProperty().bind(condition);
  }

  private static Pane upright(Label name, Label date, Label time, FlowLine facts) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox first = new HBox(name, gap, date, time);
    first.setAlignment(Pos.BASELINE_LEFT);
    first.getStyleClass().add("masthead-row");
    return new VBox(first, facts);
  }

  private static Pane lying(Label name, FlowLine facts, Label date, Label time) {
    HBox.setHgrow(facts, Priority.ALWAYS);
    HBox line = new HBox(name, facts, date, time);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setFillHeight(false);
    line.getStyleClass().add("masthead-row");
    return line;
  }
}
