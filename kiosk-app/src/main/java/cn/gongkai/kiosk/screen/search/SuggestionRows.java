package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Icon;
import cn.gongkai.kiosk.theme.Icons;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.Labels;
import cn.gongkai.kiosk.ui.MarkedText;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The rows under the field, all of one height, as many as there is room for and none in part. A
/// title that is too long for its row is shown around the words that answer.
final class SuggestionRows extends Region {

  private static final double ROW_EM = 2.3;
  private static final double BESIDE_EM = 6.4;
  private static final int CHARACTERS_MIN = 6;

  private final Consumer<Suggestion> take;
  private final Text em = new Text("永");
  private final Region finger = new Region();
  private final HBox apart = new HBox();
  private final Group gauges;
  private List<Suggestion> rows = List.of();
  private int charactersShown;

  SuggestionRows(Consumer<Suggestion> take) {
    this.take = take;
    getStyleClass().add("suggestions");
    em.setManaged(false);
    em.setVisible(false);
    finger.getStyleClass().add(Styles.TOUCH);
    apart.getStyleClass().add(Styles.TOUCH_GAP);
    gauges = new Group(finger, apart);
    gauges.setManaged(false);
    gauges.setVisible(false);
    getChildren().addAll(em, gauges);
    em.fontProperty().subscribe(font -> requestParentLayout());
  }

  void show(List<Suggestion> suggestions) {
    if (!rows.equals(suggestions)) {
      rows = List.copyOf(suggestions);
      charactersShown = 0;
      requestLayout();
      requestParentLayout();
    }
  }

  int size() {
    return rows.size();
  }

  /// Height of a number of rows with what lies between and around them.
  double heightOf(int count) {
    return count == 0 ? 0 : snapSizeY(count * rowHeight() + (count - 1) * gap()) + insets();
  }

  /// How many rows a height has room for.
  int fitting(double height) {
    return (int) Math.max(0, Math.floor((height - insets() + gap()) / (rowHeight() + gap())));
  }

  @Override
  protected double computePrefHeight(double width) {
    return heightOf(rows.size());
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double left = getInsets().getLeft();
    double width = getWidth() - left - getInsets().getRight();
    fill(Math.max(CHARACTERS_MIN, (int) Math.floor(width / em() - BESIDE_EM)));
    int fit = fitting(getHeight());
    double y = getInsets().getTop();
    for (int i = 0; i < rows.size(); i++) {
      var row = getChildren().get(i + 2);
      row.setVisible(i < fit);
      row.resizeRelocate(left, snapPositionY(y), width, rowHeight());
      y += rowHeight() + gap();
    }
  }

  private void fill(int characters) {
    if (characters == charactersShown && getChildren().size() == rows.size() + 2) {
      return;
    }
    charactersShown = characters;
    getChildren().setAll(em, gauges);
    rows.forEach(row -> getChildren().add(row(row, characters)));
  }

  private Card row(Suggestion suggestion, int characters) {
    return switch (suggestion) {
      case Suggestion.ToItem to ->
          card(
              Icon.DOCUMENT,
              MarkedText.of(around(to.hit().title(), characters), "marked-title"),
              to.hit().item().title(),
              "",
              suggestion);
      case Suggestion.ToTopic to ->
          named(to.topic().icon(), to.topic().name(), "search.suggest.topic", to);
      case Suggestion.ToColumn to ->
          named(to.column().icon(), to.column().name(), "search.suggest.column", to);
      case Suggestion.ToWord to ->
          card(
              Icon.SEARCH,
              Labels.line(to.word(), Styles.STRONG),
              to.word(),
              Messages.of("search.suggest.word"),
              to);
    };
  }

  private Card named(String icon, String name, String kind, Suggestion suggestion) {
    return card(
        Icon.find(icon).orElse(Icon.TOPIC),
        Labels.line(name, Styles.STRONG),
        name,
        Messages.of(kind),
        suggestion);
  }

  private Card card(Icon icon, Region words, String spoken, String kind, Suggestion suggestion) {
    Label what = Labels.line(kind, Styles.MUTED, Styles.SMALL);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox content = new HBox(Icons.of(icon, "suggestion-icon"), words, gap);
    if (!kind.isEmpty()) {
      content.getChildren().add(what);
    }
    content.getChildren().add(Icons.of(Icon.NEXT, "row-next"));
    content.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(USE_PREF_SIZE);
    content.setFillHeight(false);
    content.getStyleClass().add("suggestion-content");
    return new Card(spoken, content, () -> take.accept(suggestion), "suggestion");
  }

  /// So many characters of a title, with its first mark among them.
  static SearchResult.Marked around(SearchResult.Marked title, int characters) {
    String text = title.text();
    if (text.length() <= characters) {
      return title;
    }
    int mark = title.marks().isEmpty() ? 0 : title.marks().getFirst().start();
    int end = title.marks().isEmpty() ? 0 : title.marks().getFirst().end();
    int from = end <= characters - 1 ? 0 : Math.min(mark - 1, text.length() - characters + 1);
    from = wholeCharacter(text, Math.clamp(from, 0, text.length()));
    int to = wholeCharacter(text, Math.min(text.length(), from + characters - (from > 0 ? 2 : 1)));
    String before = from > 0 ? "…" : "";
    String shown = before + text.substring(from, to) + (to < text.length() ? "…" : "");
    int shift = before.length() - from;
    int last = before.length() + to - from;
    List<SearchResult.Span> marks =
        title.marks().stream()
            .filter(span -> span.start() + shift < last && span.end() + shift > before.length())
            .map(
                span ->
                    new SearchResult.Span(
                        Math.max(before.length(), span.start() + shift),
                        Math.min(last, span.end() + shift)))
            .toList();
    return new SearchResult.Marked(shown, marks);
  }

  private static int wholeCharacter(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private double rowHeight() {
    finger.applyCss();
    return snapSizeY(Math.max(finger.minHeight(-1), ROW_EM * em()));
  }

  private double gap() {
    apart.applyCss();
    return snapSizeY(apart.getSpacing());
  }

  private double em() {
    return Math.max(1, em.getFont().getSize());
  }

  private double insets() {
    return getInsets().getTop() + getInsets().getBottom();
  }
}
