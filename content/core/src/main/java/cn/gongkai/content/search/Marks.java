package cn.gongkai.content.search;

import cn.gongkai.content.search.SearchResult.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The places of words in a text: what a list, a snippet and the reader show marked.
public final class Marks {

  private static final int MARKS_MAX = 500;

  private Marks() {}

  /// Every place of the words in the text, in order, without overlap; at most 500.
  ///
  /// @param text as shown
  /// @param words as a resident typed them or as a [QueryReading] read them
  public static List<Span> of(String text, List<String> words) {
    List<String> folded = words.stream().map(Terms::normalise).filter(w -> !w.isBlank()).toList();
    return inFolded(Terms.normalise(text), folded);
  }

  static List<Span> inFolded(String text, List<String> words) {
    List<Span> found = new ArrayList<>();
    for (String word : words) {
      int at = text.indexOf(word);
      for (int n = 0; at >= 0 && n < MARKS_MAX; n++) {
        found.add(new Span(at, at + word.length()));
        at = text.indexOf(word, at + word.length());
      }
    }
    found.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    return joined(found);
  }

  private static List<Span> joined(List<Span> sorted) {
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
        Span last = joined.removeLast();
        joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else if (joined.size() < MARKS_MAX) {
        joined.add(span);
      }
    }
    return List.copyOf(joined);
  }
}
