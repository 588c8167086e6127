package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.search.Pinyin;
import cn.gongkai.kiosk.input.Keyboard;
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
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Words to look for in an issue, and the pages they stand on.
final class IssueSearchPanel {

  private static final double LIST_EM_MAX = 40;

  private final List<Block> body;
  private final Lane lane;
  private final Consumer<IssueSearch.Hit> onHit;
  private final TypedWords typed = new TypedWords();
  private final Label field = Nodes.tag("", "issue-field");
  private final ScrollColumn list = new ScrollColumn(LIST_EM_MAX);
  private final BorderPane pane = new BorderPane();

  /// @param lane for reading the issue's pinyin, which takes a moment
  /// @param portrait true where the keyboard stands below the list, not beside it
  IssueSearchPanel(List<Block> body, Lane lane, boolean portrait, Consumer<IssueSearch.Hit> onHit) {
    this.body = body;
    this.lane = lane;
    this.onHit = onHit;
    list.getStyleClass().add("issue-list");
    HBox top = Nodes.row("issue-top", Glyph.of(FluentUiRegularMZ.SEARCH_28), Nodes.growing(field));
    pane.setTop(top);
    pane.setCenter(list);
    StackPane keys = new StackPane(new Keyboard(typed));
    keys.getStyleClass().add("issue-keys");
    if (portrait) {
      pane.setBottom(keys);
    } else {
      pane.setRight(keys);
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

  private void look(String words) {
    field.setText(words.isEmpty() ? ContentText.of("gazette.search.hint") : words);
    if (words.isBlank()) {
      lane.cancel();
      list.setPieces(List.of());
    } else {
      note(ContentText.of("gazette.search.busy"));
      lane.load(
          () -> new IssueSearch(body, IssueSearchPanel::initials).find(words),
          hits -> show(words, hits),
          fault -> show(words, List.of()));
    }
  }

  /// For each character the first letter of its syllable, or itself.
  static String initials(String text) {
    String[] syllables = Pinyin.syllables(text);
    if (syllables.length != text.length()) {
      return text;
    }
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < syllables.length; i++) {
      letters.append(syllables[i].isEmpty() ? text.charAt(i) : syllables[i].charAt(0));
    }
    return letters.toString();
  }

  private void note(String words) {
    list.setPieces(List.of(new Piece(() -> Nodes.words(words, "issue-none"), 3)));
  }

  private void show(String words, List<IssueSearch.Hit> hits) {
    if (hits.isEmpty()) {
      note(ContentText.of("gazette.search.none", words));
      return;
    }
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
