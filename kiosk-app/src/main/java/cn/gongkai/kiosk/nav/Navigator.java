package cn.gongkai.kiosk.nav;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the resident is and where they came from. Screens stay alive in the history, so that going
/// back finds a list where it was left; the oldest are disposed of beyond [#HISTORY_MAX]. JavaFX
/// thread only.
public final class Navigator {

  public static final int HISTORY_MAX = 16;

  /// A route with the screen made for it.
  public record Place(Route route, Screen screen) {}

  private final ScreenFactory factory;
  private final Deque<Place> past = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Optional<Place>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);

  public Navigator(ScreenFactory factory) {
    this.factory = factory;
  }

  // Properties

  /// Empty until the first route is opened.
  public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  public Optional<Place> place() {
    return place.get();
  }

  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  // Commands

  /// Goes to a route. Where one is already there nothing happens; home and attract begin anew.
  public void open(Route route) {
    if (place.get().map(Place::route).filter(route::equals).isPresent()) {
      return;
    }
    switch (route) {
      case Route.Home ignored -> begin(route);
      case Route.Attract ignored -> begin(route);
      case Route.ColumnList ignored -> push(route);
      case Route.DivisionList ignored -> push(route);
      case Route.Newest ignored -> push(route);
      case Route.TopicList ignored -> push(route);
      case Route.ItemView ignored -> push(route);
      case Route.GazettePages ignored -> push(route);
      case Route.BigCode ignored -> push(route);
      case Route.Search ignored -> push(route);
      case Route.Hall ignored -> push(route);
      case Route.Help ignored -> push(route);
      case Route.Staff ignored -> push(route);
    }
  }

  /// One step back; home where there is none.
  public void back() {
    Optional<Place> left = place.get();
    Place before = past.pollLast();
    if (before == null) {
      open(new Route.Home());
      return;
    }
    show(before);
    left.map(Place::screen).ifPresent(Screen::dispose);
  }

  public void home() {
    open(new Route.Home());
  }

  /// Makes the screen in view anew from its route.
  public void reload() {
    Optional<Place> left = place.get();
    left.ifPresent(
        old -> {
          show(new Place(old.route(), factory.create(old.route())));
          old.screen().dispose();
        });
  }

  /// Goes to a route in place of the one in view: going back skips it.
  public void replace(Route route) {
    Optional<Place> left = place.get();
    show(new Place(route, factory.create(route)));
    left.map(Place::screen).ifPresent(Screen::dispose);
  }

  /// Forgets the last person: all screens are made anew.
  public void reset(Route first) {
    leaveAll(new Place(first, factory.create(first)));
  }

  private void begin(Route route) {
    leaveAll(new Place(route, factory.create(route)));
  }

  private void leaveAll(Place next) {
    Optional<Place> left = place.get();
    Deque<Place> old = new ArrayDeque<>(past);
    past.clear();
    show(next);
    left.map(Place::screen).ifPresent(Screen::dispose);
    old.forEach(p -> p.screen().dispose());
  }

  private void push(Route route) {
    Place next = new Place(route, factory.create(route));
    place.get().filter(p -> !(p.route() instanceof Route.Attract)).ifPresent(past::addLast);
    while (past.size() > HISTORY_MAX) {
      past.removeFirst().screen().dispose();
    }
    show(next);
  }

  private void show(Place next) {
    place.get().map(Place::screen).ifPresent(Screen::hidden);
    place.set(Optional.of(next));
    canGoBack.set(!past.isEmpty());
    next.screen().shown();
  }
}
