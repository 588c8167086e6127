package cn.gongkai.desk.phone;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the phone pages, from the bundle `phone.properties`.
final class PhoneText {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.desk.phone.phone", Locale.ROOT);

  private PhoneText() {}

  static String of(String key) {
    return BUNDLE.getString(key);
  }

  static String of(String key, Object... particulars) {
    Object[] words = Arrays.stream(particulars).map(String::valueOf).toArray();
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
  }

  /// A file's size in words.
  static String size(long bytes) {
    long kb = Math.max(1, (bytes + 512) / 1024);
    return kb < 1024
        ? of("size.kb", kb)
        : of("size.mb", "%.1f".formatted(bytes / (1024.0 * 1024.0)));
  }
}
