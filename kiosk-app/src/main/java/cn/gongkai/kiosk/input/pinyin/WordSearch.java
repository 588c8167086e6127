package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Walks a lexicon's trie along the lattice from one place on and collects the words met.
final class WordSearch {

  private final Lattice lattice;
  private final int wordsMax;
  private final Map<Integer, Finds> finds = new TreeMap<>();
  private final Finds completions;
  private int visits;

  /// @param visits how many nodes may be visited
  WordSearch(Lattice lattice, int wordsMax, int visits, int completionsMax) {
    this.lattice = lattice;
    this.wordsMax = wordsMax;
    this.visits = visits;
    this.completions = new Finds(completionsMax);
  }

  void walk(Lexicon lexicon, int from) {
    walk(lexicon, Lexicon.ROOT, from, 0);
  }

  /// The words by where they end.
  Map<Integer, Finds> finds() {
    return finds;
  }

  /// Words that begin with the whole input and go on.
  List<Found> completions() {
    return new ArrayList<>(completions.cheapestFirst());
  }

  private void walk(Lexicon lexicon, int node, int at, double penalty) {
    if (at == lattice.length()) {
      int completion = lexicon.completion(node);
      if (completion >= lexicon.endOfWords(node)) {
        completions.offer(lexicon, completion, lexicon.cost(completion) + penalty);
      }
      return;
    }
    for (Arc arc : lattice.from(at)) {
      SyllableSet set = arc.syllables();
      int first = lexicon.firstChild(node);
      int end = lexicon.endOfChildren(node);
      if (end - first <= 2 * set.size()) {
        for (int child = first; child < end; child++) {
          if (set.contains(lexicon.syllable(child))) {
            visit(lexicon, child, arc, penalty);
          }
        }
      } else {
        for (int k = 0; k < set.size(); k++) {
          int child = lexicon.child(node, set.member(k));
          if (child >= 0) {
            visit(lexicon, child, arc, penalty);
          }
        }
      }
    }
  }

  private void visit(Lexicon lexicon, int node, Arc arc, double before) {
    if (--visits < 0) {
      return;
    }
    double penalty = before + arc.penalty();
    int end = lexicon.endOfWords(node);
    int word = lexicon.firstWord(node);
    if (word < end) {
      Finds here = finds.computeIfAbsent(arc.end(), place -> new Finds(wordsMax));
      while (word < end && here.offer(lexicon, word, lexicon.cost(word) + penalty)) {
        word++;
      }
    }
    walk(lexicon, node, arc.end(), penalty);
  }
}
