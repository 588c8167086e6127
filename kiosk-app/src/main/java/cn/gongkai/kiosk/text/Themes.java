package cn.gongkai.kiosk.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Names of the themes documents are classified by (主题分类), two levels.
public final class Themes {

  private static final int PARENT_DIGITS = 2;

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.kiosk.text.themes", Locale.ROOT);

  private Themes() {}

  /// For example `农业、林业、水利 - 水利` for `0603`; the code itself where it is unknown.
  public static String name(String code) {
    if (code.length() <= PARENT_DIGITS) {
      return word(code);
    }
    return word(code.substring(0, PARENT_DIGITS)) + " - " + word(code);
  }

  /// The last level's name alone.
  public static String shortName(String code) {
    return word(code);
  }

  private static String word(String code) {
    try {
      return BUNDLE.getString(code);
    } catch (MissingResourceException e) {
      return code;
    }
  }
}
