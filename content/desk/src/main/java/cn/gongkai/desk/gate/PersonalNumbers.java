package cn.gongkai.desk.gate;

import cn.gongkai.content.model.CreditCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds numbers that belong to a person: identity numbers with a valid check digit (GB 11643),
/// mobile numbers, bank cards that pass Luhn's test. What is found is told masked.
final class PersonalNumbers {

  private static final Pattern ID =
      Pattern.compile("(?<![0-9A-Za-z])\\d{17}[\\dXx](?![0-9A-Za-z])");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9A-Za-z.-])1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?![0-9A-Za-z])");
  private static final Pattern CARD =
      Pattern.compile(
          "(?<![0-9A-Za-z/.-])[3-6]\\d{3}(?:[ -]?\\d{4}){2,3}[ -]?\\d{1,7}(?![0-9A-Za-z])");

  /// Begins with the code of a province (GB/T 2260).
  private static final Pattern ROUNDED = Pattern.compile("(?:[1-6][1-7]|71|8[12])\\d{13}000");

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private PersonalNumbers() {}

  /// A number found.
  ///
  /// @param masked fit to be printed
  record Found(Rule rule, String masked) {}

  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    Matcher id = ID.matcher(text);
    while (id.find()) {
      if (isIdentity(id.group())) {
        found.add(new Found(Rule.ID_NUMBER, mask(id.group(), 6, 4)));
      }
    }
    Matcher mobile = MOBILE.matcher(text);
    while (mobile.find()) {
      found.add(new Found(Rule.MOBILE, mask(digits(mobile.group()), 3, 4)));
    }
    Matcher card = CARD.matcher(text);
    while (card.find()) {
      if (isCard(digits(card.group()))) {
        found.add(new Found(Rule.BANK_CARD, mask(digits(card.group()), 0, 4)));
      }
    }
    return found;
  }

  /// Numbers in the value of a numeric cell. A spreadsheet keeps 15 digits of a number, so that an
  /// identity number typed as one ends in three noughts and has no check digit; the birthday in it
  /// is still the person's.
  static List<Found> inCell(String digits) {
    List<Found> found = new ArrayList<>(in(digits));
    boolean rounded = ROUNDED.matcher(digits).matches() && isBirthday(digits.substring(6, 14));
    if (rounded && found.stream().noneMatch(f -> f.rule() == Rule.ID_NUMBER)) {
      found.add(new Found(Rule.ID_NUMBER, mask(digits, 6, 4)));
    }
    return found;
  }

  static boolean isIdentity(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    boolean checked = CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    return checked && number.charAt(0) != '0' && isBirthday(number.substring(6, 14));
  }

  private static boolean isBirthday(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    try {
      LocalDate.of(
          year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
      return year >= 1880 && year <= 2100;
    } catch (DateTimeException e) {
      return false;
    }
  }

  static boolean isCard(String digits) {
    if (digits.length() < 16 || digits.length() > 19) {
      return false;
    }
    boolean otherwise = digits.length() == 18 && (CreditCode.isValid(digits) || isIdentity(digits));
    return !otherwise && luhn(digits);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static String digits(String text) {
    return text.replaceAll("[ -]", "");
  }

  private static String mask(String number, int head, int tail) {
    int hidden = number.length() - head - tail;
    return number.substring(0, head)
        + "*".repeat(hidden)
        + number.substring(number.length() - tail);
  }
}
