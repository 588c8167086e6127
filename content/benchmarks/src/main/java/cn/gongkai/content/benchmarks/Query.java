package cn.gongkai.content.benchmarks;

import java.util.List;
import java.util.function.Predicate;

/// What is typed, and what has to be among the results for it to count as answered.
///
/// @param right whether one of these titles is an answer
record Query(String words, Predicate<List<String>> right) {

  /// Whose answer is not known: any result counts.
  static Query any(String words) {
    return new Query(words, titles -> !titles.isEmpty());
  }

  /// That a title with this quality answers.
  static Query titled(String words, Predicate<String> right) {
    return new Query(words, titles -> titles.stream().anyMatch(right));
  }
}
