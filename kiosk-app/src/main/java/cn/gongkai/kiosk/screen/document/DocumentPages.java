package cn.gongkai.kiosk.screen.document;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.OfficialMetadata;
import cn.gongkai.kiosk.ui.blocks.BlockContext;
import cn.gongkai.kiosk.ui.reader.BalancedTitle;
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
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Makes the page of a document. One that was issued under a number or by an authority looks it:
/// red head, number, red rule, serif text. Anything else is plain news or a guide.
public final class DocumentPages {

  private DocumentPages() {}

  public static ReaderPage of(Dossier dossier, ReaderPorts ports) {
    boolean official = isOfficial(dossier.item());
    CommonParts common = new CommonParts(dossier, ports);
    ReaderPage[] made = new ReaderPage[1];
    List<Piece> head = new ArrayList<>(common.validity());
    if (official) {
      head.add(new Piece(() -> head(dossier.item()), 14));
      head.add(CommonParts.fields(MetadataRows.ofDocument(dossier.item())));
    } else {
      head.add(common.title());
      head.add(CommonParts.fields(MetadataRows.ofAny(dossier.item())));
    }
    ReaderParts parts =
        new ReaderParts(
            head,
            common.related(),
            dossier.item().body(),
            official ? BlockContext.Face.OFFICIAL : BlockContext.Face.PLAIN,
            common.attachments(() -> made[0]));
    made[0] = new ReaderPage(ports, Optional.of(dossier.phonePage()), parts);
    return made[0];
  }

  /// True where the item was issued as a document rather than put up as news.
  static boolean isOfficial(Item item) {
    OfficialMetadata m = item.metadata();
    return m.documentNumber().isPresent()
        || m.registrationNumber().isPresent()
        || m.issuingAuthority().isPresent() && m.genre().isPresent();
  }

  /// 版头: issuing authorities in red, number, red rule, title (GB/T 9704-2012).
  private static Region head(Item item) {
    OfficialMetadata m = item.metadata();
    VBox box = Nodes.column("official-head");
    box.setAlignment(Pos.TOP_CENTER);
    authorities(m).forEach(name -> box.getChildren().add(Nodes.words(name, "official-authority")));
    m.documentNumber()
        .ifPresent(
            number -> box.getChildren().add(Nodes.words(number.toString(), "official-number")));
    Region rule = new Region();
    rule.getStyleClass().add("official-rule");
    box.getChildren().addAll(rule, BalancedTitle.centred(item.title(), "official-title"));
    item.subtitle().ifPresent(s -> box.getChildren().add(Nodes.words(s, "reader-subline")));
    return box;
  }

  private static List<String> authorities(OfficialMetadata m) {
    List<String> all = new ArrayList<>(m.jointAuthorities());
    m.issuingAuthority().filter(first -> !all.contains(first)).ifPresent(all::addFirst);
    return all.isEmpty() ? List.of(m.publisher()) : List.copyOf(all);
  }
}
