package cn.gongkai.kiosk.screen;

import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.Touch;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Ways to narrow a list, each a button that opens its chips. One group is open at a time.
public final class FilterBar extends VBox {

  /// One way to narrow.
  ///
  /// @param chosen words of the value in force; empty where all are shown
  public record Group(String name, String chosen, List<Option> options) {
    public Group {
      options = List.copyOf(options);
    }
  }

  /// A chip.
  public record Option(String words, boolean on, Runnable choose) {}

  private final Runnable clear;
  private final Runnable onChange;
  private Optional<String> open = Optional.empty();
  private List<Group> groups = List.of();

  /// @param clear takes all filters back
  /// @param onChange called when the bar has another height
  public FilterBar(Runnable clear, Runnable onChange) {
    this.clear = clear;
    this.onChange = onChange;
    getStyleClass().add("filter-bar");
  }

  /// Nothing is shown where there is nothing to choose.
  public void show(List<Group> shown) {
    groups = List.copyOf(shown);
    fill();
  }

  /// Closes what is open.
  public void fold() {
    open = Optional.empty();
    fill();
  }

  private void fill() {
    getChildren().clear();
    if (groups.isEmpty()) {
      return;
    }
    getChildren().add(buttons());
    groups.stream()
        .filter(group -> open.filter(group.name()::equals).isPresent())
        .findFirst()
        .ifPresent(group -> getChildren().add(chips(group)));
  }

  private Node buttons() {
    FlowLine row = FlowLine.ofTouch();
    for (Group group : groups) {
      boolean isOpen = open.filter(group.name()::equals).isPresent();
      boolean active = !group.chosen().isEmpty();
      String words =
          active ? Messages.of("list.filter.chosen", group.name(), group.chosen()) : group.name();
      Button button = Touch.plain(words, isOpen ? Icon.UP : Icon.DOWN, () -> toggle(group.name()));
      button.getStyleClass().add("filter-button");
      if (active) {
        button.getStyleClass().add("on");
      }
      row.getChildren().add(button);
    }
    if (groups.stream().anyMatch(group -> !group.chosen().isEmpty())) {
      row.getChildren().add(Touch.plain(Messages.of("list.filter.clear"), Icon.CLOSE, clear));
    }
    return row;
  }

  private Node chips(Group group) {
    FlowLine chips = FlowLine.ofTouch();
    chips.getStyleClass().addAll(Styles.SHEET, "filter-chips");
    for (Option option : group.options()) {
      chips
          .getChildren()
          .add(
              Touch.chip(
                  option.words(),
                  option.on(),
                  () -> {
                    open = Optional.empty();
                    option.choose().run();
                  }));
    }
    return chips;
  }

  private void toggle(String name) {
    open = open.filter(name::equals).isPresent() ? Optional.empty() : Optional.of(name);
    fill();
    onChange.run();
  }
}
