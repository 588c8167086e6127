package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.SideBySide;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.reader.BalancedTitle;
import cn.gongkai.kiosk.ui.reader.Cards;
import cn.gongkai.kiosk.ui.reader.CommonParts;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.ReaderPage;
import cn.gongkai.kiosk.ui.reader.ReaderParts;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Makes the page of an issue: cover, the two ways to read it, contents by section.
public final class IssuePages {

  private static final double COVER_FRACTION = 0.3;

  private final Dossier dossier;
  private final Details.GazetteIssue issue;
  private final ReaderPorts ports;

  private IssuePages(Dossier dossier, Details.GazetteIssue issue, ReaderPorts ports) {
    this.dossier = dossier;
    this.issue = issue;
    this.ports = ports;
  }

  public static ReaderPage of(Dossier dossier, Details.GazetteIssue issue, ReaderPorts ports) {
    return new IssuePages(dossier, issue, ports).make();
  }

  private ReaderPage make() {
    List<Piece> head = new ArrayList<>();
    head.add(new Piece(this::masthead, 14));
    String section = "";
    for (Details.Article article : issue.contents()) {
      if (!article.section().equals(section)) {
        section = article.section();
        head.add(Cards.heading(section));
      }
      head.add(new Piece(() -> Cards.boxed(line(article)), 3));
    }
    CommonParts common = new CommonParts(dossier, ports);
    return new ReaderPage(
        ports,
        Optional.of(dossier.phonePage()),
        new ReaderParts(head, common.related(), List.of(), BlockContext.Face.PLAIN, List.of()));
  }

  private Region masthead() {
    double wide = Math.min(ports.panel().width(), ports.panel().height()) * COVER_FRACTION;
    CoverView cover =
        new CoverView(issue, dossier.site().name(), ports.blobs(), ports.pages(), wide);
    Card front =
        new Card(dossier.item().title(), cover, () -> open(1, false), "poster-card", "front");
    String total =
        issue.total().map(n -> "　" + ContentText.of("gazette.total", n.toString())).orElse("");
    VBox words =
        Nodes.column(
            "issue-head-words",
            BalancedTitle.left(dossier.item().title(), "reader-headline"),
            Nodes.words(
                ContentText.of(
                        "gazette.issue",
                        Integer.toString(issue.year()),
                        Integer.toString(issue.number()))
                    + total,
                "reader-subline"),
            Nodes.words(
                ContentText.of(
                    "gazette.out",
                    Wording.day(dossier.item().metadata().publishedOn()),
                    Integer.toString(issue.pages())),
                "reader-subline"),
            buttons());
    words.setAlignment(Pos.TOP_LEFT);
    return new SideBySide(front, words, 12, "issue-head");
  }

  private Region buttons() {
    List<Node> row = new ArrayList<>();
    row.add(
        Nodes.button(
            ContentText.of("gazette.printed"),
            FluentUiRegularAL.BOOK_OPEN_24,
            () -> open(1, false),
            "main-action"));
    if (!dossier.item().body().isEmpty()) {
      row.add(
          Nodes.button(
              ContentText.of("gazette.large"),
              FluentUiRegularMZ.TEXT_FONT_SIZE_24,
              () -> open(1, true),
              "plain-action"));
    }
    return FlowLine.ofTouch(row, "forms");
  }

  private void open(int page, boolean reflowed) {
    ports.openPages().open(dossier.id(), page, reflowed);
  }

  private Card line(Details.Article article) {
    String pages =
        article.firstPage() == article.lastPage()
            ? Integer.toString(article.firstPage())
            : article.firstPage() + "–" + article.lastPage();
    HBox row =
        Nodes.row(
            "contents-row",
            Nodes.growing(Nodes.words(article.title(), "contents-title")),
            Nodes.tag(ContentText.of("gazette.page", pages), "contents-page"),
            Glyph.of(FluentUiRegularAL.CHEVRON_RIGHT_28, "card-go"));
    return new Card(article.title(), row, () -> open(article.firstPage(), false), "link-card");
  }
}
