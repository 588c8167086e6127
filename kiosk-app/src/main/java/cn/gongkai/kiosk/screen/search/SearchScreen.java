package cn.gongkai.kiosk.screen.search;

import cn.gongkai.kiosk.input.Keyboard;
import cn.gongkai.kiosk.input.TypedField;
import cn.gongkai.kiosk.nav.Screen;
import cn.gongkai.kiosk.nav.SessionKind;
import cn.gongkai.kiosk.screen.FilterBar;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.theme.Styles;
import cn.gongkai.kiosk.ui.Lines;
import cn.gongkai.kiosk.work.Ticker;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Words above, suggestions and results in the middle, the keyboard in reach.
public final class SearchScreen implements Screen {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final SearchViewModel model;
  private final Keyboard keyboard;
  private final SuggestionRows suggestions;
  private final Lines results = new Lines();
  private final FilterBar filters;
  private final ResultLines lines;
  private final Steady<SearchState> steady;
  private final SearchPane root;
  private final Subscription releases;
  private final List<Ticker.Ticking> tickings;

  public SearchScreen(Surroundings surroundings, String words, Ticker ticker) {
    this.model = new SearchViewModel(surroundings, words);
    this.keyboard =
        new Keyboard(model.typed(), surroundings.input(), surroundings.panel().portrait());
    this.suggestions = new SuggestionRows(model::take);
    this.filters = new FilterBar(() -> model.narrow(Filter.NONE), results::refresh);
    this.lines = new ResultLines(model, filters);
    this.steady = new Steady<>(surroundings.clock(), this::show);
    this.root =
        new SearchPane(
            surroundings.panel().portrait(),
            TypedField.of(model.typed(), Messages.of("search.hint"), "search-words"),
            suggestions,
            results.node(),
            keyboard);
    root.getStyleClass().add("search-screen");
    root.getStylesheets().add(Styles.sheet(SearchScreen.class, "search.css"));
    results.node().getStyleClass().add("search-results");
    watchFinger(suggestions);
    watchFinger(results.node());
    model.stateProperty().addListener((held, before, now) -> offer(now));
    this.releases =
        surroundings.catalogue().generationProperty().subscribe((before, now) -> model.refresh());
    this.tickings = List.of(ticker.every(LOOK, steady::look), ticker.every(RETRY, model::retry));
  }

  /// Words to mark in a text that is opened from here.
  public List<String> markedWords() {
    return model.markedWords();
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
    tickings.forEach(Ticker.Ticking::close);
    releases.unsubscribe();
    keyboard.dispose();
    model.dispose();
  }

  private void watchFinger(Node area) {
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> steady.finger(true));
    area.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> steady.finger(false));
  }

  /// What was asked for by a touch comes at once; what comes while typing waits its turn.
  private void offer(SearchState state) {
    boolean asked = state instanceof SearchState.Begin || narrowed(state);
    if (asked) {
      steady.now(state);
    } else {
      steady.offer(state);
    }
  }

  private static boolean narrowed(SearchState state) {
    return state instanceof SearchState.Found found && found.narrowed()
        || state instanceof SearchState.Nothing nothing && nothing.narrowed();
  }

  private void show(SearchState state) {
    filters.show(state instanceof SearchState.Found found ? found.filters() : List.of());
    suggestions.show(state.suggestions());
    results.show(lines.of(state));
  }
}
