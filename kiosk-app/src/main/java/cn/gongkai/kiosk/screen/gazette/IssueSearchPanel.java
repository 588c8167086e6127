package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.search.Pinyin;
import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.input.Keyboard;
import cn.gongkai.kiosk.input.TypedField;
import cn.gongkai.kiosk.input.TypedWords;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.reader.Cards;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.scroll.Piece;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import cn.gongkai.kiosk.work.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Words to look for in an issue, and the pages they stand on.
final class IssueSearchPanel {

  private static final double LIST_EM_MAX = 40;

  private final List<Block> body;
  private final Lane lane;
  private final Consumer<IssueSearch.Hit> onHit;
  private final TypedWords typed = new TypedWords();
  private final Keyboard keyboard;
  private final AtomicReference<@Nullable IssueSearch> issue = new AtomicReference<>();
  private final ScrollColumn list = new ScrollColumn(LIST_EM_MAX);
  private final BorderPane pane = new BorderPane();

  /// Pages found for the words before stay until others are found, so that nothing flickers with
  /// every key.
  private boolean lists;

  /// @param lane for reading the issue's pinyin, which takes a moment
  /// @param portrait true where the keyboard stands below the list, not beside it
  IssueSearchPanel(
      List<Block> body,
      Lane lane,
      InputMethod input,
      boolean portrait,
      Consumer<IssueSearch.Hit> onHit) {
    this.body = body;
    this.lane = lane;
    this.onHit = onHit;
    this.keyboard = new Keyboard(typed, input, portrait);
    list.getStyleClass().add("issue-list");
    pane.setTop(TypedField.of(typed, ContentText.of("gazette.search.hint"), "issue-top"));
    pane.setCenter(list);
    StackPane keys = new StackPane(keyboard);
    keys.getStyleClass().add("issue-keys");
    if (portrait) {
      pane.setBottom(keys);
    } else {
      keys.prefWidthProperty().bind(pane.widthProperty().divide(2));
      pane.setLeft(keys);
    }
    pane.getStyleClass().add("issue-search");
    typed.wordsProperty().subscribe(this::look);
  }

  Region node() {
    return pane;
  }

  void search(String words) {
    typed.set(words);
  }

  /// Forgets what was typed; it is not shown again.
  void close() {
    keyboard.dispose();
    typed.clear();
  }

  private void look(String words) {
    if (words.isBlank()) {
      lane.cancel();
      lists = false;
      list.setPieces(List.of());
    } else {
      if (!lists) {
        note(ContentText.of("gazette.search.busy"));
      }
      lane.load(
          () -> read().find(words),
          hits -> show(words, hits),
          fault -> note(ContentText.of("gazette.search.failed", fault.code())));
    }
  }

  /// The issue is read once. Two readings at once do no harm.
  private IssueSearch read() {
    IssueSearch known = issue.get();
    if (known == null) {
      known = new IssueSearch(body, Pinyin::syllables);
      issue.set(known);
    }
    return known;
  }

  private void note(String words) {
    lists = false;
    list.setPieces(List.of(new Piece(() -> Nodes.words(words, "issue-none"), 3)));
  }

  private void show(String words, List<IssueSearch.Hit> hits) {
    if (hits.isEmpty()) {
      note(ContentText.of("gazette.search.none", words));
      return;
    }
    lists = true;
    List<Piece> pieces = new ArrayList<>();
    hits.forEach(hit -> pieces.add(new Piece(() -> Cards.boxed(card(hit)), 4)));
    list.setPieces(pieces);
  }

  private Card card(IssueSearch.Hit hit) {
    VBox words =
        Nodes.column(
            "card-words",
            Nodes.words(
                ContentText.of(
                    "gazette.search.hit",
                    Integer.toString(hit.page()),
                    Integer.toString(hit.places())),
                "card-tag"),
            Nodes.words(hit.excerpt(), "card-text"));
    HBox row =
        Nodes.row(
            "card-row",
            Nodes.growing(words),
            Glyph.of(FluentUiRegularAL.CHEVRON_RIGHT_28, "card-go"));
    return new Card(hit.excerpt(), row, () -> onHit.accept(hit), "link-card");
  }
}
