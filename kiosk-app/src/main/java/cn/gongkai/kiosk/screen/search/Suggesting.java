package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.search.SearchQuery;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.content.search.Terms;
import cn.gongkai.kiosk.data.Content;
import cn.gongkai.kiosk.data.Names;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.work.FaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Chooses the rows under the field. Items come from the same search as the results; names only
/// where they lead to something. Blocks on disk: only inside a load.
final class Suggesting {

  /// Rows at most, of which names take no more than [#NAMES_MAX] while items are there to be shown.
  static final int ROWS_MAX = 4;

  private static final int NAMES_MAX = 2;
  private static final int NAMES_TRIED = 6;

  private final Content content;
  private final Outline outline;

  Suggesting(Content content, Outline outline) {
    this.content = content;
    this.outline = outline;
  }

  List<Suggestion> of(SearchQuery query, SearchResult result) throws FaultException {
    List<Suggestion> items =
        result.hits().stream()
            .limit(ROWS_MAX)
            .map(hit -> (Suggestion) new Suggestion.ToItem(hit, numbered(hit, query.words())))
            .toList();
    boolean number = items.stream().anyMatch(s -> s instanceof Suggestion.ToItem to && to.number());
    List<Suggestion> rows = new ArrayList<>();
    if (!number) {
      int room = Math.max(NAMES_MAX, ROWS_MAX - items.size());
      rows.addAll(names(query, room));
    }
    items.stream().limit(ROWS_MAX - rows.size()).forEach(rows::add);
    return rows;
  }

  private List<Suggestion> names(SearchQuery query, int room) throws FaultException {
    List<Suggestion> found = new ArrayList<>();
    for (Names.Name name : content.names(outline).find(query.words(), NAMES_TRIED)) {
      if (found.size() < room) {
        leads(name, query).ifPresent(found::add);
      }
    }
    return found;
  }

  /// A name that leads nowhere is not offered.
  private Optional<Suggestion> leads(Names.Name name, SearchQuery query) throws FaultException {
    return switch (name) {
      case Names.Name.OfTopic of -> Optional.of(new Suggestion.ToTopic(of.topic()));
      case Names.Name.OfColumn of -> Optional.of(new Suggestion.ToColumn(of.column()));
      case Names.Name.OfWord of ->
          of.text().equals(query.words()) || !finds(of.text(), query)
              ? Optional.empty()
              : Optional.of(new Suggestion.ToWord(of.text()));
    };
  }

  private boolean finds(String word, SearchQuery query) throws FaultException {
    SearchQuery one =
        new SearchQuery(
            word,
            query.home(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            query.today(),
            1);
    return !content.search(one).hits().isEmpty();
  }

  /// Whether the figures typed are those of the item's document number, in whatever brackets.
  private static boolean numbered(SearchResult.Hit hit, String typed) {
    Set<String> asked = figures(typed);
    return !asked.isEmpty()
        && number(hit.item()).filter(own -> figures(own).containsAll(asked)).isPresent();
  }

  private static Optional<String> number(Item item) {
    return item.metadata().documentNumber().map(Object::toString);
  }

  private static Set<String> figures(String text) {
    String folded = Terms.normalise(text);
    String spaced =
        IntStream.range(0, folded.length())
            .mapToObj(i -> Character.isDigit(folded.charAt(i)) ? folded.substring(i, i + 1) : " ")
            .collect(Collectors.joining());
    return Arrays.stream(spaced.strip().split(" +"))
        .filter(figures -> !figures.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
