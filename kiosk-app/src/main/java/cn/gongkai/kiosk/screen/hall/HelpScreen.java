package cn.gongkai.kiosk.screen.hall;

import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.KineticPane;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How to use this screen (教我用): tap, swipe, and the row of buttons below.
public final class HelpScreen implements Screen {

  private static final int PRACTICE_ROWS = 12;

  private final HelpViewModel model;
  private final VBox root = new VBox();

  public HelpScreen(Surroundings surroundings) {
    this.model = new HelpViewModel(surroundings.navigator());
    root.getStyleClass().add("help-page");
    root.getStylesheets().add(Styles.sheet(HelpScreen.class, "hall.css"));
    model.stepProperty().subscribe(this::show);
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.READING;
  }

  private void show(HelpViewModel.Step step) {
    root.getChildren()
        .setAll(
            Labels.text(Messages.of("help.title"), Styles.TITLE_1),
            Labels.text(words(step), Styles.TITLE_2, "help-words"));
    Node practice =
        switch (step) {
          case TAP -> tap();
          case SWIPE -> swipe();
          case BACK -> bar();
          case DONE -> done();
        };
    VBox.setVgrow(practice, Priority.ALWAYS);
    root.getChildren().add(practice);
  }

  private static String words(HelpViewModel.Step step) {
    return switch (step) {
      case TAP -> Messages.of("help.tap");
      case SWIPE -> Messages.of("help.swipe");
      case BACK -> Messages.of("help.bar");
      case DONE -> Messages.of("help.done");
    };
  }

  private Node tap() {
    HBox content =
        new HBox(
            Icons.of(Icon.TOUCH, "help-icon"),
            Labels.text(Messages.of("help.tap.card"), Styles.STRONG));
    content.setAlignment(Pos.CENTER_LEFT);
    content.getStyleClass().add("help-content");
    Card card = new Card(Messages.of("help.tap.card"), content, model::tapped);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(card);
    box.setAlignment(Pos.TOP_CENTER);
    return box;
  }

  private Node swipe() {
    VBox rows = new VBox();
    rows.getStyleClass().add(Styles.TOUCH_GAP);
    for (int i = 1; i <= PRACTICE_ROWS; i++) {
      String key = i == PRACTICE_ROWS ? "help.swipe.last" : "help.swipe.row";
      VBox row = new VBox(Labels.text(Messages.of(key, String.valueOf(i))));
      row.getStyleClass().addAll(Styles.SHEET, "help-row");
      rows.getChildren().add(row);
    }
    KineticPane pane = new KineticPane(rows);
    pane.setMinHeight(0);
    pane.vvalueProperty()
        .addListener(
            (held, before, now) -> {
              if (now.doubleValue() > 0.9) {
                model.swiped();
              }
            });
    return pane;
  }

  private Node bar() {
    VBox lines = new VBox();
    lines.getStyleClass().addAll(Styles.SHEET, "hall-sheet");
    line(lines, Icon.BACK, "help.bar.back");
    line(lines, Icon.TEXT_SIZE, "help.bar.size");
    line(lines, Icon.CONTRAST, "help.bar.contrast");
    line(lines, Icon.REACH, "help.bar.reach");
    line(lines, Icon.HELP, "help.bar.help");
    HBox next = new HBox(Touch.main(Messages.of("help.next"), Icon.NEXT, model::understood));
    VBox box = new VBox(lines, next);
    box.getStyleClass().add("help-box");
    KineticPane pane = new KineticPane(box);
    pane.setMinHeight(0);
    return pane;
  }

  private Node done() {
    HBox both =
        new HBox(
            Touch.main(Messages.of("help.home"), Icon.HOME, model::home),
            Touch.plain(Messages.of("help.again"), Icon.REFRESH, model::again));
    both.getStyleClass().add(Styles.TOUCH_GAP);
    return both;
  }

  private static void line(VBox lines, Icon icon, String key) {
    HBox line = new HBox(Icons.of(icon, "hall-icon"), Labels.text(Messages.of(key)));
    line.getStyleClass().add("hall-line");
    line.setAlignment(Pos.CENTER_LEFT);
    lines.getChildren().add(line);
  }
}
