package cn.gongkai.kiosk.screen.search;

import cn.gongkai.content.model.Column;
import cn.gongkai.content.model.Topic;
import cn.gongkai.content.search.SearchResult;

/// A row under the field: one touch leads on.
sealed interface Suggestion {

  /// Opens the item.
  ///
  /// @param number true where its document number is what was typed
  record ToItem(SearchResult.Hit hit, boolean number) implements Suggestion {}

  /// Opens the items of a life topic.
  record ToTopic(Topic topic) implements Suggestion {}

  /// Opens a column.
  record ToColumn(Column column) implements Suggestion {}

  /// Types a word that is known to find something.
  record ToWord(String word) implements Suggestion {}
}
