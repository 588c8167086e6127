package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.input.TypedWords;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.Lane;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Decides what the search shows: results while typing, filters over them, and something to go on
/// with where there are none.
final class SearchViewModel {

  private static final int HITS_MAX = 50;
  private static final int COUNT_MAX = 1000;
  private static final int WORDS_MAX = 12;
  private static final int MARKS_MAX = 8;
  private static final int WORDS_A_TOPIC = 2;

  private final Surroundings surroundings;
  private final Lane lane;
  private final TypedWords typed = new TypedWords();
  private final ReadOnlyObjectWrapper<SearchState> state =
      new ReadOnlyObjectWrapper<>(new SearchState.Begin(List.of(), List.of()));
  private Filter filter = Filter.NONE;
  private long generation = -1;

  SearchViewModel(Surroundings surroundings, String words) {
    this.surroundings = surroundings;
    this.lane = surroundings.catalogue().lane();
    typed.set(words);
    typed
        .wordsProperty()
        .addListener(
            (held, before, now) -> {
              filter = Filter.NONE;
              search();
            });
  }

  // Properties

  TypedWords typed() {
    return typed;
  }

  ReadOnlyObjectProperty<SearchState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  LocalDate today() {
    return surroundings.today();
  }

  /// The stretches that answer, as they stand in what was found.
  List<String> markedWords() {
    return state.get() instanceof SearchState.Found found
        ? found.hits().stream()
            .flatMap(hit -> Stream.of(hit.title(), hit.snippet()))
            .flatMap(SearchViewModel::marked)
            .filter(words -> words.length() > 1)
            .distinct()
            .limit(MARKS_MAX)
            .toList()
        : List.of();
  }

  // Commands

  /// Asks again where another release has come.
  void refresh() {
    long now = surroundings.catalogue().generationProperty().get();
    if (now != generation) {
      generation = now;
      search();
    }
  }

  void narrow(Filter to) {
    filter = to;
    search();
  }

  void search() {
    String words = typed.words().strip();
    if (words.isEmpty()) {
      lane.cancel();
      state.set(new SearchState.Begin(beginnings(), topics()));
      return;
    }
    SearchQuery query =
        new SearchQuery(
            words,
            surroundings.division(),
            filter.column(),
            filter.year(),
            Optional.empty(),
            filter.validity(),
            surroundings.today(),
            HITS_MAX);
    surroundings.catalogue().load(lane, content -> content.search(query), this::show, this::fail);
  }

  void open(Item item) {
    surroundings.navigator().open(new Route.ItemView(item.id()));
  }

  void openTopic(String topic) {
    surroundings.navigator().open(new Route.TopicList(topic));
  }

  void ask() {
    surroundings.navigator().open(new Route.Hall());
  }

  void dispose() {
    lane.cancel();
  }

  private void show(SearchResult result) {
    if (result.hits().isEmpty()) {
      state.set(new SearchState.Nothing(result.suggestions(), topics(), filter.active()));
      return;
    }
    List<String> understood =
        result.understood().stream()
            .map(r -> Messages.of("search.understood", r.typed(), r.readAs()))
            .toList();
    List<SearchState.Narrow> narrows =
        surroundings
            .catalogue()
            .outline()
            .map(outline -> Narrows.of(result, filter, outline))
            .orElse(List.of());
    state.set(new SearchState.Found(result.hits(), count(result.total()), understood, narrows));
  }

  private static String count(int total) {
    return total > COUNT_MAX
        ? Messages.of("search.count.many", String.valueOf(COUNT_MAX))
        : Messages.of("search.count", String.valueOf(total));
  }

  private List<Topic> topics() {
    return surroundings.catalogue().outline().map(Outline::topics).orElse(List.of());
  }

  /// The county's own words for life topics: what people here ask for.
  private List<String> beginnings() {
    return topics().stream().flatMap(SearchViewModel::namesOf).distinct().limit(WORDS_MAX).toList();
  }

  private void fail(Fault fault) {
    state.set(new SearchState.Failed(fault));
  }

  private static Stream<String> marked(SearchResult.Marked text) {
    return text.marks().stream()
        .filter(mark -> mark.end() <= text.text().length())
        .map(mark -> text.text().substring(mark.start(), mark.end()));
  }

  private static Stream<String> namesOf(Topic topic) {
    return Stream.concat(Stream.of(topic.name()), topic.words().stream()).limit(WORDS_A_TOPIC);
  }
}
