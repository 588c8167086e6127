package cn.gongkai.desk.yaml;

import java.util.Comparator;
import java.util.Locale;

/// Finds the known name a mistyped one was meant to be, by the number of letters that differ.
final class NearestName {

  private NearestName() {}

  /// Names nearer to the given one first.
  static Comparator<String> to(String typed) {
    String folded = typed.toLowerCase(Locale.ROOT);
    return Comparator.comparingInt(name -> distance(folded, name.toLowerCase(Locale.ROOT)));
  }

  /// Levenshtein's distance.
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
