package cn.gongkai.content.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// One character for another: full-width to half-width, upper to lower case, traditional to
/// simplified, every bracket and quotation mark to its ASCII form. A folded text has the length of
/// the text itself, so a place found in one is a place in the other.
///
/// The traditional forms come from the dictionary `t2s.txt` inside HanLP's jar (Apache-2.0).
final class Folding {

  private static final String TRADITIONAL = "/data/dictionary/tc/t2s.txt";
  private static final String OPENING = "〔［【﹝「『《〈（｛";
  private static final String CLOSING = "〕］】﹞」』》〉）｝";
  private static final char[] TABLE = table();

  private Folding() {}

  static char fold(char c) {
    return TABLE[c];
  }

  static String fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return new String(chars);
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = Character.toLowerCase(isCompatibility(c) ? single((char) c) : (char) c);
    }
    for (int c = 0; c <= ' '; c++) {
      table[c] = ' ';
    }
    table['\u00a0'] = ' ';
    fill(table, OPENING + "[{<", '(');
    fill(table, CLOSING + "]}>", ')');
    fill(table, "“”„‟＂", '"');
    fill(table, "‘’‚‛＇", '\'');
    fill(table, "‐‑‒–—―－﹣", '-');
    addTraditional(table);
    for (int c = 0; c < table.length; c++) {
      table[c] = table[table[c]];
    }
    return table;
  }

  /// Radicals that PDF extraction leaves in place of characters, compatibility ideographs, and the
  /// full-width forms.
  private static boolean isCompatibility(int c) {
    return c >= 0x2e80 && c <= 0x2fdf
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xff00 && c <= 0xffef
        || c == 0x3000;
  }

  private static char single(char c) {
    String folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return folded.length() == 1 ? folded.charAt(0) : c;
  }

  private static void fill(char[] table, String from, char to) {
    from.chars().forEach(c -> table[c] = to);
  }

  private static void addTraditional(char[] table) {
    try (InputStream in = com.hankcs.hanlp.HanLP.class.getResourceAsStream(TRADITIONAL)) {
      if (in == null) {
        throw new IllegalStateException(TRADITIONAL + " is missing from HanLP's jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> line.length() == 3 && line.charAt(1) == '=')
          .forEach(line -> table[line.charAt(0)] = line.charAt(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
