package cn.gongkai.content.search;

import cn.gongkai.content.search.SoundPattern.Element;
import cn.gongkai.content.search.SoundPattern.How;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// Reads typed letters as pinyin: whole syllables, initials, both mixed, with the accents of the
/// region, and with one letter left out. Chinese characters and digits between them stand for
/// themselves.
final class SoundReader {

  private static final int LETTERS_MAX = 48;
  private static final int PATHS_MAX = 4;
  private static final double WHOLE = 1.0;
  private static final double PARTIAL = 1.2;
  private static final double INITIAL = 1.6;
  private static final double DROPPED = 2.0;

  private record Path(double cost, List<Element> elements) {

    Path plus(double more, Element element) {
      List<Element> longer = new ArrayList<>(elements);
      longer.add(element);
      return new Path(cost + more, longer);
    }
  }

  /// Offers the pieces that may begin at a place: their length in letters and what they stand for.
  private interface Pieces {
    void at(String letters, int from, BiConsumer<Integer, Path> offer);
  }

  private SoundReader() {}

  /// Readings of the words, surest first; empty where they hold no Latin letter or are too long.
  ///
  /// @param folded after [Terms#normalise]
  static List<SoundPattern> readings(String folded) {
    String text = folded.length() > LETTERS_MAX ? folded.substring(0, LETTERS_MAX) : folded;
    if (text.chars().noneMatch(SoundReader::isLetter)) {
      return List.of();
    }
    SequencedSet<SoundPattern> readings = new LinkedHashSet<>();
    add(readings, How.SYLLABLES, text, SoundReader::wholes);
    add(readings, How.INITIALS, text, SoundReader::singles);
    add(readings, How.INITIALS, text, SoundReader::initials);
    add(readings, How.MIXED, text, SoundReader::mixed);
    List<SoundPattern> plain = List.copyOf(readings);
    plain.stream()
        .filter(pattern -> pattern.how() != How.INITIALS)
        .map(SoundPattern::accented)
        .forEach(readings::add);
    add(readings, How.LETTER_DROPPED, text, SoundReader::dropped);
    return withoutRepeats(readings);
  }

  /// Each pattern once, in the surest way to read it.
  private static List<SoundPattern> withoutRepeats(SequencedSet<SoundPattern> readings) {
    Set<List<Element>> known = new HashSet<>();
    return readings.stream().filter(pattern -> known.add(pattern.elements())).toList();
  }

  /// The words by their sound alone: finds what was typed with wrong characters of the right sound.
  /// Each of all the ways to read a character counts: 地 of 宅几地 is not the 地 of 慢慢地.
  static SoundPattern sameSound(String text) {
    List<Element> elements = new ArrayList<>();
    String folded = Terms.normalise(text);
    short[] ids = Pinyin.ids(text);
    for (int i = 0; i < ids.length; i++) {
      char c = folded.charAt(i);
      if (ids[i] != 0) {
        BitSet said = Pinyin.allIds(c);
        said.set(ids[i]);
        elements.add(Element.of(Syllables.accents(said)));
      } else if (Character.isLetterOrDigit(c)) {
        elements.add(Element.of(c));
      }
    }
    return new SoundPattern(How.SAME_SOUND, elements);
  }

  private static void add(
      SequencedSet<SoundPattern> readings, How how, String text, Pieces pieces) {
    for (Path path : paths(text, pieces)) {
      if (!path.elements().isEmpty()) {
        readings.add(new SoundPattern(how, path.elements()));
      }
    }
  }

  /// The cheapest ways through the text, at most [#PATHS_MAX].
  private static List<Path> paths(String text, Pieces pieces) {
    List<List<Path>> reached = new ArrayList<>();
    for (int i = 0; i <= text.length(); i++) {
      reached.add(new ArrayList<>());
    }
    reached.getFirst().add(new Path(0, List.of()));
    for (int i = 0; i < text.length(); i++) {
      List<Path> here = cheapest(reached.get(i));
      char c = text.charAt(i);
      if (here.isEmpty()) {
        continue;
      }
      int at = i;
      if (isLetter(c)) {
        pieces.at(
            text,
            at,
            (length, piece) -> {
              Element element = piece.elements().getFirst();
              here.forEach(p -> reached.get(at + length).add(p.plus(piece.cost(), element)));
            });
      } else if (Character.isLetterOrDigit(c)) {
        here.forEach(path -> reached.get(at + 1).add(path.plus(WHOLE, Element.of(c))));
      } else {
        reached.get(at + 1).addAll(here);
      }
    }
    return cheapest(reached.getLast());
  }

  private static List<Path> cheapest(List<Path> paths) {
    return paths.stream()
        .sorted(Comparator.comparingDouble(Path::cost))
        .distinct()
        .limit(PATHS_MAX)
        .toList();
  }

  private static void wholes(String text, int from, BiConsumer<Integer, Path> offer) {
    int end = endOfLetters(text, from);
    for (int k = 1; k <= Syllables.LETTERS_MAX && from + k <= end; k++) {
      String letters = text.substring(from, from + k);
      int length = k;
      Syllables.findId(letters).ifPresent(id -> offer.accept(length, piece(WHOLE, only(id))));
      if (from + k == end) {
        BitSet begun = Syllables.startingWith(letters);
        if (!begun.isEmpty()) {
          offer.accept(k, piece(PARTIAL, begun));
        }
      }
    }
  }

  private static void singles(String text, int from, BiConsumer<Integer, Path> offer) {
    initial(text, from, 1, offer);
  }

  private static void initials(String text, int from, BiConsumer<Integer, Path> offer) {
    boolean twoLetters = from + 1 < text.length() && text.charAt(from + 1) == 'h';
    initial(text, from, twoLetters && "zcs".indexOf(text.charAt(from)) >= 0 ? 2 : 1, offer);
  }

  private static void mixed(String text, int from, BiConsumer<Integer, Path> offer) {
    wholes(text, from, offer);
    initials(text, from, offer);
  }

  /// Every piece may have lost a letter: one pattern for each way to cut, not one for each letter.
  private static void dropped(String text, int from, BiConsumer<Integer, Path> offer) {
    int end = endOfLetters(text, from);
    for (int k = 1; k <= Syllables.LETTERS_MAX && from + k <= end; k++) {
      String letters = text.substring(from, from + k);
      BitSet meant = Syllables.missingOneOf(letters);
      boolean whole = Syllables.findId(letters).isPresent();
      Syllables.findId(letters).ifPresent(meant::set);
      if (from + k == end) {
        meant.or(Syllables.startingWith(letters));
      }
      if (!meant.isEmpty()) {
        offer.accept(k, piece(whole ? WHOLE : DROPPED, Syllables.accents(meant)));
      }
    }
  }

  private static void initial(String text, int from, int length, BiConsumer<Integer, Path> offer) {
    char first = text.charAt(from);
    BitSet begun = Syllables.startingWith(text.substring(from, from + length));
    offer.accept(length, new Path(INITIAL, List.of(new Element(begun, first))));
  }

  private static Path piece(double cost, BitSet syllables) {
    return new Path(cost, List.of(Element.of(syllables)));
  }

  private static BitSet only(int id) {
    BitSet one = new BitSet();
    one.set(id);
    return one;
  }

  private static int endOfLetters(String text, int from) {
    int end = from;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }
}
