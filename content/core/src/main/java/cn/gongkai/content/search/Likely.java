package cn.gongkai.content.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows that hold a part of what was asked, weighed by how much of it before any is read: reading
/// rows is most of what a search costs. Lives for one search in one thread.
final class Likely {

  private final Map<Long, Double> weights = new HashMap<>();

  /// @param weight of what the row holds; those of one row add up
  void add(long row, double weight) {
    weights.merge(row, weight, Double::sum);
  }

  boolean isEmpty() {
    return weights.isEmpty();
  }

  /// The heaviest rows, newer before older where they weigh the same.
  List<Long> best(int limit) {
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
