package cn.gongkai.kiosk.screen.wall;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Rows;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// All items of a column at once, newest first, hung by whoever knows how. A new release hangs them
/// anew.
public final class WallScreen implements Screen {

  private static final int ITEMS_MAX = 600;
  private static final int STRETCH = 100;

  private final Surroundings surroundings;
  private final Listing listing;
  private final Function<List<Item>, Region> hang;
  private final Optional<String> title;
  private final Lane lane;
  private final StackPane root = new StackPane();
  private final Subscription releases;
  private long generation = -1;

  /// @param hang makes the wall of the items
  public WallScreen(
      Surroundings surroundings,
      ColumnId column,
      Optional<DivisionCode> division,
      Function<List<Item>, Region> hang) {
    Listing all = Listing.ofColumn(column);
    this.surroundings = surroundings;
    this.listing = division.map(all::inDivision).orElse(all);
    this.hang = hang;
    this.title =
        surroundings.catalogue().outline().flatMap(it -> it.findColumn(column)).map(Column::name);
    this.lane = surroundings.catalogue().lane();
    this.releases =
        surroundings.catalogue().generationProperty().subscribe((before, now) -> refresh());
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public SessionKind kind() {
    return SessionKind.LIST;
  }

  @Override
  public Optional<String> title() {
    return title;
  }

  @Override
  public void shown() {
    refresh();
  }

  @Override
  public void dispose() {
    releases.unsubscribe();
    lane.cancel();
  }

  private void refresh() {
    long now = surroundings.catalogue().generationProperty().get();
    if (now != generation) {
      generation = now;
      load();
    }
  }

  private void load() {
    surroundings
        .catalogue()
        .load(
            lane,
            content -> all(content, listing),
            items -> root.getChildren().setAll(hang.apply(items)),
            this::fail);
  }

  private static List<Item> all(Content content, Listing listing) throws FaultException {
    List<Item> items = new ArrayList<>();
    OptionalLong from = OptionalLong.empty();
    while (items.size() < ITEMS_MAX) {
      Rows rows = content.list(listing, from, STRETCH);
      items.addAll(rows.items());
      from = rows.next();
      if (from.isEmpty()) {
        break;
      }
    }
    return items;
  }

  private void fail(Fault fault) {
    generation = -1;
    root.getChildren().setAll(FaultCard.of(fault, this::load));
  }
}
