package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Hall;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.search.Terms;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Diary;
import cn.gongkai.kiosk.data.Listing;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.input.TypedWords;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.screen.Surroundings;
import cn.gongkai.kiosk.text.Messages;
import cn.gongkai.kiosk.work.Fault;
import cn.gongkai.kiosk.work.FaultException;
import cn.gongkai.kiosk.work.Lane;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Decides what the search shows: suggestions and results while typing, filters over them, and
/// something to go on with where there are none. Forgets everything with the screen.
final class SearchViewModel {

  private static final int HITS_MAX = 50;
  private static final int COUNT_MAX = 1000;
  private static final int WORDS_MAX = 12;
  private static final int MARKS_MAX = 8;
  private static final int WORDS_A_TOPIC = 2;
  private static final int NEWEST = 5;

  private final Surroundings surroundings;
  private final Lane lane;
  private final TypedWords typed = new TypedWords();
  private final ReadOnlyObjectWrapper<SearchState> state =
      new ReadOnlyObjectWrapper<>(new SearchState.Begin(List.of(), List.of(), List.of()));
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

  /// The stretches that answer, as they stand in what was found, and what was typed.
  List<String> markedWords() {
    if (!(state.get() instanceof SearchState.Found found)) {
      return List.of();
    }
    Stream<String> marked =
        found.hits().stream()
            .flatMap(hit -> Stream.of(hit.title(), hit.snippet()))
            .flatMap(SearchViewModel::marked);
    return Stream.concat(typedWords(), marked)
        .filter(words -> words.length() > 1)
        .distinct()
        .limit(MARKS_MAX)
        .toList();
  }

  /// Words in characters, in the form in which texts are written.
  private Stream<String> typedWords() {
    return Arrays.stream(Terms.normalise(typed.words()).split(" +"))
        .filter(word -> word.chars().anyMatch(Character::isIdeographic));
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

  /// Asks again where the last answer was that nobody can say yet.
  void retry() {
    if (state.get() instanceof SearchState.NotYet) {
      search();
    }
  }

  void narrow(Filter to) {
    filter = to;
    search();
  }

  void search() {
    String words = typed.words().strip();
    Optional<Outline> outline = surroundings.catalogue().outline();
    if (words.isEmpty()) {
      begin();
      return;
    }
    SearchQuery query =
        new SearchQuery(
            words,
            surroundings.division(),
            filter.column(),
            filter.year(),
            filter.office(),
            filter.validity(),
            surroundings.today(),
            HITS_MAX);
    surroundings
        .catalogue()
        .load(
            lane,
            content -> answer(content, query, outline),
            answer -> show(words, answer),
            this::fail);
  }

  /// Goes to what a row under the field promises.
  void take(Suggestion suggestion) {
    switch (suggestion) {
      case Suggestion.ToItem to -> open(to.hit().item());
      case Suggestion.ToTopic to -> openTopic(to.topic().id());
      case Suggestion.ToColumn to ->
          surroundings.navigator().open(Route.ColumnList.of(to.column().id()));
      case Suggestion.ToWord to -> typed.set(to.word());
    }
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

  /// Words that led to nothing are counted, never kept.
  void dispose() {
    lane.cancel();
    if (state.get() instanceof SearchState.Nothing) {
      surroundings.diary().count(Diary.SEARCH_NOTHING);
    }
    typed.clear();
    state.set(new SearchState.Begin(List.of(), List.of(), List.of()));
  }

  private static Answer answer(Content content, SearchQuery query, Optional<Outline> outline)
      throws FaultException {
    boolean ready = content.searchReady();
    SearchResult result = content.search(query);
    if (!ready && content.searchReady()) {
      ready = true;
      result = content.search(query);
    }
    List<Suggestion> suggestions =
        outline.isPresent() ? new Suggesting(content, outline.get()).of(query, result) : List.of();
    return new Answer(result, suggestions, ready);
  }

  private void begin() {
    state.set(new SearchState.Begin(beginnings(), topics(), List.of()));
    surroundings
        .catalogue()
        .load(
            lane,
            content -> content.list(Listing.ALL, OptionalLong.empty(), NEWEST).items(),
            newest -> state.set(new SearchState.Begin(beginnings(), topics(), newest)),
            fault -> {});
  }

  private void show(String words, Answer answer) {
    if (answer.result().hits().isEmpty()) {
      state.set(nothing(words, answer));
      return;
    }
    SearchResult result = answer.result();
    List<String> understood =
        result.understood().stream()
            .map(r -> Messages.of("search.understood", r.typed(), r.readAs()))
            .toList();
    boolean capped = result.total() > COUNT_MAX;
    Optional<Outline> outline = surroundings.catalogue().outline();
    state.set(
        new SearchState.Found(
            result.hits(),
            result.isMeantOnly()
                ? Messages.of("search.count.meant", String.valueOf(result.total()))
                : count(result.total(), capped),
            understood,
            outline
                .map(o -> Narrowing.of(result, filter, capped, o, this::narrow))
                .orElse(List.of()),
            filter.active(),
            outline.map(o -> Grouping.of(result.hits(), o)).orElse(List.of()),
            filter.active() ? List.of() : answer.suggestions()));
  }

  private SearchState nothing(String words, Answer answer) {
    boolean letters = words.chars().anyMatch(c -> c < 128 && Character.isLetter(c));
    if (letters && !answer.ready()) {
      return new SearchState.NotYet(answer.suggestions());
    }
    return new SearchState.Nothing(
        words,
        answer.result().suggestions(),
        topics(),
        filter.active(),
        surroundings.hall().map(SearchViewModel::asking),
        surroundings
            .catalogue()
            .outline()
            .flatMap(outline -> outline.site().contact())
            .map(contact -> new SearchState.Asking(contact.office(), contact.telephone())),
        answer.suggestions());
  }

  private static SearchState.Asking asking(Hall hall) {
    return new SearchState.Asking(hall.name(), hall.telephone());
  }

  private static String count(int total, boolean capped) {
    return capped
        ? Messages.of("search.count.many", String.valueOf(COUNT_MAX))
        : Messages.of("search.count", String.valueOf(total));
  }

  private List<Topic> topics() {
    return surroundings.catalogue().outline().map(Outline::topics).orElse(List.of());
  }

  /// The county's own words for life topics; never what anyone typed here.
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
