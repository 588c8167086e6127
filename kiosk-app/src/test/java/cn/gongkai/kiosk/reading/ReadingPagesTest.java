package cn.gongkai.kiosk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import cn.gongkai.kiosk.app.ItemPageMaker;
import cn.gongkai.kiosk.frame.DesignCanvas;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.pdf.PdfLimits;
import cn.gongkai.kiosk.screen.codes.CodesWall;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ItemPage;
import cn.gongkai.kiosk.ui.reader.ReaderPage;
import cn.gongkai.kiosk.work.Background;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingPagesTest {

  @TempDir Path blobs;

  @BeforeAll
  static void screen() {
    Fx.start();
  }

  private static List<Item> oneOfEveryKind() {
    List<Item> items = new ArrayList<>();
    items.add(Samples.document());
    items.add(Samples.interpretation());
    items.add(MoreSamples.clips());
    items.add(MoreSamples.annual(2023));
    items.add(MoreSamples.issue(2023, 3, 6));
    items.add(MoreSamples.codes().getFirst());
    items.add(MoreSamples.answer());
    items.add(MoreSamples.campaign(Optional.of("共收到建议312条。"), LocalDate.of(2023, 11, 30)));
    items.add(MoreSamples.event());
    items.add(MoreSamples.credit(true));
    items.add(MoreSamples.credit(false));
    items.add(MoreSamples.service());
    items.add(MoreSamples.proposal());
    items.add(MoreSamples.office());
    return items;
  }

  static Stream<Arguments> everyLook() {
    List<Arguments> looks = new ArrayList<>();
    for (Panel panel : List.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())) {
      for (TextSize size : List.of(TextSize.NORMAL, TextSize.LARGEST)) {
        looks.add(Arguments.of(panel, size));
      }
    }
    return looks.stream();
  }

  private static List<Dossier.Related> related() {
    return List.of(
        new Dossier.Related(Relation.Kind.INTERPRETS, true, Samples.interpretation()),
        new Dossier.Related(Relation.Kind.CITES, false, Samples.document()));
  }

  private ItemPage page(Item item, Panel panel, List<Dossier.Related> related) {
    return new ItemPageMaker()
        .of(
            Samples.dossier(item, related, List.of(item, MoreSamples.annual(2022))),
            ShotScenes.ports(
                panel, blobs, new PageStore(PdfLimits.DEFAULT, Background.sameThread())));
  }

  @ParameterizedTest
  @MethodSource("everyLook")
  void nothingIsCutOnAnyPage(Panel panel, TextSize size) {
    for (Item item : oneOfEveryKind()) {
      List<String> cut =
          Fx.on(
              () -> {
                ItemPage page = page(item, panel, related());
                DesignCanvas canvas = Fx.show(page.node(), panel, size, Theme.PAPER);
                List<String> found = new ArrayList<>();
                for (int screenful = 0; screenful < 30; screenful++) {
                  look(page.node(), page.node(), found);
                  if (!(page instanceof ReaderPage reader)
                      || reader.column().progressProperty().get() >= 1) {
                    break;
                  }
                  reader.column().page(true);
                  Fx.layout(canvas);
                }
                canvas.canvas().getScene().getWindow().hide();
                page.close();
                return found;
              });
      assertThat(cut).as(item.id() + " at " + size + " on " + panel).isEmpty();
    }
  }

  /// Labels that end in an ellipsis and nodes that stick out to the right.
  private static void look(Node node, Region page, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled label && label.isTextTruncated()) {
      found.add("truncated: " + label.getText());
    }
    Bounds bounds = page.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    boolean words = node instanceof Labeled;
    if (words && bounds.getMaxX() > page.getWidth() + 1) {
      found.add("sticks out: " + node);
    }
    if (node instanceof Parent parent && !node.getStyleClass().contains("sheet-grid")) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, page, found));
    }
  }

  static Stream<Arguments> everyPanelAndTheme() {
    return Stream.of(Panel.portrait43(), Panel.portrait32(), Panel.landscape21())
        .flatMap(panel -> Stream.of(Theme.values()).map(theme -> Arguments.of(panel, theme)));
  }

  @ParameterizedTest
  @MethodSource("everyPanelAndTheme")
  void theBigCodeDecodesFromTheScreenItself(Panel panel, Theme theme) throws Exception {
    Item item = MoreSamples.codes().getFirst();
    assertThat(decoded(item, panel, theme)).contains("https://flk.npc.gov.cn/");
  }

  @ParameterizedTest
  @MethodSource("everyPanelAndTheme")
  void theTakeAwayCodeDecodesFromTheScreenItself(Panel panel, Theme theme) throws Exception {
    Item item = MoreSamples.credit(true);
    assertThat(decoded(item, panel, theme))
        .contains(Samples.site().phonePage(item.id()).toString());
  }

  private List<String> decoded(Item item, Panel panel, Theme theme) throws Exception {
    WritableImage image =
        Fx.on(
            () -> {
              ItemPage page = page(item, panel, List.of());
              DesignCanvas canvas = Fx.show(page.node(), panel, TextSize.NORMAL, theme);
              if (page instanceof ReaderPage reader && panel.portrait()) {
                for (int i = 0; i < 20; i++) {
                  reader.column().page(true);
                  Fx.layout(canvas);
                }
              }
              WritableImage shot = canvas.snapshot();
              canvas.canvas().getScene().getWindow().hide();
              return shot;
            });
    return codes(image);
  }

  @Test
  void everyPosterOfTheWallDecodes() throws Exception {
    WritableImage image =
        Fx.on(
            () -> {
              Panel panel = Panel.portrait43();
              Region wall =
                  CodesWall.of(
                      MoreSamples.codes(),
                      Samples.TODAY,
                      ShotScenes.ports(
                          panel, blobs, new PageStore(PdfLimits.DEFAULT, Background.sameThread())));
              return Fx.show(wall, panel, TextSize.NORMAL, Theme.NIGHT).snapshot();
            });
    assertThat(codes(image)).contains("https://flk.npc.gov.cn/", "https://fuwu.nhsa.gov.cn/");
  }

  private static List<String> codes(WritableImage image) throws Exception {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    Result[] results =
        new QRCodeMultiReader()
            .decodeMultiple(
                bitmap,
                Map.of(
                    DecodeHintType.POSSIBLE_FORMATS,
                    List.of(BarcodeFormat.QR_CODE),
                    DecodeHintType.TRY_HARDER,
                    true));
    return Arrays.stream(results).map(Result::getText).toList();
  }
}
