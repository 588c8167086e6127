package cn.gongkai.kiosk.screen.annualreport;

import cn.gongkai.content.model.Block;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.PlainText;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.reader.Cards;
import cn.gongkai.kiosk.ui.reader.CommonParts;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.MetadataRows;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.ReaderPage;
import cn.gongkai.kiosk.ui.reader.ReaderParts;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Makes the page of an annual report: years, parts to jump to, bars, then the report itself.
public final class AnnualReportPages {

  private static final int PARTS_MAX = 12;

  private final Dossier dossier;
  private final Details.AnnualReport report;
  private final ReaderPorts ports;
  private Optional<ReaderPage> page = Optional.empty();

  private AnnualReportPages(Dossier dossier, Details.AnnualReport report, ReaderPorts ports) {
    this.dossier = dossier;
    this.report = report;
    this.ports = ports;
  }

  public static ReaderPage of(Dossier dossier, Details.AnnualReport report, ReaderPorts ports) {
    return new AnnualReportPages(dossier, report, ports).make();
  }

  private ReaderPage make() {
    CommonParts common = new CommonParts(dossier, ports);
    List<Piece> head = new ArrayList<>();
    head.add(common.title());
    if (!otherYears().isEmpty()) {
      head.add(new Piece(this::years, 3));
    }
    if (!parts().isEmpty()) {
      head.add(Cards.heading(ContentText.of("annual.parts")));
      head.add(new Piece(this::jumps, 6));
    }
    head.addAll(charts());
    List<Piece> after = new ArrayList<>(common.attachments(() -> page.orElseThrow()));
    after.add(CommonParts.fields(MetadataRows.ofAny(dossier.item())));
    ReaderPage made =
        new ReaderPage(
            ports,
            Optional.of(dossier.phonePage()),
            new ReaderParts(
                head, common.related(), dossier.item().body(), BlockContext.Face.OFFICIAL, after));
    page = Optional.of(made);
    return made;
  }

  private List<Piece> charts() {
    List<Details.AnnualReport> all =
        Stream.concat(Stream.of(dossier.item()), otherYears().stream())
            .map(Item::details)
            .filter(Details.AnnualReport.class::isInstance)
            .map(Details.AnnualReport.class::cast)
            .toList();
    List<Piece> pieces = new ArrayList<>();
    Stream.of(
            ReportBars.channels(report.figures()),
            ReportBars.results(report.figures()),
            ReportBars.disclosed(all),
            ReportBars.received(all))
        .flatMap(Optional::stream)
        .forEach(chart -> pieces.add(new Piece(() -> Cards.boxed(BarChartView.of(chart)), 12)));
    if (!pieces.isEmpty()) {
      pieces.addFirst(Cards.heading(ContentText.of("annual.charts")));
    }
    return pieces;
  }

  /// Reports of the same publisher, newest first, this one left out.
  private List<Item> otherYears() {
    String publisher = dossier.item().metadata().publisher();
    return dossier.siblings().stream()
        .filter(item -> item.details() instanceof Details.AnnualReport)
        .filter(item -> item.metadata().publisher().equals(publisher))
        .filter(item -> !item.id().equals(dossier.id()))
        .sorted(Comparator.comparingInt(AnnualReportPages::yearOf).reversed())
        .toList();
  }

  private static int yearOf(Item item) {
    return item.details() instanceof Details.AnnualReport other ? other.year() : 0;
  }

  private Region years() {
    List<Node> row = new ArrayList<>();
    row.add(
        Nodes.tag(ContentText.of("annual.year", Integer.toString(report.year())), "form-current"));
    for (Item other : otherYears()) {
      Button button =
          Nodes.button(
              ContentText.of("annual.year", Integer.toString(yearOf(other))),
              FluentUiRegularAL.CHEVRON_RIGHT_28,
              () -> ports.openItem().accept(other.id()),
              "plain-action");
      row.add(button);
    }
    return FlowLine.ofTouch(row, "forms");
  }

  /// A part of the report and where it begins.
  private record Part(String title, int block) {}

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    List<Block> body = dossier.item().body();
    for (int i = 0; i < body.size() && parts.size() < PARTS_MAX; i++) {
      if (body.get(i) instanceof Block.Heading heading && heading.level() <= 2) {
        parts.add(new Part(PlainText.ofRuns(heading.runs()), i));
      }
    }
    return parts;
  }

  private Region jumps() {
    List<Node> list = new ArrayList<>();
    for (Part part : parts()) {
      Button button =
          Nodes.button(
              part.title(),
              FluentUiRegularAL.ARROW_DOWN_24,
              () -> page.ifPresent(made -> made.showBlock(part.block())),
              "plain-action",
              "jump");
      button.setWrapText(true);
      list.add(button);
    }
    return FlowLine.ofTouch(list, "jumps");
  }
}
