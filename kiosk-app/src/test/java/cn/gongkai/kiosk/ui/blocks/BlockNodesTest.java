package cn.gongkai.kiosk.ui.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Link;
import cn.gongkai.content.model.Run;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.reading.MoreSamples;
import cn.gongkai.kiosk.reading.Samples;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.reader.ReaderSheets;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockNodesTest {

  @TempDir Path blobs;

  private final List<Object> done = new ArrayList<>();
  private final SimpleObjectProperty<List<String>> marks = new SimpleObjectProperty<>(List.of());

  @BeforeAll
  static void screen() {
    Fx.start();
  }

  private BlockContext context(boolean pageMarks) {
    BlockActions actions =
        new BlockActions() {
          @Override
          public void follow(Link link) {
            done.add(link);
          }

          @Override
          public void enlarge(Block.Image image) {
            done.add(image);
          }

          @Override
          public void openPage(int page) {
            done.add(page);
          }
        };
    MediaNodes media =
        new MediaNodes() {
          @Override
          public Region video(Block.Video video) {
            return new javafx.scene.control.Label(video.title() + video.transcript().orElse(""));
          }

          @Override
          public Region audio(Block.Audio audio) {
            return new javafx.scene.control.Label(audio.title() + audio.transcript().orElse(""));
          }
        };
    return new BlockContext(
        blob -> blobs.resolve(blob.sha256().substring(60)),
        actions,
        media,
        marks,
        BlockContext.Face.OFFICIAL,
        pageMarks);
  }

  private ScrollColumn shown(List<Block> blocks, Panel panel, TextSize size) {
    ScrollColumn column = new ScrollColumn(36);
    column.getStylesheets().setAll(ReaderSheets.all());
    column.setPieces(new BlockNodes(context(true)).pieces(blocks));
    Fx.show(column, panel, size, Theme.PAPER);
    return column;
  }

  static Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(BlockNodesTest::all))
        : Stream.of(node);
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    all(node)
        .forEach(
            each -> {
              if (each instanceof Text text
                  && !(each.getParent() instanceof Labeled)
                  && each.isVisible()) {
                words.append(text.getText());
              } else if (each instanceof Labeled label) {
                words.append(label.getText());
              }
            });
    return words.toString();
  }

  @Test
  void everyBlockShowsItsWords() {
    List<Block> blocks = new ArrayList<>(Samples.everyBlock());
    blocks.addAll(MoreSamples.clips().body());
    blocks.add(new Block.PageMark(7));
    for (Block block : blocks) {
      String shown =
          Fx.on(
              () -> {
                Region node = new BlockNodes(context(true)).node(block);
                Fx.show(node, Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
                return words(node);
              });
      String expected = cn.gongkai.content.model.PlainText.of(List.of(block));
      for (String line : expected.split("[\\n ]")) {
        assertThat(shown).as(block.toString()).contains(line.replaceFirst("^\\d\\.$", ""));
      }
    }
  }

  @Test
  void justifiedParagraphsAreIndentedByTwoCharactersOnce() {
    RunFlow flow =
        Fx.on(
            () -> new RunFlow(List.of(Run.of("　　已经缩进的一段")), Block.Align.JUSTIFIED, context(false)));
    assertThat(flow.text()).isEqualTo("　　已经缩进的一段");
  }

  @Test
  void touchedLinksAreHandedOnAndNeverOpened() {
    Link item = new Link.ToItem(new ItemId("zc-2023-06"));
    Link outside = new Link.Outside(URI.create("https://www.shandong.gov.cn/"));
    Fx.on(
        () -> {
          for (Link link : List.of(item, outside)) {
            RunFlow flow =
                new RunFlow(List.of(Samples.link("原文", link)), Block.Align.LEFT, context(false));
            Node text = flow.getChildren().getFirst();
            Fx.finger(text, MouseEvent.MOUSE_CLICKED, 5, 5);
          }
          return true;
        });
    assertThat(done).containsExactly(item, outside);
  }

  @Test
  void markedWordsGetShapesAndLoseThem() {
    AtomicReference<RunFlow> flow = new AtomicReference<>();
    Fx.on(
        () -> {
          flow.set(new RunFlow(List.of(Run.of("发放高龄津贴，高龄老人")), Block.Align.LEFT, context(false)));
          Fx.show(flow.get(), Panel.portrait43(), TextSize.NORMAL, Theme.PAPER);
          marks.set(List.of("高龄"));
          return true;
        });
    assertThat(flow.get().marks()).hasSize(2);
    long shapes = flow.get().getChildren().stream().filter(n -> !n.isManaged()).count();
    assertThat(shapes).isEqualTo(2);
    assertThat(Fx.on(() -> words(flow.get()))).isEqualTo("发放高龄津贴，高龄老人");
    assertThat(flow.get().getChildren())
        .filteredOn(node -> node.getStyleClass().contains("run-marked"))
        .extracting(node -> ((Text) node).getText())
        .containsExactly("高龄", "高龄");
    Fx.on(
        () -> {
          marks.set(List.of());
          return true;
        });
    assertThat(flow.get().getChildren()).allMatch(Node::isManaged);
  }

  @Test
  void aBrokenPictureCostsOnlyItselfAndSaysWhatItShows() throws Exception {
    Files.writeString(blobs.resolve("0009"), "not a picture");
    AtomicReference<PictureView> broken = new AtomicReference<>();
    ScrollColumn column =
        Fx.on(
            () -> {
              ScrollColumn made =
                  shown(
                      List.of(
                          new Block.Image(
                              Samples.blob(9, "image/png"),
                              800,
                              400,
                              "各镇街领取人数",
                              java.util.Optional.empty()),
                          Samples.p("后面的文字")),
                      Panel.portrait43(),
                      TextSize.NORMAL);
              broken.set((PictureView) made.nodeOf(0));
              return made;
            });
    Fx.until(() -> broken.get().isBroken());
    assertThat(Fx.on(() -> words(column))).contains("各镇街领取人数").contains("后面的文字");
  }

  @Test
  void aWideTableSaysSoAndIsSwipedToItsEnd() {
    Fx.on(
        () -> {
          ScrollColumn column =
              shown(List.of(MoreSamples.applicationTable()), Panel.portrait43(), TextSize.LARGEST);
          TableView table = (TableView) column.nodeOf(0);
          assertThat(table.isWide()).isTrue();
          assertThat(
                  all(table)
                      .filter(node -> node.getStyleClass().contains("sheet-hint"))
                      .allMatch(Node::isVisible))
              .isTrue();
          double moved = table.swipe(100_000);
          assertThat(moved).isPositive();
          Region last = (Region) table.grid().getChildrenUnmodifiable().getLast();
          assertThat(table.grid().widthIn(table.getWidth()) - moved)
              .isCloseTo(table.getWidth(), org.assertj.core.data.Offset.offset(1.0));
          assertThat(last).isNotNull();
          assertThat(table.swipe(10)).isZero();
          return true;
        });
  }

  @Test
  void theAnnualTableFitsThePortraitPanelWithoutSwiping() {
    Fx.on(
        () -> {
          ScrollColumn column =
              shown(List.of(MoreSamples.applicationTable()), Panel.portrait43(), TextSize.NORMAL);
          assertThat(((TableView) column.nodeOf(0)).isWide()).isFalse();
          return true;
        });
  }

  @Test
  void cellsStandWhereTheirSpansSayAndHeadersStayInView() {
    Fx.on(
        () -> {
          ScrollColumn column =
              shown(List.of(MoreSamples.applicationTable()), Panel.portrait43(), TextSize.NORMAL);
          TableView table = (TableView) column.nodeOf(0);
          List<Node> cells =
              table.grid().getChildrenUnmodifiable().stream()
                  .filter(node -> node.getStyleClass().contains("sheet-cell"))
                  .toList();
          assertNoOverlap(cells);
          Node head =
              cells.stream()
                  .filter(node -> node.getStyleClass().contains("sheet-head"))
                  .findFirst()
                  .orElseThrow();
          column.scrollBy(600);
          assertThat(head.getTranslateY()).isGreaterThan(100);
          column.scrollBy(-600);
          assertThat(head.getTranslateY()).isZero();
          return true;
        });
  }

  @Test
  void aLongTableMakesTheCellsThatAreSeenAndItsRowsNeverMove() {
    Fx.on(
        () -> {
          ScrollColumn column = shown(List.of(longTable(300)), Panel.portrait43(), TextSize.NORMAL);
          TableView table = (TableView) column.nodeOf(0);
          double height = table.prefHeight(table.getWidth());
          assertThat(cells(table)).hasSizeBetween(20, 300);
          while (column.progressProperty().get() < 1) {
            column.scrollBy(700);
            column.layout();
            assertNoHoles(column, table);
          }
          assertThat(cells(table)).hasSize(3 * 301);
          assertNoOverlap(cells(table).subList(3, 300));
          assertThat(table.prefHeight(table.getWidth())).isEqualTo(height);
          for (Node cell : cells(table)) {
            Region pane = (Region) cell;
            assertThat(pane.prefHeight(pane.getWidth() - 1))
                .as("a cell has room for its words, however they were measured")
                .isLessThanOrEqualTo(pane.getHeight() + 0.5);
          }
          return true;
        });
  }

  private static Block longTable(int rows) {
    List<Block.Row> all = new ArrayList<>();
    all.add(row("序号", "事项", "依据"));
    for (int i = 1; i <= rows; i++) {
      all.add(row(String.valueOf(i), "公开事项".repeat(1 + i % 7), "《条例》第" + i + "条"));
    }
    return new Block.Table(Optional.empty(), 1, all);
  }

  private static Block.Row row(String... words) {
    return new Block.Row(
        Stream.of(words)
            .map(text -> new Block.Cell(false, 1, 1, Block.Align.LEFT, List.of(Run.of(text))))
            .toList());
  }

  private static List<Node> cells(TableView table) {
    return table.grid().getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("sheet-cell"))
        .toList();
  }

  /// Wherever the column is looked at in the middle of the table, there is a cell.
  private static void assertNoHoles(ScrollColumn column, TableView table) {
    for (double y = 10; y < column.getHeight(); y += 40) {
      Point2D at = table.grid().sceneToLocal(column.localToScene(column.getWidth() / 2, y));
      if (at.getY() > 0 && at.getY() < table.grid().getHeight()) {
        assertThat(cells(table)).anyMatch(cell -> cell.getBoundsInParent().contains(at));
      }
    }
  }

  private static void assertNoOverlap(List<Node> cells) {
    for (int i = 0; i < cells.size(); i++) {
      for (int j = i + 1; j < cells.size(); j++) {
        var a = cells.get(i).getBoundsInParent();
        var b = cells.get(j).getBoundsInParent();
        double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        assertThat(wide > 1.5 && high > 1.5).as(i + " and " + j).isFalse();
      }
    }
  }

  @Test
  void pageMarksLeadToTheirPlaceAndBack() {
    List<Block> body = MoreSamples.issue(2023, 3, 6).body();
    int piece = BlockNodes.pieceOfPage(body, 4);
    assertThat(body.get(piece)).isEqualTo(new Block.PageMark(4));
    assertThat(BlockNodes.pageOfPiece(body, piece + 2)).isEqualTo(4);
    assertThat(BlockNodes.pageOfPiece(body, 0)).isEqualTo(1);
    assertThat(BlockNodes.pieceOfPage(body, 99)).isEqualTo(BlockNodes.pieceOfPage(body, 6));
  }

  @Test
  void listsInsideListsBeyondTheLimitStillShowTheirWords() {
    Block inner = Samples.p("最里面");
    for (int i = 0; i < 40; i++) {
      inner = new Block.Listing(false, List.of(List.of(inner)));
    }
    Block deep = inner;
    assertThat(Fx.on(() -> words(new BlockNodes(context(false)).node(deep)))).contains("最里面");
  }
}
