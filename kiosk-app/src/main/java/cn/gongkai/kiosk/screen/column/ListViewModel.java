package cn.gongkai.kiosk.screen.column;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.data.Choices;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.data.Rows;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Decides what a list shows: rows in stretches as the reader goes on, filters with counts. A new
/// release is loaded in place, as far as the reader has come.
final class ListViewModel {

  /// Rows fetched at once.
  static final int STRETCH = 40;

  /// Rows kept; a reader who wants more narrows the list.
  static final int ROWS_MAX = 2000;

  private static final int FILTERED_MIN = 6;

  private final Surroundings surroundings;
  private final Function<Outline, ListHead> describe;
  private final Lane lane;
  private final Lane moreLane;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private Listing listing;
  private OptionalLong next = OptionalLong.empty();
  private long generation = -1;
  private boolean loadingMore;
  private boolean opensSingle;

  /// @param describe what stands over the rows, from the outline in view
  ListViewModel(Surroundings surroundings, Listing listing, Function<Outline, ListHead> describe) {
    this.surroundings = surroundings;
    this.listing = listing;
    this.describe = describe;
    this.lane = surroundings.catalogue().lane();
    this.moreLane = surroundings.catalogue().lane();
  }

  // Properties

  ReadOnlyObjectProperty<ListState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  LocalDate today() {
    return surroundings.today();
  }

  // Commands

  /// Loads what is not loaded of the release in view.
  void refresh() {
    long now = surroundings.catalogue().generationProperty().get();
    if (now != generation) {
      generation = now;
      int seen = state.get() instanceof ListState.Ready ready ? ready.items().size() : 0;
      load(Math.clamp(seen, STRETCH, ROWS_MAX));
    }
  }

  /// Where there is only one item, its screen takes the list's place.
  void openSingle() {
    opensSingle = true;
  }

  void retry() {
    generation = -1;
    refresh();
  }

  /// Narrows or widens the list.
  void choose(FilterGroup.Option option) {
    show(option.result());
  }

  void clearFilters() {
    show(listing.unfiltered());
  }

  /// The reader has come to the end of what is loaded.
  void more() {
    if (loadingMore
        || next.isEmpty()
        || !(state.get() instanceof ListState.Ready ready)
        || ready.items().size() >= ROWS_MAX) {
      return;
    }
    loadingMore = true;
    OptionalLong from = next;
    Listing asked = listing;
    surroundings
        .catalogue()
        .load(
            moreLane,
            content -> content.list(asked, from, STRETCH),
            rows -> append(ready, rows),
            this::fail);
  }

  void open(Item item) {
    surroundings.navigator().open(new Route.ItemView(item.id()));
  }

  void openPart(ListHead.Part part) {
    surroundings.navigator().open(new Route.ColumnList(part.column(), listing.division()));
  }

  void search() {
    surroundings.navigator().open(new Route.Search(""));
  }

  void dispose() {
    lane.cancel();
    moreLane.cancel();
  }

  private void show(Listing narrowed) {
    listing = narrowed;
    load(STRETCH);
  }

  private void load(int rows) {
    moreLane.cancel();
    loadingMore = false;
    Listing asked = listing;
    surroundings
        .catalogue()
        .load(lane, content -> Page.read(content, asked, rows), this::show, this::fail);
  }

  private void show(Page page) {
    if (opensSingle && page.choices.total() == 1 && !page.listing.filtered()) {
      opensSingle = false;
      surroundings.navigator().replace(new Route.ItemView(page.rows.items().getFirst().id()));
      return;
    }
    surroundings
        .catalogue()
        .outline()
        .ifPresent(
            outline -> {
              next = page.rows.next();
              state.set(
                  new ListState.Ready(
                      describe.apply(outline),
                      filters(page),
                      page.rows.items(),
                      page.choices.total(),
                      next.isEmpty()));
            });
  }

  /// A short list needs no filters.
  private static List<FilterGroup> filters(Page page) {
    return page.listing.filtered() || page.choices.total() >= FILTERED_MIN
        ? Filters.of(page.listing, page.choices)
        : List.of();
  }

  private void append(ListState.Ready ready, Rows rows) {
    loadingMore = false;
    next = rows.next();
    List<Item> items =
        Stream.concat(ready.items().stream(), rows.items().stream()).limit(ROWS_MAX).toList();
    state.set(
        new ListState.Ready(ready.head(), ready.filters(), items, ready.total(), next.isEmpty()));
  }

  private void fail(Fault fault) {
    loadingMore = false;
    state.set(new ListState.Failed(fault));
  }

  private record Page(Listing listing, Rows rows, Choices choices) {
    static Page read(Content content, Listing listing, int rows) throws FaultException {
      return new Page(
          listing, content.list(listing, OptionalLong.empty(), rows), content.choices(listing));
    }
  }
}
