package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One way to read the input up to a place, as a chain of words.
///
/// @param hash of its text, so that the same text read in two ways is kept once
/// @param literal letters that stand for themselves because no word begins with them
record Sentence(
    Optional<Sentence> before, Optional<Found> word, String literal, double cost, long hash) {

  static final Sentence EMPTY = new Sentence(Optional.empty(), Optional.empty(), "", 0, 7);

  private static final double A_WORD = 2.0;
  private static final double A_LITERAL = 25;

  Sentence plus(Found found) {
    return new Sentence(
        Optional.of(this),
        Optional.of(found),
        "",
        cost + found.cost() + A_WORD,
        hash(found.text()));
  }

  Sentence plus(char letter) {
    String literally = String.valueOf(letter);
    return new Sentence(
        Optional.of(this), Optional.empty(), literally, cost + A_LITERAL, hash(literally));
  }

  static double costOf(Found only) {
    return only.cost() + A_WORD;
  }

  double costWith(Found found) {
    return cost + found.cost() + A_WORD;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    parts().forEach(part -> text.append(part.word.map(Found::text).orElse(part.literal)));
    return text.toString();
  }

  /// Its links, first to last.
  List<Sentence> parts() {
    List<Sentence> parts = new ArrayList<>();
    Optional<Sentence> link = Optional.of(this);
    while (link.isPresent() && link.get().before.isPresent()) {
      parts.addFirst(link.get());
      link = link.get().before;
    }
    return parts;
  }

  private long hash(String more) {
    long grown = hash;
    for (int i = 0; i < more.length(); i++) {
      grown = grown * 1_000_003 + more.charAt(i);
    }
    return grown;
  }

  /// The cheapest sentences up to one place.
  static final class Beam {

    private final int width;
    private final List<Sentence> cheapestFirst = new ArrayList<>();

    Beam(int width) {
      this.width = width;
    }

    boolean takes(double cost) {
      return cheapestFirst.size() < width || cheapestFirst.getLast().cost > cost;
    }

    void offer(Sentence sentence) {
      for (int i = 0; i < cheapestFirst.size(); i++) {
        Sentence same = cheapestFirst.get(i);
        if (same.hash == sentence.hash) {
          if (same.cost <= sentence.cost) {
            return;
          }
          cheapestFirst.remove(i);
          break;
        }
      }
      cheapestFirst.add(sentence);
      cheapestFirst.sort(Comparator.comparingDouble(Sentence::cost));
      if (cheapestFirst.size() > width) {
        cheapestFirst.removeLast();
      }
    }

    boolean isEmpty() {
      return cheapestFirst.isEmpty();
    }

    List<Sentence> sentences() {
      return cheapestFirst;
    }
  }
}
