package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.PreparingCard;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.work.Fault;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Everything around the screen in view, and the place where it stands.
public final class Frame {

  /// Where less than this would be left free above, everything is in reach as it is.
  private static final double REST_MIN_PX = 60;

  private final VBox root = new VBox();
  private final TopBar top;
  private final HBox banner = new HBox();
  private final VBox reachRest = new VBox();
  private final Label title = Labels.text("", Styles.TITLE_2, "screen-title");
  private final StackPane place = new StackPane();
  private final BottomBar bottom;
  private final Region inset = new Region();
  private final Panel panel;
  private final Navigator navigator;
  private final Comfort comfort;

  public Frame(Surroundings surroundings, FrameViewModel model, Comfort comfort) {
    this.panel = surroundings.panel();
    this.navigator = surroundings.navigator();
    this.comfort = comfort;
    this.top =
        new TopBar(model, panel.portrait(), comfort.textSizeProperty().isEqualTo(TextSize.NORMAL));
    this.bottom = new BottomBar(surroundings.navigator(), comfort);
    root.getStyleClass().add("frame");
    root.getStylesheets().add(Styles.sheet(Frame.class, "frame.css"));
    buildBanner(model);
    buildReachRest();
    place.getStyleClass().add("place");
    place.setMinHeight(0);
    for (Region bar : new Region[] {top, banner, bottom, title}) {
      bar.setMinHeight(Region.USE_PREF_SIZE);
    }
    VBox.setVgrow(place, Priority.ALWAYS);
    clip(place);
    inset.getStyleClass().add("reach-inset");
    inset.setMinHeight(panel.reachInsetPx());
    UpdateBar update = new UpdateBar(surroundings);
    root.getChildren()
        .addAll(
            top,
            banner,
            reachRest,
            title,
            place,
            update,
            new IdleBar(surroundings.session()),
            bottom,
            inset);
    count(surroundings);
    comfort.reachProperty().subscribe(this::arrange);
    surroundings.catalogue().holdingProperty().subscribe(this::hold);
    navigator.placeProperty().subscribe(at -> at.ifPresent(this::show));
  }

  public Region node() {
    return root;
  }

  /// Shows what the terminal holds: the screen in view where there is content, else a notice.
  public void show(Holding holding) {
    switch (holding) {
      case Holding.Ready ignored -> navigator.place().ifPresent(this::show);
      case Holding.Opening ignored -> notice(new Region());
      case Holding.Preparing preparing -> notice(PreparingCard.of(preparing.code()));
      case Holding.Broken broken -> notice(PreparingCard.broken(broken.fault().code()));
    }
  }

  /// Shows a bug as plain words; the way on leads home.
  public void show(Fault fault) {
    title.setManaged(false);
    title.setVisible(false);
    place.getChildren().setAll(FaultCard.of(fault, () -> navigator.reset(new Route.Home())));
  }

  /// A screen in view stays where it is while the release under it changes.
  private void hold(Holding holding) {
    if (!(holding instanceof Holding.Ready) || !place.getChildren().contains(shownNode())) {
      show(holding);
    }
  }

  private @Nullable Node shownNode() {
    return navigator.place().map(at -> at.screen().node()).orElse(null);
  }

  private void notice(Node card) {
    bottom.navigable(false);
    showBars(true);
    title.setManaged(false);
    title.setVisible(false);
    place.getChildren().setAll(card);
  }

  private void show(Navigator.Place at) {
    Screen screen = at.screen();
    bottom.navigable(true);
    showBars(screen.kind() != SessionKind.ATTRACT);
    title.setText(screen.title().orElse(""));
    title.setVisible(screen.title().isPresent());
    title.setManaged(screen.title().isPresent());
    place.getChildren().setAll(screen.node());
    arrange(comfort.reachProperty().get());
  }

  private void showBars(boolean shown) {
    for (Node bar : new Node[] {top, bottom, inset}) {
      bar.setVisible(shown);
      bar.setManaged(shown);
    }
  }

  private void arrange(boolean reach) {
    top.applyCss();
    double above = panel.height() - panel.reachPx() - top.prefHeight(panel.width());
    boolean resting = reach && top.isManaged() && above >= REST_MIN_PX;
    reachRest.setVisible(resting);
    reachRest.setManaged(resting);
    reachRest.setPrefHeight(above);
    reachRest.setMinHeight(above);
  }

  private void buildBanner(FrameViewModel model) {
    Label words = Labels.text("");
    words.textProperty().bind(model.bannerProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    banner.getStyleClass().add("banner");
    banner.getChildren().addAll(Icons.of(Icon.INFO), words);
    banner.visibleProperty().bind(model.bannerProperty().isNotEmpty());
    banner.managedProperty().bind(banner.visibleProperty());
  }

  private void buildReachRest() {
    reachRest.getStyleClass().add("reach-rest");
    reachRest
        .getChildren()
        .addAll(
            Icons.of(Icon.REACH, Styles.MUTED),
            Labels.text(Messages.of("frame.reach.rest"), Styles.MUTED, "reach-words"));
  }

  /// Touch, drag and typing are use.
  private void count(Surroundings surroundings) {
    root.addEventFilter(
        InputEvent.ANY,
        event -> {
          if (event instanceof KeyEvent
              || event instanceof TouchEvent
              || event instanceof ScrollEvent
              || event instanceof MouseEvent mouse && isUse(mouse)) {
            surroundings.session().use();
          }
        });
  }

  private static boolean isUse(MouseEvent event) {
    return event.getEventType() == MouseEvent.MOUSE_PRESSED
        || event.getEventType() == MouseEvent.MOUSE_DRAGGED
        || event.getEventType() == MouseEvent.MOUSE_RELEASED;
  }

  private static void clip(Region region) {
    Rectangle window = new Rectangle();
    window.widthProperty().bind(region.widthProperty());
    window.heightProperty().bind(region.heightProperty());
    region.setClip(window);
  }
}
