package cn.gongkai.kiosk.screen.item;

import cn.gongkai.content.model.ItemId;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.ContentText;
import cn.gongkai.kiosk.ui.reader.Dossier;
import cn.gongkai.kiosk.ui.reader.ItemPage;
import cn.gongkai.kiosk.ui.reader.Nodes;
import cn.gongkai.kiosk.ui.reader.ReaderPorts;
import cn.gongkai.kiosk.ui.reader.ReaderSheets;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// The screen of one item. It loads the item off the screen's thread, then shows its page; where
/// the item has been withdrawn it says so.
public final class ItemScreen implements Screen {

  private final Surroundings surroundings;
  private final ReaderPorts ports;
  private final ItemId id;
  private final ItemPages pages;
  private final Lane lane;
  private final StackPane root = new StackPane();
  private Optional<ItemPage> page = Optional.empty();
  private Optional<Reading> reading = Optional.empty();

  public ItemScreen(Surroundings surroundings, ReaderPorts ports, ItemId id, ItemPages pages) {
    this.surroundings = surroundings;
    this.ports = ports;
    this.id = id;
    this.pages = pages;
    lane = surroundings.catalogue().lane();
    root.getStylesheets().setAll(ReaderSheets.all());
    load();
  }

  private void load() {
    Optional<Outline> outline = surroundings.catalogue().outline();
    surroundings
        .catalogue()
        .load(
            lane,
            content ->
                new Dossiers(
                        content,
                        outline.orElseThrow(
                            () -> new FaultException("KIOSK-PREPARING", "no release in view")))
                    .find(id),
            this::show,
            this::fail);
  }

  private void show(Optional<Dossier> found) {
    page.ifPresent(ItemPage::close);
    page = found.map(dossier -> pages.of(dossier, ports));
    reading = found.map(dossier -> new Reading(id, dossier.item().revision()));
    Node shown = page.<Node>map(ItemPage::node).orElseGet(ItemScreen::gone);
    root.getChildren().setAll(shown);
  }

  private void fail(Fault fault) {
    root.getChildren().setAll(FaultCard.of(fault, this::load));
  }

  private static Node gone() {
    VBox words =
        Nodes.column(
            "gone",
            Nodes.tag("", FluentUiRegularAL.DOCUMENT_DISMISS_24, "gone-sign"),
            Nodes.words(ContentText.of("item.gone"), "gone-words"));
    words.setAlignment(Pos.CENTER);
    return words;
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.READING;
  }

  @Override
  public Optional<Reading> reading() {
    return reading;
  }

  @Override
  public void hidden() {
    page.ifPresent(ItemPage::pause);
  }

  @Override
  public void dispose() {
    lane.cancel();
    page.ifPresent(ItemPage::close);
  }
}
