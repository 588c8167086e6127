package cn.gongkai.kiosk.screen.interpretation;

import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Relation;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.FlowLine;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
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
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Makes the page of an interpretation: the sentence, the other forms at hand, the text, and the
/// way back to the document.
public final class InterpretationPages {

  private InterpretationPages() {}

  public static ReaderPage of(Dossier dossier, Details.Interpretation details, ReaderPorts ports) {
    CommonParts common = new CommonParts(dossier, ports);
    ReaderPage[] made = new ReaderPage[1];
    List<Piece> head = new ArrayList<>();
    head.add(common.title());
    head.add(new Piece(() -> sentence(details), 5));
    head.add(new Piece(() -> ways(dossier, details, ports), 4));
    List<MetadataRows.Row> rows = new ArrayList<>(MetadataRows.ofAny(dossier.item()));
    details
        .interpreter()
        .ifPresent(
            who ->
                rows.addFirst(
                    new MetadataRows.Row(ContentText.of("interpretation.interpreter"), who)));
    head.add(CommonParts.fields(rows));
    ReaderParts parts =
        new ReaderParts(
            head,
            common.related(),
            dossier.item().body(),
            BlockContext.Face.PLAIN,
            common.attachments(() -> made[0]));
    made[0] = new ReaderPage(ports, Optional.of(dossier.phonePage()), parts);
    return made[0];
  }

  private static Region sentence(Details.Interpretation details) {
    VBox box =
        Nodes.column(
            "one-sentence",
            Nodes.tag(
                ContentText.of("interpretation.sentence"),
                FluentUiRegularAL.LIGHTBULB_24,
                "one-sentence-label"),
            Nodes.words(details.oneSentence(), "one-sentence-words"));
    VBox outer = new VBox(box);
    outer.getStyleClass().add("card-box");
    return outer;
  }

  /// The form in view, the other forms of the same document's interpretation, the document itself.
  private static Region ways(Dossier dossier, Details.Interpretation details, ReaderPorts ports) {
    List<Node> row = new ArrayList<>();
    row.add(Nodes.tag(details.form().term(), "form-current"));
    for (Item other : forms(dossier)) {
      if (other.details() instanceof Details.Interpretation form) {
        Button button =
            Nodes.button(
                form.form().term(),
                FluentUiRegularAL.CHEVRON_RIGHT_28,
                () -> ports.openItem().accept(other.id()),
                "plain-action");
        row.add(button);
      }
    }
    dossier.outgoing(Relation.Kind.INTERPRETS).stream()
        .limit(1)
        .forEach(
            document -> {
              Button back =
                  Nodes.button(
                      ContentText.of("interpretation.document"),
                      FluentUiRegularAL.DOCUMENT_28,
                      () -> ports.openItem().accept(document.id()),
                      "main-action");
              row.add(back);
            });
    return FlowLine.ofTouch(row, "forms");
  }

  /// Other interpretations of the same document, as the loader put them among the siblings.
  static List<Item> forms(Dossier dossier) {
    return dossier.siblings().stream()
        .filter(item -> item.details() instanceof Details.Interpretation)
        .filter(item -> !item.id().equals(dossier.id()))
        .toList();
  }
}
