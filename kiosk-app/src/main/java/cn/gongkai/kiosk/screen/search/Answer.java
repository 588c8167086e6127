package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.search.SearchResult;
import java.util.List;

/// What the content says to the words typed, read in one go.
///
/// @param ready false while titles are not all known by their pinyin: then finding nothing means
///   nothing
record Answer(SearchResult result, List<Suggestion> suggestions, boolean ready) {

  Answer {
    suggestions = List.copyOf(suggestions);
  }
}
