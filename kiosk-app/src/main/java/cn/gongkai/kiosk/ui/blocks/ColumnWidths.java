package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.PlainText;
import java.util.Arrays;

/// Widths of a table's columns, in units of its font size: narrow ones for figures, room for words.
///
/// Strategy: every cell wants its longest line and needs its longest unbreakable part. Where the
/// wishes fit they are stretched evenly to the room; where only the needs fit the rest is shared by
/// unmet wishes; where not even they fit the table becomes wider than the room and is swiped.
final class ColumnWidths {

  /// Characters beyond which a cell is glad to break its lines.
  private static final double WISH_MAX = 16;

  /// Chinese characters a line should have at least.
  private static final double WORDS_NEED = 4;

  private static final double HEADING_NEED = 2;

  /// A cell over many rows has room to run down.
  private static final double TALL_NEED = 3;

  private static final int TALL_ROWS = 3;
  private static final double LATIN_EM = 0.58;
  private static final double FIRST_CJK = 0x2E80;

  private ColumnWidths() {}

  static double[] of(TableShape shape, double roomEm, double paddingEm) {
    double[] needs = new double[shape.columns()];
    double[] wishes = new double[shape.columns()];
    for (TableShape.Place place : shape.places()) {
      if (place.columnSpan() == 1) {
        String text = PlainText.ofRuns(place.cell().runs());
        boolean head = place.row() < shape.headerRows();
        boolean tall = place.rowSpan() >= TALL_ROWS;
        double words = head ? HEADING_NEED : tall ? TALL_NEED : WORDS_NEED;
        double wish = head || tall ? words + 1 : WISH_MAX;
        int c = place.column();
        needs[c] = Math.max(needs[c], need(text, words) + paddingEm);
        wishes[c] = Math.max(wishes[c], Math.min(wish, longestLine(text)) + paddingEm);
      }
    }
    for (int c = 0; c < needs.length; c++) {
      needs[c] = Math.max(needs[c], 1 + paddingEm);
      wishes[c] = Math.max(wishes[c], needs[c]);
    }
    spread(shape, needs, wishes, paddingEm);
    return share(needs, wishes, roomEm);
  }

  /// A cell over several columns asks each of them for its part of what is missing.
  private static void spread(TableShape shape, double[] needs, double[] wishes, double paddingEm) {
    for (TableShape.Place place : shape.places()) {
      int span = place.columnSpan();
      if (span > 1) {
        String text = PlainText.ofRuns(place.cell().runs());
        double missing = need(text, HEADING_NEED) + paddingEm - sum(needs, place.column(), span);
        for (int c = place.column(); missing > 0 && c < place.column() + span; c++) {
          needs[c] += missing / span;
          wishes[c] = Math.max(wishes[c], needs[c]);
        }
      }
    }
  }

  private static double[] share(double[] needs, double[] wishes, double room) {
    double need = sum(needs, 0, needs.length);
    double wish = sum(wishes, 0, wishes.length);
    double[] widths = needs.clone();
    if (wish <= room) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = wishes[c] * room / wish;
      }
    } else if (need < room) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] += (wishes[c] - needs[c]) * (room - need) / (wish - need);
      }
    }
    return widths;
  }

  private static double sum(double[] values, int from, int count) {
    return Arrays.stream(values, from, Math.min(values.length, from + count)).sum();
  }

  static double longestLine(String text) {
    return text.lines().mapToDouble(ColumnWidths::width).max().orElse(0);
  }

  /// The longest part that must not be broken: a figure or a Latin word, or a few characters.
  static double need(String text, double wordsAtLeast) {
    double longest = 0;
    double word = 0;
    double words = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_CJK) {
        words++;
        word = 0;
      } else if (Character.isWhitespace(c)) {
        word = 0;
      } else {
        word += LATIN_EM;
        longest = Math.max(longest, word);
      }
    }
    double whole = text.indexOf('（') >= 0 ? wordsAtLeast + 1 : wordsAtLeast;
    return Math.max(longest, Math.min(words, whole));
  }

  private static double width(String line) {
    return line.chars().mapToDouble(c -> c >= FIRST_CJK ? 1 : LATIN_EM).sum();
  }
}
