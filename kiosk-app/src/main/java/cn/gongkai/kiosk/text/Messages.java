package cn.gongkai.kiosk.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the terminal, from `messages.properties`. A key that is missing is a bug and says
/// so loudly.
public final class Messages {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.kiosk.text.messages", Locale.ROOT);

  private Messages() {}

  /// @throws java.util.MissingResourceException where the key is unknown
  public static String of(String key) {
    return BUNDLE.getString(key);
  }

  /// @param arguments fill `{0}`, `{1}` … as [MessageFormat] does; numbers are passed as text
  public static String of(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.SIMPLIFIED_CHINESE).format(arguments);
  }
}
