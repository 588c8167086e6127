package cn.gongkai.kiosk.reading;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import cn.gongkai.kiosk.app.ItemPageMaker;
import cn.gongkai.kiosk.input.TinyInput;
import cn.gongkai.kiosk.media.PlayingWatch;
import cn.gongkai.kiosk.pdf.PageStore;
import cn.gongkai.kiosk.pdf.PdfLimits;
import cn.gongkai.kiosk.screen.codes.CodesWall;
import cn.gongkai.kiosk.screen.gazette.GazettePagesView;
import cn.gongkai.kiosk.screen.gazette.GazetteWall;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ReaderPage;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.work.Background;
import cn.gongkai.kiosk.work.WorkLimits;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The reading screens with hand-made content.
final class ShotScenes {

  static final PlayingWatch NO_WATCH =
      new PlayingWatch() {
        @Override
        public void began(Object source) {}

        @Override
        public void ended(Object source) {}
      };

  private static final Background BACKGROUND = Background.start(WorkLimits.DEFAULT);

  private ShotScenes() {}

  static ReaderPorts ports(Panel panel, Path blobs, PageStore pages) {
    return ports(panel, blobs, pages, BACKGROUND);
  }

  private static ReaderPorts ports(
      Panel panel, Path blobs, PageStore pages, Background background) {
    return new ReaderPorts(
        blob -> file(blobs, blob),
        pages,
        NO_WATCH,
        panel,
        id -> {},
        (issue, page, reflowed) -> {},
        id -> {},
        new SimpleObjectProperty<>(List.of("高龄津贴")),
        background::lane);
  }

  static GazettePagesView gazette(
      Panel panel, Path blobs, PageStore pages, Background background, boolean large) {
    Item issue = MoreSamples.issue(2023, 3, 6);
    return new GazettePagesView(
        Samples.dossier(issue, List.of(), List.of()),
        (Details.GazetteIssue) issue.details(),
        ports(panel, blobs, pages, background),
        TinyInput.everyMode(),
        2,
        large);
  }

  /// Makes scenes of items.
  private record ReaderMaker(Path blobs, PageStore pages) {

    Function<Panel, Region> page(Item item, List<Dossier.Related> related, List<Item> siblings) {
      return panel ->
          new ItemPageMaker()
              .of(Samples.dossier(item, related, siblings), ports(panel, blobs, pages))
              .node();
    }

    Function<Panel, Region> scrolled(Item item, int block) {
      return scrolled(item, block, 0);
    }

    Function<Panel, Region> scrolled(Item item, int block, double further) {
      return panel -> {
        ReaderPage page =
            (ReaderPage)
                new ItemPageMaker()
                    .of(Samples.dossier(item, List.of(), List.of()), ports(panel, blobs, pages));
        PauseTransition wait = new PauseTransition(Duration.millis(300));
        wait.setOnFinished(
            done -> {
              page.showBlock(block);
              page.column().scrollBy(further);
            });
        wait.play();
        return page.node();
      };
    }
  }

  static Path file(Path blobs, BlobRef blob) {
    return blobs.resolve(blob.sha256().substring(56));
  }

