package cn.gongkai.kiosk.frame;

import cn.gongkai.kiosk.nav.Navigator;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The controls that are always in the same place, in reach.
final class BottomBar extends HBox {

  private final BooleanProperty navigable = new SimpleBooleanProperty(true);

  BottomBar(Navigator navigator, Comfort comfort) {
    getStyleClass().add("bottom-bar");
    Button back = button("frame.back", Icon.BACK, navigator::back);
    back.disableProperty().bind(navigator.canGoBackProperty().not().or(navigable.not()));
    Button home = button("frame.home", Icon.HOME, navigator::home);
    Button search = button("frame.search", Icon.SEARCH, () -> navigator.open(new Route.Search("")));
    Button size = button("frame.size", Icon.TEXT_SIZE, comfort::nextTextSize);
    Button theme = button("frame.contrast", Icon.CONTRAST, comfort::nextTheme);
    Button reach = button("frame.reach", Icon.REACH, comfort::toggleReach);
    Button help = button("frame.help", Icon.HELP, () -> navigator.open(new Route.Hall()));
    home.disableProperty().bind(navigable.not());
    search.disableProperty().bind(navigable.not());
    help.disableProperty().bind(navigable.not());
    comfort
        .textSizeProperty()
        .subscribe(value -> mark(size, value != TextSize.NORMAL, "frame.size"));
    comfort.themeProperty().subscribe(value -> showTheme(theme, value));
    comfort.reachProperty().subscribe(value -> mark(reach, value, "frame.reach"));
    getChildren().addAll(back, home, search, size, theme, reach, help);
  }

  /// Whether there is anywhere to go.
  void navigable(boolean now) {
    navigable.set(now);
  }

  private static void showTheme(Button button, Theme theme) {
    mark(
        button,
        theme != Theme.PAPER,
        switch (theme) {
          case PAPER -> "frame.contrast";
          case CONTRAST -> "frame.night";
          case NIGHT -> "frame.paper";
        });
  }

  private static void mark(Button button, boolean on, String key) {
    button.setText(Messages.of(key));
    button.getStyleClass().remove("on");
    if (on) {
      button.getStyleClass().add("on");
    }
  }

  private static Button button(String key, Icon icon, Runnable action) {
    Button button = new Button(Messages.of(key), Icons.of(icon));
    button.getStyleClass().setAll("bar-button", Styles.TOUCH);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }
}
