package cn.gongkai.desk.phone;

/// A telephone number that rings when it is touched.
final class Telephone {

  private Telephone() {}

  static void write(Html html, String number) {
    String digits = number.replaceAll("[^0-9+]", "");
    html.open("dd");
    if (digits.length() >= 5 && digits.length() <= 15) {
      html.link("tel:" + digits, number);
    } else {
      html.text(number);
    }
    html.close("dd");
  }
}
