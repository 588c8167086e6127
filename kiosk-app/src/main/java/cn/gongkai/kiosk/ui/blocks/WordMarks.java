package cn.gongkai.kiosk.ui.blocks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds where words stand in a text.
final class WordMarks {

  /// Words and places looked at in one paragraph; more marks than this help nobody.
  static final int WORDS_MAX = 16;

  static final int SPANS_MAX = 200;

  /// A stretch of text, from `start` up to but not including `end`.
  record Span(int start, int end) {}

  private WordMarks() {}

  /// Stretches covered by any of the words, in order, touching ones joined. Case is ignored.
  static List<Span> find(String text, List<String> words) {
    List<Span> found = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      lower = text;
    }
    for (String word : words.stream().filter(w -> !w.isBlank()).limit(WORDS_MAX).toList()) {
      String wanted = word.strip().toLowerCase(Locale.ROOT);
      int at = lower.indexOf(wanted);
      while (at >= 0 && found.size() < SPANS_MAX) {
        found.add(new Span(at, at + wanted.length()));
        at = lower.indexOf(wanted, at + wanted.length());
      }
    }
    return join(found);
  }

  private static List<Span> join(List<Span> found) {
    found.sort(Comparator.comparingInt(Span::start));
    List<Span> joined = new ArrayList<>();
    for (Span span : found) {
      Span before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && span.start() <= before.end()) {
        joined.set(joined.size() - 1, new Span(before.start(), Math.max(before.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }
}
