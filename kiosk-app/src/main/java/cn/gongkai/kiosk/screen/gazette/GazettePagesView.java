package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Link;
import cn.gongkai.kiosk.input.InputMethod;
import cn.gongkai.kiosk.media.ClipCards;
import cn.gongkai.kiosk.qr.QrCard;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.blocks.BlockActions;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.blocks.BlockNodes;
import cn.gongkai.kiosk.ui.pages.PageViewer;
import cn.gongkai.kiosk.ui.pages.ZoomPicture;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ItemPage;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.Overlay;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// The pages of an issue in two forms that share one place: as printed, and as large running text.
/// One touch goes from one to the other and stays on the same page.
public final class GazettePagesView implements ItemPage {

  private static final double LINE_EM_MAX = 36;

  private final Dossier dossier;
  private final ReaderPorts ports;
  private final List<Block> body;
  private final SimpleObjectProperty<List<String>> marks;
  private final ClipCards clips;
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay(place);
  private final PageViewer printed;
  private final ScrollColumn text = new ScrollColumn(LINE_EM_MAX);
  private final BorderPane reflowed = new BorderPane();
  private final IssueSearchPanel search;
  private boolean large;

  /// @param input for words to look for in the issue
  /// @param page from 1; beyond the last means the last
  /// @param asText true to begin with the running text, where there is one
  public GazettePagesView(
      Dossier dossier,
      Details.GazetteIssue issue,
      ReaderPorts ports,
      InputMethod input,
      int page,
      boolean asText) {
    this.dossier = dossier;
    this.ports = ports;
    body = dossier.item().body();
    marks = new SimpleObjectProperty<>(ports.marks().getValue());
    clips = new ClipCards(ports.blobs(), ports.playing());
    search =
        new IssueSearchPanel(
            body, ports.lanes().get(), input, ports.panel().portrait(), this::goTo);
    List<Node> more = new ArrayList<>();
    if (!body.isEmpty()) {
      more.add(
          Nodes.button(
              ContentText.of("gazette.large"),
              FluentUiRegularMZ.TEXT_FONT_SIZE_24,
              this::flip,
              "main-action"));
      more.add(searchButton());
    }
    more.add(takeButton());
    printed =
        new PageViewer(
            ports.blobs().file(issue.pdf()),
            issue.pages(),
            page,
            ports.pages(),
            ports.panel().portrait(),
            more);
    buildText();
    show(asText && !body.isEmpty(), Math.clamp(page, 1, issue.pages()));
  }

  private Node searchButton() {
    return Nodes.button(
        ContentText.of("gazette.search"),
        FluentUiRegularMZ.SEARCH_28,
        () -> overlay.showLarge(search.node()),
        "plain-action");
  }

  private Node takeButton() {
    return Nodes.button(
        ContentText.of("reader.takeAway.short"),
        FluentUiRegularMZ.QR_CODE_28,
        () ->
            overlay.showCard(
                QrCard.of(
                    dossier.phonePage(),
                    ContentText.of("reader.takeAway"),
                    ports.panel().mmPerPixel())),
        "plain-action");
  }

  private void buildText() {
    BlockContext context =
        new BlockContext(
            ports.blobs(), new Actions(), clips, marks, BlockContext.Face.OFFICIAL, true);
    text.setPieces(new BlockNodes(context).pieces(body));
    text.getStyleClass().addAll("reader-column", "reflowed-column");
    Label where = Nodes.tag("", "page-where");
    text.topPieceProperty()
        .subscribe(
            top ->
                where.setText(
                    ContentText.of("gazette.at", Integer.toString(pageOf(top.intValue())))));
    FlowLine tools =
        FlowLine.ofTouch(
            List.of(
                Nodes.button(
                    ContentText.of("reader.up"),
                    FluentUiRegularAL.CHEVRON_UP_28,
                    () -> text.page(false),
                    "plain-action"),
                where,
                Nodes.button(
                    ContentText.of("reader.down"),
                    FluentUiRegularAL.CHEVRON_DOWN_28,
                    () -> text.page(true),
                    "plain-action"),
                Nodes.button(
                    ContentText.of("gazette.printed"),
                    FluentUiRegularAL.BOOK_OPEN_24,
                    this::flip,
                    "main-action"),
                searchButton(),
                takeButton()),
            "page-tools");
    reflowed.setCenter(text);
    reflowed.setBottom(tools);
    reflowed.getStyleClass().addAll("reader", "reader-narrow");
  }

  private int pageOf(int piece) {
    return body.isEmpty() ? 1 : BlockNodes.pageOfPiece(body, piece);
  }

  // Commands

  /// Goes to the other form, on the same page.
  public void flip() {
    show(!large, page());
  }

  /// The printed page in view.
  public int page() {
    return large ? pageOf(text.topPieceProperty().get()) : printed.pageProperty().get();
  }

  /// True while the running text is shown.
  public boolean isLarge() {
    return large;
  }

  private void show(boolean asText, int page) {
    large = asText;
    place.getChildren().setAll(asText ? reflowed : printed);
    if (asText) {
      text.scrollTo(BlockNodes.pieceOfPage(body, page));
    } else {
      printed.open(page);
    }
  }

  /// Goes to a place found, with the words marked.
  private void goTo(IssueSearch.Hit hit) {
    marks.set(List.of(hit.found()));
    overlay.hide();
    show(large, hit.page());
  }

  /// Finds words in the issue, as if they had been typed.
  public void search(String words) {
    search.search(words);
    overlay.showLarge(search.node());
  }

  @Override
  public Region node() {
    return overlay;
  }

  @Override
  public void pause() {
    clips.pause();
  }

  @Override
  public void close() {
    search.close();
    clips.close();
    printed.close();
  }

  Optional<PageViewer> printedInView() {
    return large ? Optional.empty() : Optional.of(printed);
  }

  private final class Actions implements BlockActions {

    @Override
    public void follow(Link link) {
      switch (link) {
        case Link.ToItem to -> ports.openItem().accept(to.id());
        case Link.Outside outside ->
            overlay.showCard(
                QrCard.of(
                    outside.url(), ContentText.of("reader.outside"), ports.panel().mmPerPixel()));
      }
    }

    @Override
    public void enlarge(Block.Image image) {
      overlay.showLarge(ZoomPicture.ofFile(ports.blobs().file(image.blob()), image.alternative()));
    }

    @Override
    public void openPage(int page) {
      show(false, page);
    }
  }
}
