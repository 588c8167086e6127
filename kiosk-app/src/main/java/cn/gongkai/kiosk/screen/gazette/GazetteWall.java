package cn.gongkai.kiosk.screen.gazette;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.EvenGrid;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.reader.ReaderSheets;
import cn.gongkai.kiosk.ui.scroll.Piece;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Covers on a wall, newest year first.
public final class GazetteWall {

  private static final double WALL_EM_MAX = 90;
  private static final double COVERS_A_ROW_PORTRAIT = 4.1;
  private static final double COVERS_A_ROW_LANDSCAPE = 6;

  private GazetteWall() {}

  private record Issue(Item item, Details.GazetteIssue details) {}

  /// @param issues gazette issues, in any order
  /// @param siteName whose gazette it is, on covers set in type
  public static Region of(List<Item> issues, String siteName, ReaderPorts ports) {
    ScrollColumn wall = new ScrollColumn(WALL_EM_MAX);
    wall.getStyleClass().add("codes-wall");
    wall.getStylesheets().setAll(ReaderSheets.all());
    List<Piece> pieces = new ArrayList<>();
    byYear(issues)
        .forEach(
            (year, ofYear) -> {
              pieces.add(new Piece(() -> heading(year, ofYear.size()), 3));
              pieces.add(new Piece(() -> covers(ofYear, siteName, ports), 20));
            });
    wall.setPieces(pieces);
    return wall;
  }

  private static Map<Integer, List<Issue>> byYear(List<Item> items) {
    Map<Integer, List<Issue>> years = new TreeMap<>(Comparator.reverseOrder());
    for (Item item : items) {
      if (item.details() instanceof Details.GazetteIssue issue) {
        years.computeIfAbsent(issue.year(), y -> new ArrayList<>()).add(new Issue(item, issue));
      }
    }
    years
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparingInt((Issue issue) -> issue.details().number()).reversed()));
    return years;
  }

  private static Region heading(int year, int count) {
    return Nodes.column(
        "section-box",
        Nodes.row(
            "wall-heading",
            Nodes.words(ContentText.of("annual.year", Integer.toString(year)), "section-heading"),
            Nodes.tag(ContentText.of("gazette.count", Integer.toString(count)), "card-meta")));
  }

  static double coverPixels(ReaderPorts ports) {
    double row = ports.panel().portrait() ? COVERS_A_ROW_PORTRAIT : COVERS_A_ROW_LANDSCAPE;
    return Math.floor(ports.panel().width() / row);
  }

  private static Region covers(List<Issue> issues, String siteName, ReaderPorts ports) {
    EvenGrid grid = new EvenGrid(1, 2, 3, 4, 5);
    for (Issue issue : issues) {
      VBox words =
          Nodes.column(
              "poster",
              new CoverView(
                  issue.details(), siteName, ports.blobs(), ports.pages(), coverPixels(ports)),
              Nodes.words(
                  ContentText.of("gazette.number", Integer.toString(issue.details().number())),
                  "cover-label"),
              Nodes.words(Wording.day(issue.item().metadata().publishedOn()), "cover-date"));
      words.setAlignment(Pos.TOP_CENTER);
      grid.getChildren()
          .add(
              new Card(
                  issue.item().title(),
                  words,
                  () -> ports.openItem().accept(issue.item().id()),
                  "poster-card"));
    }
    StackPane box = new StackPane(grid);
    box.getStyleClass().add("wall-row");
    return box;
  }
}