  static Map<String, Function<Panel, Region>> all(Path folder) {
    Path blobs = folder.resolve("blobs");
    make(blobs);
    PageStore pages = new PageStore(PdfLimits.DEFAULT, BACKGROUND);
    Map<String, Function<Panel, Region>> scenes = new LinkedHashMap<>();
    ReaderMaker maker = new ReaderMaker(blobs, pages);
    Item document = Samples.document();
    var explained = new Dossier.Related(Relation.Kind.INTERPRETS, true, Samples.interpretation());
    scenes.put("document", maker.page(document, List.of(explained), List.of()));
    scenes.put("document-mid", maker.scrolled(document, 4));
    scenes.put("document-end", maker.scrolled(document, 9));
    scenes.put(
        "repealed",
        maker.page(
            Samples.item(
                "zc-2018-11",
                "沂源县人民政府关于印发《沂源县高龄老人补贴办法》的通知（示例）",
                Samples.Facts.REPEALED,
                new Details.Plain(),
                List.of(),
                List.of(),
                Samples.everyBlock()),
            List.of(new Dossier.Related(Relation.Kind.REPEALS, true, document)),
            List.of()));
    scenes.put(
        "interpretation",
        maker.page(
            Samples.interpretation(),
            List.of(new Dossier.Related(Relation.Kind.INTERPRETS, false, document)),
            List.of(MoreSamples.clips())));
    scenes.put("video", maker.page(MoreSamples.clips(), List.of(), List.of()));
    Item report = MoreSamples.annual(2023);
    List<Item> years = List.of(report, MoreSamples.annual(2022), MoreSamples.annual(2021));
    scenes.put("annual", maker.page(report, List.of(), years));
    scenes.put("annual-table", maker.scrolled(report, 6, 900));
    scenes.put("annual-top", maker.scrolled(report, 5));
    scenes.put("answer", maker.page(MoreSamples.answer(), List.of(), List.of()));
    scenes.put(
        "campaign",
        maker.page(
            MoreSamples.campaign(Optional.empty(), LocalDate.of(2023, 11, 30)),
            List.of(),
            List.of()));
    scenes.put(
        "campaign-done",
        maker.page(
            MoreSamples.campaign(Optional.of("共收到建议312条，其中27条列入实事项目。"), LocalDate.of(2023, 11, 10)),
            List.of(),
            List.of()));
    scenes.put("event", maker.page(MoreSamples.event(), List.of(), List.of()));
    scenes.put("credit-red", maker.page(MoreSamples.credit(true), List.of(), List.of()));
    scenes.put("credit-black", maker.page(MoreSamples.credit(false), List.of(), List.of()));
    scenes.put("service", maker.page(MoreSamples.service(), List.of(), List.of()));
    scenes.put("proposal", maker.page(MoreSamples.proposal(), List.of(), List.of()));
    scenes.put("office", maker.page(MoreSamples.office(), List.of(), List.of()));
    scenes.put(
        "codes",
        panel -> CodesWall.of(MoreSamples.codes(), Samples.TODAY, ports(panel, blobs, pages)));
    scenes.put("bigcode", maker.page(MoreSamples.codes().getFirst(), List.of(), List.of()));
    scenes.put("issue", maker.page(MoreSamples.issue(2023, 3, 6), List.of(), List.of()));
    scenes.put("pages", panel -> gazette(panel, blobs, pages, BACKGROUND, false).node());
    scenes.put("reflow", panel -> gazette(panel, blobs, pages, BACKGROUND, true).node());
    scenes.put(
        "issue-search",
        panel -> {
          GazettePagesView view = gazette(panel, blobs, pages, BACKGROUND, true);
          view.search("gljt");
          return view.node();
        });
    scenes.put(
        "covers",
        panel ->
            GazetteWall.of(
                List.of(
                    MoreSamples.issue(2023, 3, 6),
                    MoreSamples.issue(2023, 2, 6),
                    MoreSamples.issue(2023, 1, 6),
                    MoreSamples.issue(2022, 12, 6)),
                "沂源县人民政府",
                ports(panel, blobs, pages)));
    return scenes;
  }

  private static List<List<String>> fixturePages() {
    List<List<String>> pages = new ArrayList<>();
    for (int page = 1; page <= 6; page++) {
      List<String> lines = new ArrayList<>();
      lines.add("沂源县人民政府公报　第" + page + "页");
      for (int i = 0; i < 20; i++) {
        lines.add("各镇人民政府、街道办事处要落实属地责任，");
      }
      pages.add(lines);
    }
    return pages;
  }

  private static void make(Path blobs) {
    try {
      Files.createDirectories(blobs);
      BufferedImage picture = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_RGB);
      var pen = picture.createGraphics();
      pen.setColor(new Color(0xF3EFE4));
      pen.fillRect(0, 0, 1200, 700);
      pen.setColor(new Color(0x9D1B1E));
      pen.setFont(new Font("Noto Sans SC", Font.PLAIN, 60));
      for (int i = 0; i < 4; i++) {
        pen.fillRoundRect(60 + i * 280, 250, 240, 200, 30, 30);
      }
      pen.dispose();
      javax.imageio.ImageIO.write(
          picture, "png", file(blobs, Samples.blob(1, "image/png")).toFile());
      FixturePdf.write(
          file(blobs, Samples.blob(20, "application/pdf")), "FangSong_GB2312", fixturePages());
      Files.writeString(file(blobs, Samples.blob(9, "image/png")), "not a picture");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
