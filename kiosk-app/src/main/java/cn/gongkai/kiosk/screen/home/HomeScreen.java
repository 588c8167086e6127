package cn.gongkai.kiosk.screen.home;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Topic;
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
import cn.gongkai.kiosk.ui.Touch;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The first screen: search, the county's columns, life topics, news of this town, newest.
public final class HomeScreen implements Screen {

  private final HomeViewModel model;
  private final Surroundings surroundings;
  private final StackPane root = new StackPane();
  private final Subscription releases;

  public HomeScreen(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.model = new HomeViewModel(surroundings);
    root.getStyleClass().add("home");
    root.getStylesheets().add(Styles.sheet(HomeScreen.class, "home.css"));
    model.stateProperty().subscribe(this::show);
    this.releases =
        surroundings.catalogue().generationProperty().subscribe((before, now) -> model.refresh());
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.HOME;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void dispose() {
    releases.unsubscribe();
    model.dispose();
  }

  private void show(HomeState state) {
    switch (state) {
      case HomeState.Loading ignored -> root.getChildren().clear();
      case HomeState.Failed failed ->
          root.getChildren().setAll(FaultCard.of(failed.fault(), model::refresh));
      case HomeState.Ready ready ->
          root.getChildren()
              .setAll(surroundings.panel().portrait() ? upright(ready) : lying(ready));
    }
  }

  private Node upright(HomeState.Ready ready) {
    VBox page = new VBox(search(), tiles(ready), topics(ready));
    page.getStyleClass().add("home-page");
    page.getChildren().addAll(news(ready));
    return new KineticPane(page);
  }

  private Node lying(HomeState.Ready ready) {
    VBox left = new VBox(search(), tiles(ready));
    left.getStyleClass().add("home-page");
    VBox right = new VBox(topics(ready));
    right.getStyleClass().add("home-page");
    right.getChildren().addAll(news(ready));
    KineticPane doors = new KineticPane(left);
    KineticPane papers = new KineticPane(right);
    papers.getStyleClass().add("home-side");
    HBox both = new HBox(doors, papers);
    doors.prefWidthProperty().bind(both.widthProperty().multiply(0.58));
    papers.prefWidthProperty().bind(both.widthProperty().multiply(0.42));
    return both;
  }

  private Node search() {
    Label hint = Labels.text(Messages.of("home.search.hint"), Styles.MUTED);
    Label example = Labels.line(Messages.of("home.search.example"), Styles.MUTED, "search-example");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label word = Labels.line(Messages.of("home.search"), "search-word");
    word.setGraphic(Icons.of(Icon.SEARCH));
    word.setMaxHeight(Double.MAX_VALUE);
    HBox field = new HBox(hint, example, gap, word);
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("search-content");
    return new Card(Messages.of("home.search"), field, model::openSearch, "search-field");
  }

  private Node tiles(HomeState.Ready ready) {
    EvenGrid grid = new EvenGrid(1, 2);
    ready.tiles().forEach(tile -> grid.getChildren().add(tile(tile)));
    return grid;
  }

  private Node tile(HomeState.Tile tile) {
    StackPane picture = new StackPane(Icons.named(tile.icon()));
    picture.getStyleClass().add("tile-picture");
    Label facts = Labels.text(tile.facts(), Styles.MUTED, Styles.SMALL);
    VBox words = new VBox(Labels.line(tile.name(), "tile-name"), facts);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox content = new HBox(picture, words);
    content.getStyleClass().add("tile-content");
    content.setAlignment(Pos.CENTER_LEFT);
    return new Card(tile.name(), content, () -> model.openTile(tile), "tile");
  }

  private Node topics(HomeState.Ready ready) {
    EvenGrid grid = new EvenGrid(2, 4, 8);
    for (Topic topic : ready.topics()) {
      VBox content = new VBox(Icons.named(topic.icon()), Labels.line(topic.name()));
      content.getStyleClass().add("topic-content");
      content.setAlignment(Pos.CENTER);
      grid.getChildren()
          .add(new Card(topic.name(), content, () -> model.openTopic(topic.id()), "topic"));
    }
    return section(Messages.of("home.topics"), grid);
  }

  private List<Node> news(HomeState.Ready ready) {
    Node newest = listing(Messages.of("home.newest"), ready.newest(), model::openNewest);
    return ready.ownNews().isEmpty()
        ? List.of(newest)
        : List.of(
            listing(Messages.of("home.own", ready.town()), ready.ownNews(), model::openOwn),
            newest);
  }

  private Node listing(String title, List<Item> items, Runnable more) {
    VBox rows = new VBox();
    rows.getStyleClass().addAll("home-rows", Styles.TOUCH_GAP);
    for (Item item : items) {
      rows.getChildren().add(ItemRow.of(item, model.today(), () -> model.openItem(item)));
    }
    Node all = Touch.plain(Messages.of("home.all"), Icon.NEXT, more);
    all.getStyleClass().add("more-action");
    FlowLine head = FlowLine.withLastAtEnd(List.of(heading(title), all));
    VBox box = new VBox(head, rows);
    box.getStyleClass().add("home-section");
    return box;
  }

  private static Node section(String title, Node content) {
    VBox box = new VBox(heading(title), content);
    box.getStyleClass().add("home-section");
    return box;
  }

  private static Label heading(String title) {
    return Labels.text(title, Styles.TITLE_3, "section-head");
  }
}
