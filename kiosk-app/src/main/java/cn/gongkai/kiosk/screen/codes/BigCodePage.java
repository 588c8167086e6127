package cn.gongkai.kiosk.screen.codes;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.qr.QrCard;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.ui.SideBySide;
import cn.gongkai.kiosk.ui.reader.BalancedTitle;
import cn.gongkai.kiosk.ui.reader.CommonParts;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ItemPage;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.reader.ReaderSheets;
import cn.gongkai.kiosk.ui.scroll.Piece;
import cn.gongkai.kiosk.ui.scroll.ScrollColumn;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// One code, large: what it opens, whose it is, its plain address, since when.
public final class BigCodePage implements ItemPage {

  private static final double PORTRAIT_FRACTION = 0.62;
  private static final double LANDSCAPE_FRACTION = 0.58;
  private static final double PAGE_EM_MAX = 64;

  private final ScrollColumn column = new ScrollColumn(PAGE_EM_MAX);

  public BigCodePage(Dossier dossier, Details.Code code, ReaderPorts ports) {
    column.getStyleClass().add("big-code");
    column.getStylesheets().setAll(ReaderSheets.all());
    boolean portrait = ports.panel().portrait();
    boolean expired = CodeGroups.isExpired(code, dossier.today());
    List<Piece> pieces = new ArrayList<>();
    if (expired) {
      pieces.add(new Piece(() -> title(dossier, code), 5));
      pieces.add(new Piece(() -> Nodes.words(ContentText.of("codes.expired"), "code-expired"), 4));
    } else if (portrait) {
      pieces.add(new Piece(() -> title(dossier, code), 5));
      pieces.add(new Piece(() -> card(dossier, code, ports), 24));
      pieces.add(new Piece(() -> facts(dossier, code), 9));
    } else {
      pieces.add(new Piece(() -> sideBySide(dossier, code, ports), 24));
    }
    column.setPieces(pieces);
  }

  @Override
  public Region node() {
    return column;
  }

  private static Region title(Dossier dossier, Details.Code code) {
    VBox box =
        Nodes.column(
            "reader-title",
            Nodes.tag(code.subject(), "reader-kind"),
            BalancedTitle.left(dossier.item().title(), "reader-headline"));
    return box;
  }

  private static Region card(Dossier dossier, Details.Code code, ReaderPorts ports) {
    boolean portrait = ports.panel().portrait();
    double side =
        portrait
            ? ports.panel().width() * PORTRAIT_FRACTION
            : ports.panel().height() * LANDSCAPE_FRACTION;
    HBox row =
        new HBox(
            QrCard.of(
                code.target(), ContentText.of("codes.scan"), ports.panel().mmPerPixel(), side));
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().add("take-away");
    row.setMinWidth(Region.USE_PREF_SIZE);
    row.setAccessibleText(dossier.item().title());
    return row;
  }

  private static Region facts(Dossier dossier, Details.Code code) {
    VBox sheet =
        Nodes.column(
            "fact-sheet",
            CommonParts.fact(
                FluentUiRegularMZ.PHONE_28, ContentText.of("codes.opens"), code.opens()),
            CommonParts.fact(
                FluentUiRegularAL.BUILDING_GOVERNMENT_24,
                ContentText.of("codes.owner"),
                code.owner()),
            CommonParts.fact(
                FluentUiRegularAL.CLOCK_24,
                ContentText.of("codes.updated"),
                Wording.day(dossier.item().metadata().publishedOn())));
    code.expiresOn()
        .ifPresent(
            day ->
                sheet
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularAL.CALENDAR_MONTH_28,
                            ContentText.of("codes.until"),
                            Wording.day(day))));
    return sheet;
  }

  private static Region sideBySide(Dossier dossier, Details.Code code, ReaderPorts ports) {
    VBox words = Nodes.column("big-code-words", title(dossier, code), facts(dossier, code));
    return new SideBySide(card(dossier, code, ports), words, 16, "big-code-row");
  }
}
