package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.FilterBar;
import cn.gongkai.kiosk.screen.ItemRow;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Lines;
import cn.gongkai.kiosk.ui.MarkedText;
import cn.gongkai.kiosk.ui.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Makes the lines of what the search shows.
final class ResultLines {

  private final SearchViewModel model;
  private final FilterBar filters;

  ResultLines(SearchViewModel model, FilterBar filters) {
    this.model = model;
    this.filters = filters;
  }

  List<Supplier<? extends Region>> of(SearchState state) {
    List<Supplier<? extends Region>> lines = new ArrayList<>();
    switch (state) {
      case SearchState.Begin begin -> begin(begin, lines);
      case SearchState.Found found -> found(found, lines);
      case SearchState.Nothing nothing -> nothing(nothing, lines);
      case SearchState.NotYet ignored -> lines.add(() -> Lines.line(notYet()));
      case SearchState.Failed failed ->
          lines.add(() -> Lines.line(FaultCard.of(failed.fault(), model::search)));
    }
    return lines;
  }

  private void begin(SearchState.Begin begin, List<Supplier<? extends Region>> lines) {
    heading("search.try", lines);
    lines.add(() -> Lines.line(chips(begin.words())));
    heading("home.topics", lines);
    lines.add(() -> Lines.line(topics(begin.topics())));
    if (!begin.newest().isEmpty()) {
      heading("home.newest", lines);
      begin.newest().forEach(item -> lines.add(() -> Lines.line(row(item))));
    }
  }

  private void found(SearchState.Found found, List<Supplier<? extends Region>> lines) {
    lines.add(() -> Lines.line(head(found)));
    for (SearchState.Group group : found.groups()) {
      if (!group.name().isEmpty()) {
        lines.add(() -> Lines.line(Labels.text(group.name(), Styles.TITLE_3, "group-name")));
      }
      group.hits().forEach(hit -> lines.add(() -> Lines.line(row(hit))));
    }
  }

  private Region head(SearchState.Found found) {
    VBox head = new VBox(Labels.text(found.count(), Styles.MUTED));
    found.understood().forEach(words -> head.getChildren().add(Labels.text(words)));
    head.getChildren().add(filters);
    head.getStyleClass().add("search-head");
    return head;
  }

  private void nothing(SearchState.Nothing nothing, List<Supplier<? extends Region>> lines) {
    lines.add(() -> Lines.line(said(nothing)));
    if (!nothing.nearest().isEmpty()) {
      heading("search.nearest", lines);
      lines.add(() -> Lines.line(chips(nothing.nearest())));
    }
    heading("home.topics", lines);
    lines.add(() -> Lines.line(topics(nothing.topics())));
    heading("search.whom", lines);
    nothing.hall().ifPresent(hall -> lines.add(() -> Lines.line(asking(hall))));
    nothing.office().ifPresent(office -> lines.add(() -> Lines.line(asking(office))));
    lines.add(
        () -> Lines.line(new HBox(Touch.plain(Messages.of("search.ask"), Icon.HELP, model::ask))));
  }

  private Region said(SearchState.Nothing nothing) {
    VBox words =
        new VBox(
            Labels.text(
                Messages.of(
                    nothing.narrowed() ? "search.nothing.narrowed" : "search.nothing",
                    nothing.typed()),
                Styles.TITLE_3),
            Labels.text(Messages.of("search.nothing.help"), Styles.MUTED));
    if (nothing.narrowed()) {
      words
          .getChildren()
          .add(
              new HBox(
                  Touch.plain(
                      Messages.of("list.filter.clear"),
                      Icon.CLOSE,
                      () -> model.narrow(Filter.NONE))));
    }
    words.getStyleClass().addAll(Styles.SHEET, "search-nothing");
    return words;
  }

  private static Region notYet() {
    VBox words =
        new VBox(
            Labels.text(Messages.of("search.notYet"), Styles.TITLE_3),
            Labels.text(Messages.of("search.notYet.help"), Styles.MUTED));
    words.getStyleClass().addAll(Styles.SHEET, "search-nothing");
    return words;
  }

  private static Region asking(SearchState.Asking whom) {
    FlowLine words = new FlowLine(Icons.of(Icon.CALL, "part-icon"));
    words.getChildren().add(Labels.text(whom.name(), Styles.STRONG));
    whom.telephone()
        .ifPresent(
            number -> words.getChildren().add(Labels.line(Messages.of("row.phone", number))));
    words.getStyleClass().addAll(Styles.SHEET, "search-whom");
    return words;
  }

  private static void heading(String key, List<Supplier<? extends Region>> lines) {
    lines.add(() -> Lines.line(Labels.text(Messages.of(key), Styles.TITLE_3, "group-name")));
  }

  private Card row(Item item) {
    return ItemRow.of(item, model.today(), () -> model.open(item));
  }

  private Card row(SearchResult.Hit hit) {
    Optional<Region> passage =
        hit.snippet().text().isBlank()
            ? Optional.empty()
            : Optional.of(MarkedText.of(hit.snippet(), "marked-body"));
    return ItemRow.found(
        hit.item(),
        MarkedText.of(hit.title(), "marked-title"),
        passage,
        model.today(),
        () -> model.open(hit.item()));
  }

  private Region chips(List<String> words) {
    FlowLine chips = FlowLine.ofTouch();
    words.forEach(
        word -> chips.getChildren().add(Touch.chip(word, false, () -> model.typed().set(word))));
    return chips;
  }

  private Region topics(List<Topic> topics) {
    EvenGrid grid = new EvenGrid(2, 4);
    for (Topic topic : topics) {
      HBox content = new HBox(Icons.named(topic.icon(), "part-icon"), Labels.line(topic.name()));
      content.setAlignment(Pos.CENTER_LEFT);
      content.getStyleClass().add("part-content");
      grid.getChildren()
          .add(new Card(topic.name(), content, () -> model.openTopic(topic.id()), "part"));
    }
    return grid;
  }
}
