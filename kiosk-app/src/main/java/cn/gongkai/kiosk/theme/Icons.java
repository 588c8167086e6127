package cn.gongkai.kiosk.theme;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Icons as text: they take their size and colour from the style class `icon` and grow with the
/// text around them.
public final class Icons {

  private static final String STYLE = "icon";

  private Icons() {}

  /// A label that shows the icon and nothing else.
  public static Label of(Icon icon, String... styleClasses) {
    Label label = new Label(Character.toString(icon.glyph().getCode()));
    label.getStyleClass().add(STYLE);
    label.getStyleClass().addAll(styleClasses);
    label.setMouseTransparent(true);
    label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return label;
  }

  /// The icon of a column or topic by the name content gives it.
  public static Label named(String name, String... styleClasses) {
    return of(Icon.find(name).orElse(Icon.DOCUMENT), styleClasses);
  }
}
