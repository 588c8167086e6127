package cn.gongkai.kiosk.screen.directory;

import cn.gongkai.content.model.Details;
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
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Makes the page of an office: telephone first, then where and when, then what it holds.
public final class OfficePages {

  private OfficePages() {}

  public static ReaderPage of(Dossier dossier, Details.Office office, ReaderPorts ports) {
    CommonParts common = new CommonParts(dossier, ports);
    List<Piece> head = new ArrayList<>();
    head.add(common.title());
    head.add(new Piece(() -> contact(office), 9));
    if (!office.holds().isEmpty()) {
      head.add(Cards.heading(ContentText.of("office.holds")));
      head.add(new Piece(() -> holds(office), 6));
    }
    ReaderPage[] made = new ReaderPage[1];
    List<Piece> after = new ArrayList<>(common.attachments(() -> made[0]));
    after.add(CommonParts.fields(MetadataRows.ofAny(dossier.item())));
    made[0] =
        new ReaderPage(
            ports,
            Optional.of(dossier.phonePage()),
            new ReaderParts(
                head, common.related(), dossier.item().body(), BlockContext.Face.PLAIN, after));
    return made[0];
  }

  private static Region contact(Details.Office office) {
    VBox sheet =
        Nodes.column(
            "fact-sheet",
            CommonParts.fact(
                FluentUiRegularAL.BUILDING_GOVERNMENT_24,
                ContentText.of("office.name"),
                office.office()));
    office
        .telephone()
        .ifPresent(
            number -> {
              Region fact =
                  CommonParts.fact(
                      FluentUiRegularMZ.PHONE_28, ContentText.of("service.telephone"), number);
              fact.getStyleClass().add("fact-large");
              sheet.getChildren().add(fact);
            });
    office
        .address()
        .ifPresent(
            address ->
                sheet
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularAL.LOCATION_24,
                            ContentText.of("service.address"),
                            address)));
    office
        .hours()
        .ifPresent(
            hours ->
                sheet
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularAL.CLOCK_24, ContentText.of("service.hours"), hours)));
    return Cards.boxed(sheet);
  }

  private static Region holds(Details.Office office) {
    List<Node> matters = new ArrayList<>();
    office.holds().forEach(matter -> matters.add(Nodes.words(matter, "hold")));
    return FlowLine.ofTouch(matters, "holds");
  }
}
