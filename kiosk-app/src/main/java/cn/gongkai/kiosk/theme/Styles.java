package cn.gongkai.kiosk.theme;

import java.net.URL;
import java.util.Objects;

/// Names of the style classes that code and stylesheets share, and where the stylesheets are.
public final class Styles {

  /// Root of the design canvas; tokens are defined here.
  public static final String KIOSK = "kiosk";

  public static final String PORTRAIT = "portrait";
  public static final String LANDSCAPE = "landscape";

  /// At least [Panel#TOUCH_MM] in both directions.
  public static final String TOUCH = "touch";

  /// At least [Panel#TOUCH_SMALL_MM] in both directions.
  public static final String TOUCH_SMALL = "touch-small";

  /// An area to write on: at least [Panel#WRITING_MM] in both directions.
  public static final String WRITING = "writing-pad";

  /// A box or grid whose children stand a finger's gap apart.
  public static final String TOUCH_GAP = "touch-gap";

  /// A raised card that can be pressed.
  public static final String CARD = "card";

  /// A flat sheet of paper that cannot.
  public static final String SHEET = "sheet";

  /// The single main action of a screen, red.
  public static final String MAIN = "main-action";

  /// Any other button.
  public static final String PLAIN = "plain-action";

  /// A filter that is on or off.
  public static final String CHIP = "chip";

  public static final String TITLE_1 = "title-1";
  public static final String TITLE_2 = "title-2";
  public static final String TITLE_3 = "title-3";
  public static final String BODY = "body";
  public static final String MUTED = "muted";
  public static final String SMALL = "small";
  public static final String SERIF = "serif";
  public static final String STRONG = "strong";
  public static final String LINK = "link-text";
  public static final String RED = "red-text";

  private Styles() {}

  /// Address of the tokens and shared components.
  public static String tokens() {
    return sheet(Styles.class, "tokens.css");
  }

  /// Address of a stylesheet beside a class.
  public static String sheet(Class<?> beside, String name) {
    URL url = beside.getResource(name);
    return Objects.requireNonNull(url, () -> beside.getName() + " has no " + name).toString();
  }
}
