package cn.gongkai.kiosk.theme;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// A sign of the icon family as text, for screens whose signs content does not name. It takes its
/// face, size and colour from the style class `icon` and grows with the text around it.
public final class Glyph {

  private Glyph() {}

  /// @param sign one of the family's regular signs; only their face is loaded
  public static Label of(Ikon sign, String... styleClasses) {
    Label label = new Label(Character.toString(sign.getCode()));
    label.getStyleClass().add("icon");
    label.getStyleClass().addAll(styleClasses);
    label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    label.setMouseTransparent(true);
    return label;
  }
}
