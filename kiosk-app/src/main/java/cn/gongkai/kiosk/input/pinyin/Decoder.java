package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One decoding: the cheapest chain of words through all cuts of the input, and the words it may
/// begin with.
final class Decoder {

  private static final int COMPLETIONS = 4;
  private static final int SENTENCES = 4;

  /// Where completions stand among the candidates, so that the first page shows one.
  private static final int BEFORE_COMPLETIONS = 3;

  private final Collection<Lexicon> lexicons;
  private final DecoderLimits limits;
  private final Lattice lattice;
  private final String input;
  private final List<Sentence.Beam> beams = new ArrayList<>();
  private Map<Integer, Finds> first = new TreeMap<>();
  private List<Found> completions = List.of();

  Decoder(Collection<Lexicon> lexicons, DecoderLimits limits, Lattice lattice, String input) {
    this.lexicons = lexicons;
    this.limits = limits;
    this.lattice = lattice;
    this.input = input;
  }

  List<Candidate> candidates() {
    for (int at = 0; at <= input.length(); at++) {
      beams.add(new Sentence.Beam(limits.beam()));
    }
    beams.getFirst().offer(Sentence.EMPTY);
    for (int at = 0; at < input.length(); at++) {
      if (!beams.get(at).isEmpty()) {
        goOn(at);
      }
    }
    return collected();
  }

  /// The cheapest reading of everything.
  Sentence best() {
    return beams.getLast().isEmpty() ? Sentence.EMPTY : beams.getLast().sentences().getFirst();
  }

  private void goOn(int at) {
    int begin = lattice.skip(at);
    WordSearch search = search(at);
    if (begin < input.length()) {
      lexicons.forEach(lexicon -> search.walk(lexicon, begin));
    }
    if (at == 0) {
      first = search.finds();
      completions = search.completions();
    }
    for (Sentence sentence : List.copyOf(beams.get(at).sentences())) {
      search.finds().forEach((end, finds) -> extend(sentence, finds, beams.get(end)));
      if (begin > at) {
        beams.get(begin).offer(sentence);
      } else {
        beams.get(lattice.skip(at + 1)).offer(sentence.plus(input.charAt(at)));
      }
    }
  }

  private WordSearch search(int at) {
    return at == 0
        ? new WordSearch(lattice, limits.candidatesMax(), limits.visitsFirst(), COMPLETIONS)
        : new WordSearch(lattice, limits.wordsLater(), limits.visitsLater(), 0);
  }

  private void extend(Sentence sentence, Finds finds, Sentence.Beam beam) {
    int tried = 0;
    for (Found found : finds.cheapestFirst()) {
      if (tried++ >= limits.wordsLater() || !beam.takes(sentence.costWith(found))) {
        return;
      }
      beam.offer(sentence.plus(found));
    }
  }

  private List<Candidate> collected() {
    Map<String, Candidate> found = new LinkedHashMap<>();
    List<Offer> whole = new ArrayList<>();
    beams.getLast().sentences().stream()
        .limit(SENTENCES)
        .forEach(sentence -> whole.add(new Offer(sentence.text(), sentence.cost())));
    Finds covering = first.remove(input.length());
    if (covering != null) {
      covering
          .cheapestFirst()
          .forEach(word -> whole.add(new Offer(word.text(), Sentence.costOf(word))));
    }
    whole.sort((a, b) -> Double.compare(a.cost(), b.cost()));
    whole.stream().limit(BEFORE_COMPLETIONS).forEach(offer -> add(found, offer.text(), false));
    completions.forEach(word -> add(found, word.text(), true));
    whole.forEach(offer -> add(found, offer.text(), false));
    addBeginnings(found);
    return found.values().stream().limit(limits.candidatesMax()).toList();
  }

  private record Offer(String text, double cost) {}

  private void add(Map<String, Candidate> found, String text, boolean completes) {
    found.putIfAbsent(text, new Candidate(text, input.length(), completes));
  }

  /// Words for the beginning of the input, those that take most of it first.
  private void addBeginnings(Map<String, Candidate> found) {
    List<Map.Entry<Integer, Finds>> longestFirst = new ArrayList<>(first.entrySet()).reversed();
    for (Map.Entry<Integer, Finds> finds : longestFirst) {
      for (Found word : finds.getValue().cheapestFirst()) {
        found.putIfAbsent(word.text(), new Candidate(word.text(), finds.getKey(), false));
      }
    }
  }
}
