package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Link;
import cn.gongkai.kiosk.media.ClipCards;
import cn.gongkai.kiosk.qr.QrCard;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.blocks.BlockActions;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.blocks.BlockNodes;
import cn.gongkai.kiosk.ui.blocks.MarkPlaces;
import cn.gongkai.kiosk.ui.pages.ZoomPicture;
import cn.gongkai.kiosk.ui.scroll.Piece;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// A page to read: a column of text, cards beside it where the panel is wide enough, and a strip to
/// go on by whole screens for those who do not swipe.
public final class ReaderPage implements ItemPage {

  /// Characters a line holds at most.
  static final double LINE_EM_MAX = 36;

  private final ReaderPorts ports;
  private final Optional<URI> phonePage;
  private final ClipCards clips;
  private final ReaderLayout layout;
  private final Overlay overlay;
  private final ObjectProperty<List<String>> marks;
  private final MarkBar markBar;
  private final ScrollColumn column = new ScrollColumn(LINE_EM_MAX);
  private final ScrollColumn side = new ScrollColumn(LINE_EM_MAX);
  private ReaderParts parts;

  /// @param phonePage where the same can be read on a phone; empty for none
  public ReaderPage(ReaderPorts ports, Optional<URI> phonePage, ReaderParts parts) {
    this.ports = ports;
    this.phonePage = phonePage;
    this.parts = parts;
    clips = new ClipCards(ports.blobs(), ports.playing());
    column.getStyleClass().add("reader-column");
    side.getStyleClass().add("reader-side");
    marks = new SimpleObjectProperty<>(ports.marks().getValue());
    markBar = new MarkBar(marks, this::showBlock);
    layout = new ReaderLayout(column, side, new VBox(markBar.node(), strip()), this::arrange);
    overlay = new Overlay(layout);
  }

  @Override
  public Region node() {
    return overlay;
  }

  public Overlay overlay() {
    return overlay;
  }

  public ScrollColumn column() {
    return column;
  }

  /// Shows other parts in the place of these, from their beginning.
  public void show(ReaderParts other) {
    parts = other;
    arrange(layout.isWide());
  }

  /// Brings a block of the text to the upper edge.
  public void showBlock(int block) {
    int before = parts.head().size() + (layout.isWide() ? 0 : parts.beside().size());
    column.scrollTo(before + block);
  }

  @Override
  public void pause() {
    clips.pause();
  }

  @Override
  public void close() {
    clips.close();
  }

  private void arrange(boolean wide) {
    BlockNodes nodes =
        new BlockNodes(
            new BlockContext(ports.blobs(), new Actions(), clips, marks, parts.face(), false));
    markBar.show(MarkPlaces.of(parts.body(), marks.get()));
    List<Piece> pieces = new ArrayList<>(parts.head());
    if (!wide) {
      pieces.addAll(parts.beside());
    }
    pieces.addAll(nodes.pieces(parts.body()));
    pieces.addAll(parts.after());
    if (!wide) {
      phonePage.ifPresent(address -> pieces.add(new Piece(() -> takeAway(address), 20)));
    }
    pieces.add(new Piece(() -> foot(), 4));
    column.setPieces(pieces);
    List<Piece> cards = new ArrayList<>(parts.beside());
    phonePage.ifPresent(address -> cards.add(new Piece(() -> takeAway(address), 20)));
    side.setPieces(wide ? cards : List.of());
  }

  private Region takeAway(URI address) {
    QrCard card = QrCard.of(address, ContentText.of("reader.takeAway"), ports.panel().mmPerPixel());
    HBox box = new HBox(card);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("take-away");
    return box;
  }

  private static Region foot() {
    Label end = Nodes.tag(ContentText.of("reader.end"), "reader-end");
    HBox row = new HBox(end);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private Region strip() {
    Button up =
        Nodes.button(
            ContentText.of("reader.up"),
            FluentUiRegularAL.CHEVRON_UP_28,
            () -> column.page(false),
            "plain-action");
    Button down =
        Nodes.button(
            ContentText.of("reader.down"),
            FluentUiRegularAL.CHEVRON_DOWN_28,
            () -> column.page(true),
            "plain-action");
    Label read = Nodes.tag("", "reader-progress");
    column
        .progressProperty()
        .subscribe(
            done ->
                read.setText(
                    ContentText.of(
                        "reader.read", Long.toString(Math.round(done.doubleValue() * 100)))));
    List<Node> row = new ArrayList<>(List.of(up, down, read));
    phonePage.ifPresent(
        address ->
            row.add(
                Nodes.button(
                    ContentText.of("reader.takeAway.short"),
                    FluentUiRegularMZ.QR_CODE_28,
                    () -> showCode(address, ContentText.of("reader.takeAway")),
                    "main-action")));
    return FlowLine.withLastAtEnd(row, "reader-strip");
  }

  /// Lays a code over the page.
  public void showCode(URI address, String caption) {
    overlay.showCard(QrCard.of(address, caption, ports.panel().mmPerPixel(), 0));
  }

  private final class Actions implements BlockActions {

    @Override
    public void follow(Link link) {
      switch (link) {
        case Link.ToItem to -> ports.openItem().accept(to.id());
        case Link.Outside outside -> showCode(outside.url(), ContentText.of("reader.outside"));
      }
    }

    @Override
    public void enlarge(Block.Image image) {
      overlay.showLarge(ZoomPicture.ofFile(ports.blobs().file(image.blob()), image.alternative()));
    }

    @Override
    public void openPage(int page) {
      // Only gazettes show page marks, and they have a screen of their own.
    }
  }
}
