package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.data.Catalogue;
import cn.gongkai.kiosk.data.Holding;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.PreparingCard;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.work.Fault;
import java.util.Optional;
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
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Everything around the screen in view, and the place where it stands.
public final class Frame {

  private final TopBar top;
  private final HBox banner = new HBox();
  private final FrameColumn root;
  private final Label title = Labels.text("", Styles.TITLE_2, "screen-title");
  private final StackPane place = new StackPane();
  private final BottomBar bottom;
  private final Region inset = new Region();
  private final Panel panel;
  private final Navigator navigator;
  private final Catalogue catalogue;

  public Frame(Surroundings surroundings, FrameViewModel model, Comfort comfort) {
    this.panel = surroundings.panel();
    this.navigator = surroundings.navigator();
    this.catalogue = surroundings.catalogue();
    this.top =
        new TopBar(
            model,
            panel.portrait(),
            comfort.textSizeProperty().isEqualTo(TextSize.NORMAL),
            () -> navigator.open(new Route.Staff()));
    this.bottom = new BottomBar(surroundings.navigator(), comfort);
    buildBanner(model);
    place.getStyleClass().add("place");
    place.setMinHeight(0);
    for (Region bar : new Region[] {top, banner, bottom, title}) {
      bar.setMinHeight(Region.USE_PREF_SIZE);
    }
    clip(place);
    inset.getStyleClass().add("reach-inset");
    inset.setMinHeight(panel.reachInsetPx());
    inset.setPrefHeight(panel.reachInsetPx());
    Region rest = new ReachRest();
    Region countdown = new IdleBar(surroundings.session());
    this.root =
        new FrameColumn(
            panel,
            top,
            banner,
            rest,
            place,
            countdown,
            top,
            banner,
            rest,
            title,
            place,
            new UpdateBar(surroundings),
            countdown,
            bottom,
            inset);
    root.getStyleClass().add("frame");
    root.getStylesheets().add(Styles.sheet(Frame.class, "frame.css"));
    count(surroundings);
    comfort.reachProperty().subscribe(root::reach);
    surroundings.catalogue().holdingProperty().subscribe(this::hold);
    arrive(Optional.empty(), navigator.place());
    navigator.placeProperty().subscribe(this::arrive);
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

  /// Who leaves the staff's page while there is no content comes back to the notice.
  private void arrive(Optional<Navigator.Place> before, Optional<Navigator.Place> now) {
    boolean left = before.filter(at -> at.route() instanceof Route.Staff).isPresent();
    boolean ready = catalogue.holdingProperty().get() instanceof Holding.Ready;
    if (left && !ready && !isStaff()) {
      show(catalogue.holdingProperty().get());
    } else {
      now.ifPresent(this::show);
    }
  }

  private boolean isStaff() {
    return navigator.place().filter(at -> at.route() instanceof Route.Staff).isPresent();
  }

  /// A screen in view stays where it is while the release under it changes.
  private void hold(Holding holding) {
    if (isStaff()) {
      return;
    }
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
  }

  private void showBars(boolean shown) {
    for (Node bar : new Node[] {top, bottom, inset}) {
      bar.setVisible(shown);
      bar.setManaged(shown);
    }
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
