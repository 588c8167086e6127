package cn.gongkai.content.search;

import cn.gongkai.content.search.Meanings.Near;
import java.util.List;

/// Finds items by what they mean instead of by their words.
public interface Nearness {

  /// Where meanings are not known.
  Nearness UNKNOWN = (words, limit) -> List.of();

  /// The rows that mean most nearly what was typed, the nearest first; none where that is not known
  /// or not known yet.
  List<Near> nearest(String words, int limit);
}
