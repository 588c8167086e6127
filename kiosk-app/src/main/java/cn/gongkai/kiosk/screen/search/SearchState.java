package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.screen.FilterBar;
import cn.gongkai.kiosk.work.Fault;
import java.util.List;
import java.util.Optional;

/// What the search shows under its words.
sealed interface SearchState {

  /// The rows under the field; none where there is nothing to suggest.
  default List<Suggestion> suggestions() {
    return List.of();
  }

  /// Nothing typed: words of the county and what was published last.
  record Begin(List<String> words, List<Topic> topics, List<Item> newest) implements SearchState {
    public Begin {
      words = List.copyOf(words);
      topics = List.copyOf(topics);
      newest = List.copyOf(newest);
    }
  }

  /// @param understood readings in words: 按“最低生活保障”查找：低保
  /// @param groups the hits, best first; where there are many, by column after the best
  record Found(
      List<SearchResult.Hit> hits,
      String count,
      List<String> understood,
      List<FilterBar.Group> filters,
      boolean narrowed,
      List<Group> groups,
      List<Suggestion> suggestions)
      implements SearchState {
    public Found {
      hits = List.copyOf(hits);
      understood = List.copyOf(understood);
      filters = List.copyOf(filters);
      groups = List.copyOf(groups);
      suggestions = List.copyOf(suggestions);
    }
  }

  /// Hits that stand together.
  ///
  /// @param column what they have in common; empty for the best
  record Group(String name, Optional<ColumnId> column, List<SearchResult.Hit> hits) {
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /// Nothing was found: what was not, what to try, where to look, whom to ask.
  ///
  /// @param typed as it was searched for
  /// @param telephone of this hall, where it is known
  record Nothing(
      String typed,
      List<String> nearest,
      List<Topic> topics,
      boolean narrowed,
      Optional<Asking> hall,
      Optional<Asking> office,
      List<Suggestion> suggestions)
      implements SearchState {
    public Nothing {
      nearest = List.copyOf(nearest);
      topics = List.copyOf(topics);
      suggestions = List.copyOf(suggestions);
    }
  }

  /// Whom to ask.
  record Asking(String name, Optional<String> telephone) {}

  /// Letters were typed while the pinyin of the titles is still being read: nobody can say yet that
  /// there is nothing.
  record NotYet(List<Suggestion> suggestions) implements SearchState {
    public NotYet {
      suggestions = List.copyOf(suggestions);
    }
  }

  record Failed(Fault fault) implements SearchState {}
}
