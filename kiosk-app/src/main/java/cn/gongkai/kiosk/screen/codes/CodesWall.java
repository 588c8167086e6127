package cn.gongkai.kiosk.screen.codes;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.qr.QrModules;
import cn.gongkai.kiosk.qr.QrSize;
import cn.gongkai.kiosk.qr.QrView;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.reader.ReaderSheets;
import cn.gongkai.kiosk.ui.scroll.Piece;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A wall of posters, each with a code that can be photographed from where one stands.
public final class CodesWall {

  /// Posters in one piece of the wall; more of a subject follow in the next.
  private static final int GROUP_MAX = 12;

  private static final double WALL_EM_MAX = 90;

  private CodesWall() {}

  /// @param codes items with codes, in the order of their column
  public static Region of(List<Item> codes, LocalDate today, ReaderPorts ports) {
    ScrollColumn wall = new ScrollColumn(WALL_EM_MAX);
    wall.getStyleClass().add("codes-wall");
    wall.getStylesheets().setAll(ReaderSheets.all());
    List<Piece> pieces = new ArrayList<>();
    Map<String, List<CodeGroups.Entry>> groups = CodeGroups.on(today, codes);
    groups.forEach(
        (subject, entries) -> {
          pieces.add(new Piece(() -> heading(subject, entries.size()), 3));
          for (int from = 0; from < entries.size(); from += GROUP_MAX) {
            List<CodeGroups.Entry> some =
                entries.subList(from, Math.min(entries.size(), from + GROUP_MAX));
            pieces.add(new Piece(() -> posters(some, ports), 16));
          }
        });
    if (pieces.isEmpty()) {
      pieces.add(new Piece(() -> Nodes.words(ContentText.of("codes.none"), "reader-end"), 3));
    }
    wall.setPieces(pieces);
    return wall;
  }

  private static Region heading(String subject, int count) {
    return Nodes.column(
        "section-box",
        Nodes.row(
            "wall-heading",
            Nodes.words(subject, "section-heading", "wall-subject"),
            Nodes.tag(ContentText.of("codes.count", Integer.toString(count)), "card-meta")));
  }

  private static Region posters(List<CodeGroups.Entry> entries, ReaderPorts ports) {
    EvenGrid grid = new EvenGrid(1, 2, 3, 4, 5);
    entries.forEach(entry -> grid.getChildren().add(poster(entry, ports)));
    StackPane box = new StackPane(grid);
    box.getStyleClass().add("wall-row");
    return box;
  }

  private static Card poster(CodeGroups.Entry entry, ReaderPorts ports) {
    VBox words = Nodes.column("poster");
    words.setAlignment(Pos.TOP_CENTER);
    QrModules.find(entry.code().target().toASCIIString())
        .ifPresent(
            code -> {
              QrSize size = QrSize.of(code, ports.panel().mmPerPixel());
              QrView view = new QrView(code, size, entry.item().title());
              StackPane white = new StackPane(view);
              white.getStyleClass().add("poster-code");
              words.getChildren().add(white);
            });
    words
        .getChildren()
        .addAll(
            Nodes.words(entry.item().title(), "poster-title"),
            Nodes.words(entry.code().owner(), "poster-owner"));
    return new Card(
        entry.item().title(),
        words,
        () -> ports.openCode().accept(entry.item().id()),
        "poster-card");
  }
}
