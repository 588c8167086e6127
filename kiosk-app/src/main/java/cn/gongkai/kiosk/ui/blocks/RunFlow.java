package cn.gongkai.kiosk.ui.blocks;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.PlainText;
import cn.gongkai.content.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

/// Runs of text as one flow, with links that can be touched and words that can be marked.
///
/// Marks are shapes behind the letters, so they cost nothing where there are none and the text does
/// not move when they come and go.
public final class RunFlow extends TextFlow {

  /// Two ideographic spaces: the indent of a Chinese paragraph.
  static final String INDENT = "\u3000\u3000";

  private final List<Run> runs;
  private final BlockContext context;
  private final String text;
  private final List<Path> markPaths = new ArrayList<>();
  private List<WordMarks.Span> marks = List.of();
  private Optional<Path> spoken = Optional.empty();
  private WordMarks.Span spokenSpan = new WordMarks.Span(0, 0);
  private Subscription markWords = Subscription.EMPTY;

  RunFlow(List<Run> runs, Block.Align align, BlockContext context) {
    getStyleClass().addAll("runs", "runs-" + align.name().toLowerCase(java.util.Locale.ROOT));
    this.context = context;
    this.runs = align == Block.Align.JUSTIFIED ? indented(runs) : List.copyOf(runs);
    text = PlainText.ofRuns(this.runs);
    write();
    setTextAlignment(
        switch (align) {
          case JUSTIFIED -> TextAlignment.JUSTIFY;
          case LEFT -> TextAlignment.LEFT;
          case CENTER -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    sceneProperty()
        .subscribe(
            scene -> {
              markWords.unsubscribe();
              markWords =
                  scene == null
                      ? Subscription.EMPTY
                      : context.marks().subscribe(words -> mark(WordMarks.find(text, words)));
            });
  }

  /// The words as they stand on the screen, indent included.
  public String text() {
    return text;
  }

  /// Shows a stretch as the one being read aloud; an empty stretch takes it away.
  public void speak(int start, int end) {
    spokenSpan = new WordMarks.Span(start, end);
    spoken.ifPresent(getChildren()::remove);
    spoken = end > start ? Optional.of(behind("spoken")) : Optional.empty();
    requestLayout();
  }

  List<WordMarks.Span> marks() {
    return marks;
  }

  private static List<Run> indented(List<Run> runs) {
    List<Run> shown = new ArrayList<>();
    shown.add(Run.of(INDENT));
    Run first = runs.getFirst();
    String stripped = first.text().stripLeading();
    if (!stripped.isEmpty()) {
      shown.add(new Run(stripped, first.styles(), first.link()));
    }
    shown.addAll(runs.subList(1, runs.size()));
    return shown;
  }

  /// Writes the runs anew, cut where marks begin and end: marked letters have their own colour.
  private void write() {
    getChildren().clear();
    markPaths.clear();
    int at = 0;
    for (Run run : runs) {
      int end = at + run.text().length();
      int from = at;
      for (WordMarks.Span span : marks) {
        int begin = Math.clamp(span.start(), from, end);
        int until = Math.clamp(span.end(), from, end);
        write(run, at, from, begin, false);
        write(run, at, begin, until, true);
        from = until;
      }
      write(run, at, from, end, false);
      at = end;
    }
    marks.forEach(span -> markPaths.add(behind("mark")));
    spoken = spoken.map(path -> behind("spoken"));
  }

  private void write(Run run, int runAt, int from, int until, boolean marked) {
    if (until > from) {
      Text node = node(run, run.text().substring(from - runAt, until - runAt));
      if (marked) {
        node.getStyleClass().add("run-marked");
      }
      getChildren().add(node);
    }
  }

  private Text node(Run run, String words) {
    Text node = new Text(words);
    node.getStyleClass().add("run");
    for (Run.Style style : run.styles()) {
      switch (style) {
        case BOLD -> node.getStyleClass().add("run-bold");
        case EMPHASIS -> node.getStyleClass().add("run-emphasis");
        case UNDERLINE -> node.setUnderline(true);
        case STRIKE -> node.setStrikethrough(true);
        case SUPERSCRIPT -> node.getStyleClass().add("run-superscript");
        case SUBSCRIPT -> node.getStyleClass().add("run-subscript");
      }
    }
    run.link().ifPresent(link -> link(node, link, context.actions()));
    return node;
  }

  private static void link(Text node, Link link, BlockActions actions) {
    node.getStyleClass().add("run-link");
    node.setUnderline(true);
    node.setOnMouseClicked(
        event -> {
          event.consume();
          actions.follow(link);
        });
  }

  private void mark(List<WordMarks.Span> spans) {
    if (spans.equals(marks)) {
      return;
    }
    marks = spans;
    write();
    requestLayout();
  }

  private Path behind(String styleClass) {
    Path path = new Path();
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.getStyleClass().add(styleClass);
    getChildren().addFirst(path);
    return path;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (int i = 0; i < markPaths.size(); i++) {
      shape(markPaths.get(i), marks.get(i));
    }
    spoken.ifPresent(path -> shape(path, spokenSpan));
  }

  private void shape(Path path, WordMarks.Span span) {
    path.getElements().setAll(getRangeShape(span.start(), span.end(), false));
    path.relocate(path.getLayoutBounds().getMinX(), path.getLayoutBounds().getMinY());
  }
}
