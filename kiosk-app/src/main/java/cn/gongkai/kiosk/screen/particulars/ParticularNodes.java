package cn.gongkai.kiosk.screen.particulars;

import cn.gongkai.content.model.Details;
import cn.gongkai.kiosk.qr.QrCard;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.ui.SideBySide;
import cn.gongkai.kiosk.ui.reader.CommonParts;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// The leading node of each kind of particular.
final class ParticularNodes {

  private ParticularNodes() {}

  static Region campaign(Dossier dossier, Details.Campaign campaign) {
    CampaignState state = CampaignState.on(dossier.today(), campaign);
    VBox detail =
        Nodes.column(
            "state-words",
            Nodes.words(state.detail(dossier.today(), campaign), "state-detail"),
            Nodes.words(
                ContentText.of(
                    "campaign.period",
                    Wording.day(campaign.opensOn()),
                    Wording.day(campaign.closesOn())),
                "state-period"));
    SideBySide row =
        new SideBySide(Nodes.tag(state.words(), "state-word"), detail, 11, "state-row");
    row.getStyleClass().add("state-" + state.name().toLowerCase(Locale.ROOT));
    return boxed(row);
  }

  static Region feedback(String words) {
    return boxed(Nodes.column("feedback", Nodes.words(words, "feedback-words")));
  }

  /// A code one takes part or applies with.
  static Piece code(URI address, String caption, Panel panel) {
    return new Piece(
        () -> {
          HBox row = new HBox(QrCard.of(address, caption, panel.mmPerPixel()));
          row.getStyleClass().add("take-away");
          row.setAlignment(Pos.CENTER);
          return row;
        },
        18);
  }

  static Region event(LocalDate today, Details.Event event) {
    LocalDate day = event.startsAt().toLocalDate();
    VBox leaf =
        Nodes.column(
            "leaf",
            Nodes.tag(
                ContentText.of(
                    "event.month",
                    Integer.toString(day.getYear()),
                    Integer.toString(day.getMonthValue())),
                "leaf-month"),
            Nodes.tag(Integer.toString(day.getDayOfMonth()), "leaf-day"),
            Nodes.tag(
                day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA), "leaf-weekday"));
    leaf.setMinWidth(Region.USE_PREF_SIZE);
    leaf.setAlignment(Pos.TOP_CENTER);
    VBox facts =
        Nodes.column(
            "facts",
            CommonParts.fact(
                FluentUiRegularAL.CLOCK_24,
                ContentText.of("event.time"),
                Wording.time(event.startsAt().toLocalTime())),
            CommonParts.fact(
                FluentUiRegularAL.LOCATION_24, ContentText.of("event.place"), event.place()));
    event
        .host()
        .ifPresent(
            host ->
                facts
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularMZ.PEOPLE_24, ContentText.of("event.host"), host)));
    event
        .registration()
        .ifPresent(
            how ->
                facts
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularAL.CLIPBOARD_TEXT_24,
                            ContentText.of("event.registration"),
                            how)));
    VBox left =
        Nodes.column(
            "leaf-box",
            leaf,
            Nodes.tag(
                ContentText.of(
                    day.isBefore(today)
                        ? "event.over"
                        : day.equals(today) ? "event.today" : "event.coming"),
                day.isBefore(today) ? "event-over" : "event-coming"));
    left.setAlignment(Pos.TOP_CENTER);
    SideBySide row = new SideBySide(left, facts, 13, "fact-sheet");
    return boxed(row);
  }

  static Region credit(Details.CreditEntry entry) {
    String list = ContentText.of(entry.commended() ? "credit.red" : "credit.black");
    HBox head =
        Nodes.row(
            entry.commended() ? "credit-red" : "credit-black",
            Glyph.of(
                entry.commended()
                    ? FluentUiRegularMZ.RIBBON_STAR_24
                    : FluentUiRegularMZ.WARNING_24),
            Nodes.tag(list, "credit-list"),
            Nodes.growing(Nodes.words(entry.subject(), "credit-subject")));
    VBox sheet = Nodes.column("fact-sheet");
    entry
        .creditCode()
        .ifPresent(
            code ->
                sheet
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularMZ.NUMBER_SYMBOL_24,
                            ContentText.of("credit.code"),
                            code.toString())));
    sheet
        .getChildren()
        .addAll(
            CommonParts.fact(
                FluentUiRegularAL.DOCUMENT_28, ContentText.of("credit.reason"), entry.reason()),
            CommonParts.fact(
                FluentUiRegularAL.GAVEL_24, ContentText.of("credit.basis"), entry.legalBasis()));
    entry
        .removeOn()
        .ifPresent(
            day ->
                sheet
                    .getChildren()
                    .add(
                        CommonParts.fact(
                            FluentUiRegularAL.CALENDAR_MONTH_28,
                            ContentText.of("credit.until"),
                            Wording.day(day))));
    return boxed(Nodes.column("credit", head, sheet));
  }

  static Region proposal(Details.Proposal proposal) {
    VBox sheet =
        Nodes.column(
            "fact-sheet",
            CommonParts.fact(
                FluentUiRegularAL.CLIPBOARD_TEXT_24,
                ContentText.of(proposal.motion() ? "proposal.motion" : "proposal.suggestion"),
                proposal.number()),
            CommonParts.fact(
                FluentUiRegularAL.BUILDING_GOVERNMENT_24,
                ContentText.of("proposal.office"),
                proposal.office()),
            CommonParts.fact(
                FluentUiRegularAL.CHECKMARK_CIRCLE_24,
                ContentText.of("proposal.state"),
                proposal
                    .repliedOn()
                    .map(day -> ContentText.of("proposal.replied", Wording.day(day)))
                    .orElse(ContentText.of("proposal.working"))));
    return boxed(sheet);
  }

  static Region boxed(Region inside) {
    VBox box = new VBox(inside);
    box.getStyleClass().add("card-box");
    return box;
  }
}
