package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.input.Keyboard;
import cn.gongkai.kiosk.input.TypedLine;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.ItemRow;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.KineticPane;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.MarkedText;
import cn.gongkai.kiosk.ui.Touch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Words above, results in the middle, the keyboard in reach.
public final class SearchScreen implements Screen {

  private final Surroundings surroundings;
  private final SearchViewModel model;
  private final Pane root;
  private final VBox results = new VBox();
  private final Keyboard keyboard;
  private final KineticPane scroller = new KineticPane(results);
  private final ChangeListener<Number> onRelease;

  public SearchScreen(Surroundings surroundings, String words) {
    this.surroundings = surroundings;
    this.model = new SearchViewModel(surroundings, words);
    this.onRelease = (held, before, now) -> model.refresh();
    this.keyboard =
        new Keyboard(model.typed(), surroundings.input(), surroundings.panel().portrait());
    this.root = surroundings.panel().portrait() ? upright() : lying();
    results.getStyleClass().add("search-results");
    root.getStyleClass().add("search-screen");
    root.getStylesheets().add(Styles.sheet(SearchScreen.class, "search.css"));
    model.stateProperty().subscribe(this::show);
    surroundings.catalogue().generationProperty().addListener(onRelease);
  }

  /// Words to mark in a text that is opened from here.
  public List<String> markedWords() {
    return model.markedWords();
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.LIST;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void dispose() {
    surroundings.catalogue().generationProperty().removeListener(onRelease);
    keyboard.dispose();
    model.dispose();
  }

  private Pane upright() {
    VBox.setVgrow(scroller, Priority.ALWAYS);
    scroller.setMinHeight(0);
    keyboard.setMinHeight(Region.USE_PREF_SIZE);
    return new VBox(words(), scroller, keyboard);
  }

  private Pane lying() {
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    VBox left = new VBox(words(), gap, keyboard);
    HBox both = new HBox(left, scroller);
    left.prefWidthProperty().bind(both.widthProperty().multiply(0.5));
    left.setMinWidth(0);
    scroller.prefWidthProperty().bind(both.widthProperty().multiply(0.5));
    scroller.getStyleClass().add("search-side");
    return both;
  }

  private Region words() {
    TypedLine typed = new TypedLine(model.typed());
    Label hint = Labels.text(Messages.of("search.hint"), Styles.MUTED);
    hint.visibleProperty().bind(model.typed().wordsProperty().isEmpty());
    hint.managedProperty().bind(hint.visibleProperty());
    HBox field = new HBox(Icons.of(Icon.SEARCH, Styles.MUTED), typed, hint);
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("search-words");
    field.setMinHeight(Region.USE_PREF_SIZE);
    return field;
  }

  private void show(SearchState state) {
    scroller.setVvalue(0);
    switch (state) {
      case SearchState.Begin begin -> results.getChildren().setAll(begin(begin));
      case SearchState.Found found -> results.getChildren().setAll(found(found));
      case SearchState.Nothing nothing -> results.getChildren().setAll(nothing(nothing));
      case SearchState.Failed failed ->
          results.getChildren().setAll(FaultCard.of(failed.fault(), model::search));
    }
  }

  private List<Node> begin(SearchState.Begin begin) {
    return List.of(
        Labels.text(Messages.of("search.try"), Styles.TITLE_3),
        chips(begin.words(), model.typed()::set),
        Labels.text(Messages.of("home.topics"), Styles.TITLE_3),
        topics(begin.topics()));
  }

  private List<Node> found(SearchState.Found found) {
    VBox head = new VBox(Labels.text(found.count(), Styles.MUTED));
    found.understood().forEach(words -> head.getChildren().add(Labels.text(words, Styles.MUTED)));
    FlowLine chips = FlowLine.ofTouch();
    for (SearchState.Narrow narrow : found.narrows()) {
      chips
          .getChildren()
          .add(Touch.chip(narrow.words(), narrow.on(), () -> model.narrow(narrow.result())));
    }
    VBox rows = new VBox();
    rows.getStyleClass().add(Styles.TOUCH_GAP);
    found.hits().forEach(hit -> rows.getChildren().add(row(hit)));
    return List.of(head, chips, rows);
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

  private List<Node> nothing(SearchState.Nothing nothing) {
    VBox words =
        new VBox(
            Labels.text(Messages.of("search.nothing"), Styles.TITLE_3),
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
    return List.of(
        words,
        chips(nothing.suggestions(), model.typed()::set),
        Labels.text(Messages.of("home.topics"), Styles.TITLE_3),
        topics(nothing.topics()),
        new HBox(Touch.plain(Messages.of("search.ask"), Icon.HELP, model::ask)));
  }

  private static Node chips(List<String> words, Consumer<String> use) {
    FlowLine chips = FlowLine.ofTouch();
    words.forEach(word -> chips.getChildren().add(Touch.chip(word, false, () -> use.accept(word))));
    return chips;
  }

  private Node topics(List<Topic> topics) {
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
