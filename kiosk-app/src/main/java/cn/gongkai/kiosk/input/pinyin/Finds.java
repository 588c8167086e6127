package cn.gongkai.kiosk.input.pinyin;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The cheapest words between two places of the input, at most so many.
final class Finds {

  private final int max;
  private final PriorityQueue<Found> dearestFirst =
      new PriorityQueue<>(Comparator.comparingDouble(Found::cost).reversed());

  Finds(int max) {
    this.max = max;
  }

  /// @return false where it was too dear
  boolean offer(Lexicon lexicon, int word, double cost) {
    Found dearest = dearestFirst.peek();
    if (dearestFirst.size() >= max && dearest != null) {
      if (dearest.cost() <= cost) {
        return false;
      }
      dearestFirst.poll();
    }
    dearestFirst.add(new Found(lexicon, word, cost));
    return true;
  }

  List<Found> cheapestFirst() {
    return dearestFirst.stream().sorted(Comparator.comparingDouble(Found::cost)).toList();
  }
}
