package cn.gongkai.kiosk.screen.home;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.text.Wording;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Decides what the first screen shows: tiles and topics from the outline, news from the store.
final class HomeViewModel {

  private static final int OWN_MAX = 3;
  private static final int NEWEST_MAX = 6;

  private final Surroundings surroundings;
  private final Lane lane;
  private final ReadOnlyObjectWrapper<HomeState> state =
      new ReadOnlyObjectWrapper<>(new HomeState.Loading());
  private long generation = -1;

  HomeViewModel(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.lane = surroundings.catalogue().lane();
  }

  // Properties

  ReadOnlyObjectProperty<HomeState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  // Commands

  /// Loads what is not loaded of the release in view.
  void refresh() {
    long now = surroundings.catalogue().generationProperty().get();
    if (now == generation) {
      return;
    }
    generation = now;
    surroundings.catalogue().outline().ifPresent(this::load);
  }

  void openTile(HomeState.Tile tile) {
    surroundings.navigator().open(Route.ColumnList.of(tile.column()));
  }

  void openTopic(String topic) {
    surroundings.navigator().open(new Route.TopicList(topic));
  }

  void openItem(Item item) {
    surroundings.navigator().open(new Route.ItemView(item.id()));
  }

  void openNewest() {
    surroundings.navigator().open(new Route.Newest());
  }

  void openOwn() {
    surroundings
        .division()
        .ifPresent(division -> surroundings.navigator().open(new Route.DivisionList(division)));
  }

  void openSearch() {
    surroundings.navigator().open(new Route.Search(""));
  }

  LocalDate today() {
    return surroundings.today();
  }

  void dispose() {
    lane.cancel();
  }

  private void load(Outline outline) {
    Optional<DivisionCode> own = surroundings.division().filter(code -> !code.isCounty());
    surroundings
        .catalogue()
        .load(lane, content -> news(content, own), news -> show(outline, news), this::fail);
  }

  private static News news(Content content, Optional<DivisionCode> own) throws FaultException {
    List<Item> ownNews =
        own.isEmpty()
            ? List.of()
            : content
                .list(Listing.ALL.inDivision(own.get()), OptionalLong.empty(), OWN_MAX)
                .items();
    List<Item> newest =
        content.list(Listing.ALL, OptionalLong.empty(), NEWEST_MAX + OWN_MAX).items().stream()
            .filter(item -> ownNews.stream().noneMatch(mine -> mine.id().equals(item.id())))
            .limit(NEWEST_MAX)
            .toList();
    return new News(ownNews, newest);
  }

  private void show(Outline outline, News news) {
    List<HomeState.Tile> tiles =
        outline.tiles().stream().map(column -> tile(outline, column)).toList();
    String town =
        news.own().isEmpty() ? "" : surroundings.hall().map(hall -> hall.name()).orElse("");
    state.set(new HomeState.Ready(tiles, outline.topics(), town, news.own(), news.newest()));
  }

  private HomeState.Tile tile(Outline outline, Column column) {
    String facts =
        outline
            .findFilled(column.id())
            .map(
                filled ->
                    Messages.of(
                        "home.tile.facts",
                        String.valueOf(filled.items()),
                        Wording.dayNear(filled.newest().toLocalDate(), today())))
            .orElse("");
    return new HomeState.Tile(
        column.id(), column.name(), column.icon(), column.abstractText().orElse(""), facts);
  }

  private void fail(Fault fault) {
    generation = -1;
    state.set(new HomeState.Failed(fault));
  }

  private record News(List<Item> own, List<Item> newest) {}
}
