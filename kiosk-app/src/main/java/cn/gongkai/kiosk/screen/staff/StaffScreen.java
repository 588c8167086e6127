package cn.gongkai.kiosk.screen.staff;

import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.screen.staff.StaffFacts.StickUse;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.KineticPane;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import cn.gongkai.kiosk.work.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The staff's screen (工作人员): how the terminal stands and what to do about it. It works where the
/// content is dead, and leads nowhere else.
public final class StaffScreen implements Screen {

  private static final Duration REFRESH = Duration.ofSeconds(3);
  private static final int DIGITS = 10;
  private static final int DIGITS_USUAL = 6;
  private static final int PAD_COLUMNS = 3;

  private final StaffViewModel model;
  private final List<StaffPorts.Switch> switches;
  private final VBox page = new VBox();
  private final KineticPane root = new KineticPane(page);
  private final Ticker ticker;
  private Ticker.@Nullable Ticking ticking;
  private Optional<String> confirming = Optional.empty();
  private Optional<StaffState> shown = Optional.empty();

  public StaffScreen(Surroundings surroundings, StaffPorts ports, Ticker ticker) {
    this.model = new StaffViewModel(surroundings, ports);
    this.switches = ports.switches();
    this.ticker = ticker;
    page.getStyleClass().add("staff-page");
    root.getStylesheets().add(Styles.sheet(StaffScreen.class, "staff.css"));
    model.stateProperty().subscribe(this::show);
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
    ticking = ticker.every(REFRESH, model::refresh);
  }

  @Override
  public void hidden() {
    if (ticking != null) {
      ticking.close();
      ticking = null;
    }
  }

  @Override
  public void dispose() {
    hidden();
    model.dispose();
  }

  /// What has not changed is left as it is: nobody's finger loses its button.
  private void show(StaffState state) {
    if (shown.filter(state::equals).isEmpty()) {
      shown = Optional.of(state);
      draw(state);
    }
  }

