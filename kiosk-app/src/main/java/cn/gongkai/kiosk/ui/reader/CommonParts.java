package cn.gongkai.kiosk.ui.reader;

import cn.gongkai.content.model.Attachment;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.theme.Glyph;
import cn.gongkai.kiosk.ui.pages.PageViewer;
import cn.gongkai.kiosk.ui.scroll.Piece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;

/// Parts that many reading pages have: title, fields, validity, what belongs to it, its files.
public final class CommonParts {

  private static final int RELATED_MAX = 12;

  private final Dossier dossier;
  private final ReaderPorts ports;

  public CommonParts(Dossier dossier, ReaderPorts ports) {
    this.dossier = dossier;
    this.ports = ports;
  }

  private Item item() {
    return dossier.item();
  }

  /// Column, title and subtitle.
  public Piece title() {
    return new Piece(
        () -> {
          VBox box =
              Nodes.column(
                  "reader-title",
                  Nodes.tag(dossier.columnName(), "reader-kind"),
                  BalancedTitle.left(item().title(), "reader-headline"));
          item().subtitle().ifPresent(s -> box.getChildren().add(Nodes.words(s, "reader-subline")));
          return box;
        },
        7);
  }

  /// Fields and values, set side by side, never cut.
  public static Piece fields(List<MetadataRows.Row> rows) {
    return new Piece(() -> Nodes.column("fields-box", FieldGrid.of(rows)), rows.size() * 1.2);
  }

  /// Whether the document holds today: a bar in words with its sign, and the way to what holds
  /// instead.
  public List<Piece> validity() {
    return ValidityLine.find(dossier).map(this::validity).orElse(List.of());
  }

  private List<Piece> validity(ValidityLine line) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(() -> bar(line), 3));
    line.successors()
        .forEach(
            next ->
                pieces.add(
                    Cards.item(ContentText.of("validity.successor"), next, () -> open(next.id()))));
    return pieces;
  }

  private static Region bar(ValidityLine line) {
    Label words = Nodes.tag(line.words(), "validity-words");
    HBox row = Nodes.row("validity-bar", Glyph.of(sign(line.tone())), words);
    line.detail()
        .ifPresent(
            detail -> row.getChildren().add(Nodes.growing(Nodes.words(detail, "validity-detail"))));
    row.getStyleClass()
        .add("validity-bar-" + line.tone().name().toLowerCase(java.util.Locale.ROOT));
    VBox box = new VBox(row);
    box.getStyleClass().add("card-box");
    return box;
  }

  private static Ikon sign(ValidityLine.Tone tone) {
    return switch (tone) {
      case HOLDS -> FluentUiRegularAL.CHECKMARK_CIRCLE_24;
      case WAITS -> FluentUiRegularAL.CLOCK_24;
      case CARE -> FluentUiRegularMZ.WARNING_24;
      case OVER -> FluentUiRegularMZ.PROHIBITED_24;
    };
  }

  private void open(ItemId id) {
    ports.openItem().accept(id);
  }

  /// Cards of everything related, each once, what explains or is explained first.
  public List<Piece> related() {
    List<Piece> pieces = new ArrayList<>();
    Set<ItemId> seen = new HashSet<>();
    for (Dossier.Related related : dossier.relations()) {
      boolean successor = related.kind() == Relation.Kind.REPEALS && related.incoming();
      if (!successor && pieces.size() < RELATED_MAX && seen.add(related.other().id())) {
        Item other = related.other();
        pieces.add(Cards.item(label(related), other, () -> open(other.id())));
      }
    }
    if (!pieces.isEmpty()) {
      pieces.addFirst(Cards.heading(ContentText.of("reader.related")));
    }
    return pieces;
  }

  static String label(Dossier.Related related) {
    String side = related.incoming() ? "in" : "out";
    String word = ContentText.of("relation." + related.kind().name() + "." + side);
    return related.other().details() instanceof Details.Interpretation interpretation
            && related.kind() == Relation.Kind.INTERPRETS
        ? word + " · " + interpretation.form().term()
        : word;
  }

  /// Cards of the item's files. A PDF is read here; anything else goes to the phone.
  ///
  /// @param page the page they stand on, once it is made
  public List<Piece> attachments(Supplier<ReaderPage> page) {
    return Cards.attachments(item().attachments(), file -> open(file, page.get()));
  }

  private void open(Attachment file, ReaderPage page) {
    if (Cards.isPdf(file)) {
      Path path = ports.blobs().file(file.blob());
      page.overlay()
          .showLarge(
              new PageViewer(
                  path,
                  file.pages().orElse(1),
                  1,
                  ports.pages(),
                  ports.panel().portrait(),
                  List.of()));
    } else {
      page.showCode(dossier.phonePage(), ContentText.of("reader.attachment.code", file.name()));
    }
  }

  /// A row of a sign, a field and its value, as on a visiting card.
  public static Region fact(Ikon sign, String label, String value) {
    HBox row =
        Nodes.row(
            "fact",
            Glyph.of(sign, "fact-sign"),
            Nodes.growing(
                Nodes.column(
                    "fact-words",
                    Nodes.words(label, "fact-label"),
                    Nodes.words(value, "fact-value"))));
    return row;
  }
}
