package cn.gongkai.content.search;

import cn.gongkai.content.search.SearchResult.Marked;
import cn.gongkai.content.search.SearchResult.Span;
import java.util.ArrayList;
import java.util.List;

/// The place in a text that answers best, with marks.
final class Snippets {

  private static final int LEAD = 24;
  private static final String SENTENCE_ENDS = "。！？；\n!?;";

  private Snippets() {}

  /// At most `width` characters around the closest gathering of different words; the beginning of
  /// the text where none occurs.
  ///
  /// @param words folded
  static Marked of(String text, List<String> words, int width) {
    List<Span> marks = Marks.inFolded(Terms.normalise(text), words);
    int from = marks.isEmpty() ? 0 : start(text, bestStart(text, marks, width));
    int end = Math.min(text.length(), from + width);
    from = Math.max(0, Math.min(from, end - width));
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return cut(text, from, end, marks);
  }

  private static Marked cut(String text, int from, int end, List<Span> marks) {
    String lead = from > 0 ? "…" : "";
    String shown =
        lead + text.substring(from, end).replace('\n', ' ') + (end < text.length() ? "…" : "");
    List<Span> inside = new ArrayList<>();
    for (Span mark : marks) {
      int start = Math.max(mark.start(), from);
      int stop = Math.min(mark.end(), end);
      if (start < stop) {
        int shift = lead.length() - from;
        inside.add(new Span(start + shift, stop + shift));
      }
    }
    return new Marked(shown, List.copyOf(inside));
  }

  /// The mark from which the following `width` characters hold the most different marked words.
  private static int bestStart(String text, List<Span> marks, int width) {
    int best = marks.getFirst().start();
    int most = 0;
    for (int i = 0; i < marks.size(); i++) {
      int limit = marks.get(i).start() + width - LEAD;
      int from = i;
      long different =
          marks.stream()
              .skip(from)
              .takeWhile(mark -> mark.end() <= limit)
              .map(mark -> text.substring(mark.start(), mark.end()))
              .distinct()
              .count();
      if (different > most) {
        most = (int) different;
        best = marks.get(i).start();
      }
    }
    return best;
  }

  private static int start(String text, int mark) {
    for (int at = mark; at > Math.max(0, mark - LEAD); at--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return Math.max(0, mark - LEAD);
  }
}
