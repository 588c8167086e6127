package cn.gongkai.kiosk.frame;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.Touch;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.Lane;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the item being read. A changed one stays until the reader asks for the new one; a
/// withdrawn one goes at once.
final class UpdateBar extends HBox {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateBar.class);

  private final Surroundings surroundings;
  private final Lane lane;

  UpdateBar(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.lane = surroundings.catalogue().lane();
    getStyleClass().add("quiet-bar");
    Label words = Labels.text(Messages.of("frame.update"));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(
            Icons.of(Icon.REFRESH),
            words,
            Touch.plain(Messages.of("frame.update.show"), this::reload));
    offer(false);
    surroundings.navigator().placeProperty().subscribe(this::leave);
    surroundings.catalogue().generationProperty().addListener((held, before, now) -> look());
  }

  private void leave() {
    lane.cancel();
    offer(false);
  }

  private void reload() {
    surroundings.navigator().reload();
  }

  private void look() {
    Optional<Screen> open = surroundings.navigator().place().map(Navigator.Place::screen);
    Optional<Screen.Reading> reading = open.flatMap(Screen::reading);
    reading.ifPresent(
        shown ->
            surroundings
                .catalogue()
                .load(
                    lane,
                    content -> content.findItem(shown.id()).map(Item::revision),
                    revision -> compare(shown.revision(), revision),
                    UpdateBar::unknown));
  }

  private void compare(int shown, Optional<Integer> revision) {
    if (revision.isEmpty()) {
      reload();
    } else {
      offer(revision.get() != shown);
    }
  }

  private void offer(boolean news) {
    setVisible(news);
    setManaged(news);
  }

  private static void unknown(Fault fault) {
    LOG.info("{}: whether the open item changed is not known", fault.code());
  }
}
