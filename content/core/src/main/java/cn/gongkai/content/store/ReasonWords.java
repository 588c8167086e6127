package cn.gongkai.content.store;

import java.util.Locale;
import java.util.ResourceBundle;

/// The closed list of reasons in plain Chinese, for the staff of a hall and at the desk.
public final class ReasonWords {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.content.store.reasons", Locale.ROOT);

  private ReasonWords() {}

  /// What it is.
  public static String what(AgentReason reason) {
    return BUNDLE.getString(reason.key());
  }

  /// What to do.
  public static String advice(AgentReason reason) {
    return BUNDLE.getString(reason.key() + ".do");
  }
}
