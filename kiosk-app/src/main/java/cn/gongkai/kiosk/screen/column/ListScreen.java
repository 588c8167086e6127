package cn.gongkai.kiosk.screen.column;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FaultCard;
import cn.gongkai.kiosk.screen.ItemRow;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A list of items with what stands over it; head and rows scroll together at any text size.
public final class ListScreen implements Screen {

  private final ListViewModel model;
  private final StackPane root = new StackPane();
  private final Lines list = new Lines();
  private final HeadView head;
  private final Subscription releases;

  private ListScreen(
      Surroundings surroundings, Listing listing, Function<Outline, ListHead> describe) {
    this.model = new ListViewModel(surroundings, listing, describe);
    this.head = new HeadView(model, list::refresh);
    root.getStyleClass().add("list-screen");
    root.getStylesheets().add(Styles.sheet(ListScreen.class, "list.css"));
    list.onNearEnd(model::more);
    model.stateProperty().subscribe(this::show);
    this.releases =
        surroundings.catalogue().generationProperty().subscribe((before, now) -> model.refresh());
  }

  public static ListScreen ofColumn(
      Surroundings surroundings, ColumnId column, Optional<DivisionCode> division) {
    Listing all = Listing.ofColumn(column);
    return new ListScreen(
        surroundings,
        division.map(all::inDivision).orElse(all),
        ListHeads.ofColumn(column, surroundings::today));
  }

  /// A column whose only item is opened at once.
  public static ListScreen ofSingle(
      Surroundings surroundings, ColumnId column, Optional<DivisionCode> division) {
    ListScreen screen = ofColumn(surroundings, column, division);
    screen.model.openSingle();
    return screen;
  }

  public static ListScreen ofTopic(Surroundings surroundings, String topic) {
    return new ListScreen(surroundings, Listing.ALL.inTopic(topic), ListHeads.ofTopic(topic));
  }

  public static ListScreen ofDivision(Surroundings surroundings, DivisionCode division) {
    return new ListScreen(
        surroundings, Listing.ALL.inDivision(division), ListHeads.ofDivision(division));
  }

  public static ListScreen ofNewest(Surroundings surroundings) {
    return new ListScreen(surroundings, Listing.ALL, ListHeads.ofNewest());
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
  public void shown() {
    model.refresh();
  }

  @Override
  public void dispose() {
    releases.unsubscribe();
    model.dispose();
  }

  private void show(ListState state) {
    switch (state) {
      case ListState.Loading ignored -> root.getChildren().clear();
      case ListState.Failed failed ->
          root.getChildren().setAll(FaultCard.of(failed.fault(), model::retry));
      case ListState.Ready ready -> {
        head.show(ready);
        list.replace(lines(ready));
        root.getChildren().setAll(list.node());
      }
    }
  }

  private List<Supplier<? extends Region>> lines(ListState.Ready ready) {
    List<Supplier<? extends Region>> lines = new ArrayList<>();
    lines.add(head::node);
    ready.items().forEach(item -> lines.add(() -> row(item)));
    if (ready.items().isEmpty()) {
      lines.add(() -> Lines.line(head.nothing()));
    }
    if (!ready.complete()) {
      lines.add(() -> Lines.line(head.more()));
    }
    return lines;
  }

  private Region row(Item item) {
    return Lines.line(ItemRow.of(item, model.today(), () -> model.open(item)));
  }
}
