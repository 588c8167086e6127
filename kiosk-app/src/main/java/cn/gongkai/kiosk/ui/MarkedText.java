package cn.gongkai.kiosk.ui;

import cn.gongkai.content.search.SearchResult;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Words with the stretches that answer a query set off by weight, line and colour.
public final class MarkedText {

  private MarkedText() {}

  /// @param style of the plain stretches
  public static TextFlow of(SearchResult.Marked marked, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("marked-text");
    String words = marked.text();
    int from = 0;
    List<SearchResult.Span> marks =
        marked.marks().stream().sorted(Comparator.comparingInt(SearchResult.Span::start)).toList();
    for (SearchResult.Span mark : marks) {
      int start = Math.clamp(mark.start(), from, words.length());
      int end = Math.clamp(mark.end(), start, words.length());
      add(flow, words.substring(from, start), style);
      add(flow, words.substring(start, end), style, "mark");
      from = end;
    }
    add(flow, words.substring(from), style);
    return flow;
  }

  private static void add(TextFlow flow, String words, String... styles) {
    if (!words.isEmpty()) {
      Text text = new Text(words);
      text.getStyleClass().addAll(styles);
      flow.getChildren().add(text);
    }
  }
}
