package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.Card;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Cards that lead from what is read to what belongs to it.
public final class Cards {

  private static final double CARD_GUESS_EM = 6;
  private static final double MIB = 1024 * 1024;

  private Cards() {}

  /// A heading over a group of cards.
  public static Piece heading(String text) {
    return new Piece(() -> Nodes.column("section-box", Nodes.words(text, "section-heading")), 3);
  }

  /// A card that leads to an item.
  public static Piece item(String label, Item item, Runnable open) {
    return new Piece(() -> boxed(itemNode(label, item, open)), CARD_GUESS_EM);
  }

  static Card itemNode(String label, Item item, Runnable open) {
    Label tag = Nodes.tag(label, "card-tag");
    Label title = Nodes.words(item.title(), "card-title");
    VBox words = Nodes.column("card-words", tag, title);
    if (item.details() instanceof Details.Interpretation interpretation) {
      words.getChildren().add(Nodes.words(interpretation.oneSentence(), "card-text"));
    }
    words.getChildren().add(Nodes.words(origin(item), "card-meta"));
    HBox row =
        Nodes.row(
            "card-row",
            Glyph.of(sign(item.details()), "card-sign"),
            Nodes.growing(words),
            Glyph.of(FluentUiRegularAL.CHEVRON_RIGHT_28, "card-go"));
    return new Card(label + " " + item.title(), row, open, "link-card");
  }

  private static String origin(Item item) {
    String number = item.metadata().documentNumber().map(n -> n.toString() + "　").orElse("");
    return number + Wording.day(item.metadata().publishedOn());
  }

  /// The sign of a kind of content.
  public static Ikon sign(Details details) {
    return switch (details) {
      case Details.Plain ignored -> FluentUiRegularAL.DOCUMENT_28;
      case Details.GazetteIssue ignored -> FluentUiRegularAL.BOOK_OPEN_24;
      case Details.Interpretation ignored -> FluentUiRegularAL.LIGHTBULB_24;
      case Details.Code ignored -> FluentUiRegularMZ.QR_CODE_28;
      case Details.AnnualReport ignored -> FluentUiRegularAL.DATA_BAR_VERTICAL_24;
      case Details.Answer ignored -> FluentUiRegularAL.COMMENT_MULTIPLE_24;
      case Details.Campaign ignored -> FluentUiRegularMZ.MEGAPHONE_24;
      case Details.Event ignored -> FluentUiRegularAL.CALENDAR_MONTH_28;
      case Details.CreditEntry ignored -> FluentUiRegularMZ.RIBBON_24;
      case Details.Service ignored -> FluentUiRegularMZ.SERVICE_BELL_24;
      case Details.Proposal ignored -> FluentUiRegularAL.HAND_RIGHT_28;
      case Details.Office ignored -> FluentUiRegularMZ.ORGANIZATION_28;
    };
  }

  /// The heading and cards of an item's files; nothing where there are none.
  public static List<Piece> attachments(List<Attachment> files, AttachmentOpener opener) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<Piece> pieces = new java.util.ArrayList<>();
    pieces.add(heading(ContentText.of("reader.attachments")));
    files.forEach(
        file -> pieces.add(new Piece(() -> boxed(attachment(file, opener)), CARD_GUESS_EM)));
    return pieces;
  }

  /// Opens a file that comes with an item.
  @FunctionalInterface
  public interface AttachmentOpener {
    void open(Attachment file);
  }

  private static Region attachment(Attachment file, AttachmentOpener opener) {
    boolean pages = isPdf(file);
    Label title = Nodes.words(file.name(), "card-title");
    Label how =
        Nodes.words(
            ContentText.of(pages ? "reader.attachment.read" : "reader.attachment.phone")
                + "　"
                + size(file),
            "card-meta");
    HBox row =
        Nodes.row(
            "card-row",
            Glyph.of(
                pages ? FluentUiRegularAL.DOCUMENT_PDF_24 : FluentUiRegularMZ.QR_CODE_28,
                "card-sign"),
            Nodes.growing(Nodes.column("card-words", title, how)),
            Glyph.of(FluentUiRegularAL.CHEVRON_RIGHT_28, "card-go"));
    return new Card(file.name(), row, () -> opener.open(file), "link-card");
  }

  public static boolean isPdf(Attachment file) {
    return file.blob().mediaType().equals("application/pdf");
  }

  static String size(Attachment file) {
    String bytes =
        file.blob().length() < MIB
            ? Math.max(1, file.blob().length() / 1024) + " KB"
            : String.format(Locale.ROOT, "%.1f MB", file.blob().length() / MIB);
    return file.pages().map(n -> ContentText.of("reader.pages", n.toString()) + " · ").orElse("")
        + bytes;
  }

  /// Room around a card, so that its neighbours stand apart.
  public static Region boxed(Region card) {
    VBox box = new VBox(card);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("card-box");
    return box;
  }
}
