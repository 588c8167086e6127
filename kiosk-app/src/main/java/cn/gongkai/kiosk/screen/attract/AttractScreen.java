package cn.gongkai.kiosk.screen.attract;

import cn.gongkai.kiosk.frame.FrameViewModel;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.FitPane;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.work.Ticker;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A poster, the clock and an invitation. Everything moves by a few pixels now and then, so that
/// nothing burns into the panel. Silent.
public final class AttractScreen implements Screen {

  private static final Duration POSTER = Duration.ofSeconds(12);
  private static final Duration SHIFT = Duration.ofSeconds(60);
  private static final int[][] SHIFTS_PX = {{0, 0}, {6, 3}, {3, 8}, {-4, 6}, {-6, -2}, {2, -6}};

  private final AttractViewModel model;
  private final VBox page = new VBox();
  private final StackPane root = new StackPane(page);
  private final FitPane wall = new FitPane();
  private final Ticker.Ticking turning;
  private final Ticker.Ticking shifting;
  private final Subscription releases;
  private int shift;

  public AttractScreen(Surroundings surroundings, FrameViewModel frame, Ticker ticker) {
    this.model = new AttractViewModel(surroundings);
    root.getStyleClass().add("attract");
    root.getStylesheets().add(Styles.sheet(AttractScreen.class, "attract.css"));
    root.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> model.begin());
    page.getStyleClass().add("attract-page");
    VBox.setVgrow(wall, Priority.ALWAYS);
    page.getChildren().addAll(masthead(frame), wall, invitation(frame));
    model.posterProperty().subscribe(this::hang);
    this.releases =
        surroundings.catalogue().generationProperty().subscribe((before, now) -> model.refresh());
    this.turning = ticker.every(POSTER, model::next);
    this.shifting = ticker.every(SHIFT, this::shift);
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.ATTRACT;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public void dispose() {
    turning.close();
    shifting.close();
    releases.unsubscribe();
    model.dispose();
  }

  private void shift() {
    shift = (shift + 1) % SHIFTS_PX.length;
    page.setTranslateX(SHIFTS_PX[shift][0]);
    page.setTranslateY(SHIFTS_PX[shift][1]);
  }

  private Region masthead(FrameViewModel frame) {
    Label name = Labels.text("", "attract-name");
    name.textProperty().bind(frame.siteNameProperty());
    Label hall = Labels.text("", "attract-hall");
    hall.textProperty().bind(frame.hallNameProperty());
    Region rules = new Region();
    rules.getStyleClass().add("attract-rules");
    VBox box = new VBox(name, hall, rules);
    box.getStyleClass().add("attract-head");
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private void hang(Optional<AttractViewModel.Poster> poster) {
    poster.map(this::poster).ifPresentOrElse(wall::show, wall::clear);
  }

  private Card poster(AttractViewModel.Poster poster) {
    VBox words =
        new VBox(
            Labels.line(poster.column(), "poster-column"),
            Labels.text(poster.title(), "poster-title"));
    if (!poster.words().isEmpty()) {
      words.getChildren().add(Labels.text(poster.words(), "poster-words"));
    }
    HBox more =
        new HBox(
            Labels.line(Messages.of("attract.open"), "poster-more"),
            Icons.of(Icon.NEXT, "poster-more"));
    more.setAlignment(Pos.CENTER_LEFT);
    words.getChildren().addAll(Labels.text(poster.facts(), Styles.MUTED), more);
    words.getStyleClass().add("poster-words-box");
    Card card = new Card(poster.title(), words, () -> model.open(poster), "poster");
    card.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    return card;
  }

  private static Region invitation(FrameViewModel frame) {
    Label time = Labels.line("", "attract-time");
    time.textProperty().bind(frame.timeProperty());
    Label date = Labels.text("", Styles.MUTED);
    date.textProperty().bind(frame.dateProperty());
    Label fresh = Labels.text("", Styles.MUTED);
    fresh.textProperty().bind(frame.freshnessProperty());
    VBox facts = new VBox(date, fresh);
    facts.setAlignment(Pos.CENTER_LEFT);
    FlowLine clock = new FlowLine(time, facts);
    clock.getStyleClass().add("attract-clock");
    Label touch = Labels.line(Messages.of("attract.touch"), "attract-touch");
    touch.setGraphic(Icons.of(Icon.TOUCH));
    touch.setMaxWidth(Double.MAX_VALUE);
    VBox box = new VBox(clock, touch);
    box.getStyleClass().add("attract-foot");
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }
}
