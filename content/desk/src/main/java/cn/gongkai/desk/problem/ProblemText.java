package cn.gongkai.desk.problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of the problem codes, from the bundle `problems.properties`.
public final class ProblemText {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("cn.gongkai.desk.problem.problems", Locale.ROOT);

  private ProblemText() {}

  /// The reason that belongs to a code, with the given particulars.
  public static String reason(String code, Object... particulars) {
    Object[] words = Arrays.stream(particulars).map(String::valueOf).toArray();
    return new MessageFormat(BUNDLE.getString(code), Locale.ROOT).format(words);
  }

  public static boolean knows(String code) {
    return BUNDLE.containsKey(code);
  }
}
