package cn.gongkai.content.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Unified social credit code (统一社会信用代码) of 18 characters with a valid check character, GB
/// 32100-2015.
public record CreditCode(@JsonValue String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

  @JsonCreator
  public CreditCode {
    InvalidValue.require(
        isValid(value), "MODEL-CREDIT-CODE", "not a unified social credit code: '%s'", value);
  }

  public static boolean isValid(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31) == text.charAt(17);
  }

  @Override
  public String toString() {
    return value;
  }
}
