package cn.gongkai.desk.office;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words for places inside office files, from the bundle `office.properties`.
final class Places {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.desk.office.office", Locale.ROOT);

  private Places() {}

  static String of(String key, Object... particulars) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(particulars);
  }
}
