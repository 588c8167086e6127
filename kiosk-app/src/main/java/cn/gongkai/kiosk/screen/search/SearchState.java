package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchResult;
import cn.gongkai.kiosk.work.Fault;
import java.util.List;

/// What the search shows under its words.
sealed interface SearchState {

  /// Nothing typed: words to begin with.
  record Begin(List<String> words, List<Topic> topics) implements SearchState {
    public Begin {
      words = List.copyOf(words);
      topics = List.copyOf(topics);
    }
  }

  /// @param understood readings in words, for example 低保 → 最低生活保障
  record Found(
      List<SearchResult.Hit> hits, String count, List<String> understood, List<Narrow> narrows)
      implements SearchState {
    public Found {
      hits = List.copyOf(hits);
      understood = List.copyOf(understood);
      narrows = List.copyOf(narrows);
    }
  }

  /// Nothing was found: what to try, where to look, whom to ask.
  record Nothing(List<String> suggestions, List<Topic> topics, boolean narrowed)
      implements SearchState {
    public Nothing {
      suggestions = List.copyOf(suggestions);
      topics = List.copyOf(topics);
    }
  }

  record Failed(Fault fault) implements SearchState {}

  /// A filter chip over the results.
  ///
  /// @param result the filter it leads to
  record Narrow(String words, boolean on, Filter result) {}
}