  private void draw(StaffState state) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(Labels.text(Messages.of("staff.title"), Styles.TITLE_1));
    switch (state) {
      case StaffState.Reading ignored -> {}
      case StaffState.Shut shut -> {
        nodes.add(section(shut.content()));
        nodes.add(pad(shut));
      }
      case StaffState.Open open -> {
        if (!open.word().isEmpty()) {
          nodes.add(notice(open.word()));
        }
        nodes.add(actions(open));
        open.stick().ifPresent(stick -> nodes.add(stick(stick)));
        open.sections().forEach(each -> nodes.add(section(each)));
        if (!switches.isEmpty()) {
          nodes.add(accents());
        }
      }
    }
    page.getChildren().setAll(nodes);
  }

  private static Node notice(String words) {
    HBox line = new HBox(Icons.of(Icon.INFO), Labels.text(words, Styles.STRONG));
    line.getStyleClass().addAll(Styles.SHEET, "staff-notice");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node actions(StaffState.Open open) {
    List<Node> row = new ArrayList<>();
    boolean stick = open.stick().filter(it -> it.use() != StickUse.NOTHING).isPresent();
    String sync = Messages.of("staff.sync");
    // One main action: where a stick waits, it is the stick.
    row.add(
        stick
            ? Touch.plain(sync, Icon.REFRESH, model::syncNow)
            : Touch.main(sync, Icon.REFRESH, model::syncNow));
    if (model.canRestart()) {
      boolean sure = confirming.filter("restart"::equals).isPresent();
      row.add(
          Touch.plain(
              Messages.of(sure ? "staff.restart.sure" : "staff.restart"),
              () -> confirm("restart", model::restart)));
    }
    return FlowLine.ofTouch(row);
  }

  /// Seldom changed, so below everything that tells how the terminal stands.
  private Node accents() {
    VBox sheet = sheet(Messages.of("staff.accents"));
    sheet.getChildren().add(Labels.text(Messages.of("staff.accents.words"), Styles.BODY));
    List<Node> row = new ArrayList<>();
    for (StaffPorts.Switch each : switches) {
      boolean on = each.on().getAsBoolean();
      String key = on ? "staff.switch.on" : "staff.switch.off";
      row.add(Touch.plain(Messages.of(key, each.name()), () -> model.set(each, !on)));
    }
    sheet.getChildren().add(FlowLine.ofTouch(row));
    return sheet;
  }

  private Node stick(StaffFacts.StickOffer stick) {
    VBox sheet = sheet(Messages.of("staff.stick"));
    sheet.getChildren().add(Labels.text(stick.words(), Styles.BODY));
    if (stick.use() != StickUse.NOTHING) {
      boolean sure = confirming.filter(stick.id()::equals).isPresent();
      List<Node> row = new ArrayList<>();
      row.add(
          Touch.main(
              stickAction(stick.use(), sure),
              Icon.CHECK,
              () -> confirm(stick.id(), () -> model.useStick(stick))));
      if (sure) {
        row.add(Touch.plain(Messages.of("staff.cancel"), Icon.CLOSE, () -> confirm("", () -> {})));
      }
      sheet.getChildren().add(FlowLine.ofTouch(row));
    }
    return sheet;
  }

  private static String stickAction(StickUse use, boolean sure) {
    return use == StickUse.CARRY
        ? Messages.of(sure ? "staff.stick.carry.sure" : "staff.stick.carry")
        : Messages.of(sure ? "staff.stick.sure" : "staff.stick.import");
  }

  /// The first touch asks, the second does.
  private void confirm(String what, Runnable action) {
    boolean sure = confirming.filter(what::equals).isPresent();
    confirming = sure || what.isEmpty() ? Optional.empty() : Optional.of(what);
    if (sure) {
      action.run();
    }
    shown.ifPresent(this::draw);
  }

  private static Node section(StaffFacts.Section section) {
    VBox sheet = sheet(section.title());
    section.lines().forEach(line -> sheet.getChildren().add(line(line)));
    return sheet;
  }

  private static VBox sheet(String title) {
    VBox sheet = new VBox(Labels.text(title, Styles.TITLE_2));
    sheet.getStyleClass().addAll(Styles.SHEET, "staff-sheet");
    return sheet;
  }

  private static Node line(StaffFacts.Line line) {
    Label value = Labels.text(line.value(), Styles.BODY);
    List<Node> parts = new ArrayList<>();
    if (line.name().isEmpty()) {
      parts.add(value);
    } else {
      FlowLine both = new FlowLine(Labels.line(line.name(), Styles.MUTED), value);
      both.getStyleClass().add("staff-line");
      parts.add(both);
    }
    switch (line.tone()) {
      case PLAIN -> {}
      case GOOD -> parts.addFirst(Icons.of(Icon.CHECK, "staff-good"));
      case WARN -> parts.addFirst(Icons.of(Icon.WARNING, "staff-warn"));
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    HBox box = new HBox();
    box.getStyleClass().add("staff-line");
    box.getChildren().setAll(parts);
    HBox.setHgrow(parts.getLast(), Priority.ALWAYS);
    return box;
  }

  private Node pad(StaffState.Shut shut) {
    VBox sheet = new VBox();
    sheet.getStyleClass().addAll(Styles.SHEET, "staff-sheet");
    sheet
        .getChildren()
        .addAll(
            Labels.text(Messages.of("staff.pin"), Styles.TITLE_2),
            Labels.text(shut.word(), Styles.BODY));
    if (shut.canType()) {
      sheet.getChildren().addAll(Labels.line(dots(shut.dots()), "staff-dots"), keys());
    }
    return sheet;
  }

  private static String dots(int typed) {
    return "●".repeat(typed) + "○".repeat(Math.max(0, DIGITS_USUAL - typed));
  }

  private Node keys() {
    EvenGrid grid = new EvenGrid(PAD_COLUMNS);
    for (int key = 1; key < DIGITS; key++) {
      grid.getChildren().add(digit(key));
    }
    grid.getChildren()
        .addAll(wide(Touch.plain(Messages.of("staff.pin.erase"), model::erase)), digit(0));
    HBox enter = new HBox(Touch.main(Messages.of("staff.pin.enter"), Icon.CHECK, model::enter));
    VBox keys = new VBox(grid, enter);
    keys.getStyleClass().add("staff-keys");
    return keys;
  }

  private Button digit(int key) {
    Button button = Touch.plain(String.valueOf(key), () -> model.type(key));
    button.getStyleClass().add("staff-digit");
    return wide(button);
  }

  private static Button wide(Button button) {
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMaxHeight(Double.MAX_VALUE);
    return button;
  }
}
