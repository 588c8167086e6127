package cn.gongkai.kiosk.screen.hall;

import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Site;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.KineticPane;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Whom to ask: this hall, the disclosure office, and the other halls.
public final class HallScreen implements Screen {

  private final KineticPane root;

  public HallScreen(Surroundings surroundings) {
    VBox page = new VBox();
    page.getStyleClass().add("hall-page");
    page.getChildren().add(Labels.text(Messages.of("hall.title"), Styles.TITLE_1));
    page.getChildren()
        .add(
            new HBox(
                Touch.main(
                    Messages.of("hall.learn"),
                    Icon.TOUCH,
                    () -> surroundings.navigator().open(new Route.Help()))));
    Optional<Hall> here = surroundings.hall();
    here.ifPresent(hall -> page.getChildren().add(hall(Messages.of("hall.here"), hall)));
    surroundings.catalogue().outline().ifPresent(outline -> addOffices(page, outline, here));
    if (page.getChildren().size() == 2) {
      page.getChildren().add(Labels.text(Messages.of("hall.none"), Styles.BODY));
    }
    root = new KineticPane(page);
    root.getStylesheets().add(Styles.sheet(HallScreen.class, "hall.css"));
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.LIST;
  }

  private static void addOffices(VBox page, Outline outline, Optional<Hall> here) {
    outline.site().contact().ifPresent(contact -> page.getChildren().add(contact(contact)));
    for (Hall hall : outline.halls()) {
      if (here.filter(hall::equals).isEmpty()) {
        page.getChildren().add(hall("", hall));
      }
    }
  }

  private static Region hall(String over, Hall hall) {
    VBox sheet = sheet(over, hall.name());
    hall.telephone().ifPresent(it -> sheet.getChildren().add(telephone(it)));
    hall.hours().ifPresent(it -> sheet.getChildren().add(line(Icon.CLOCK, "hall.hours", it)));
    hall.address().ifPresent(it -> sheet.getChildren().add(line(Icon.PLACE, "hall.address", it)));
    return sheet;
  }

  private static Region contact(Site.Contact contact) {
    VBox sheet = sheet(Messages.of("hall.disclosure"), contact.office());
    contact.telephone().ifPresent(it -> sheet.getChildren().add(telephone(it)));
    contact.hours().ifPresent(it -> sheet.getChildren().add(line(Icon.CLOCK, "hall.hours", it)));
    contact
        .address()
        .ifPresent(it -> sheet.getChildren().add(line(Icon.PLACE, "hall.address", it)));
    contact.email().ifPresent(it -> sheet.getChildren().add(line(Icon.MAIL, "hall.email", it)));
    return sheet;
  }

  private static VBox sheet(String over, String name) {
    VBox sheet = new VBox();
    sheet.getStyleClass().addAll(Styles.SHEET, "hall-sheet");
    if (!over.isEmpty()) {
      sheet.getChildren().add(Labels.text(over, Styles.MUTED));
    }
    sheet.getChildren().add(Labels.text(name, Styles.TITLE_2));
    return sheet;
  }

  private static Region telephone(String number) {
    return line(Icon.CALL, "hall.telephone", Labels.text(number, "hall-number"));
  }

  private static Region line(Icon icon, String key, String words) {
    return line(icon, key, Labels.text(words));
  }

  private static Region line(Icon icon, String key, Label value) {
    HBox name = new HBox(Icons.of(icon, "hall-icon"), Labels.line(Messages.of(key), Styles.MUTED));
    name.setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("hall-line");
    FlowLine line = new FlowLine(name, value);
    line.getStyleClass().add("hall-flow");
    return line;
  }
}
