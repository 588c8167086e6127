package cn.gongkai.content.search;

import cn.gongkai.content.search.SoundPattern.Element;
import cn.gongkai.content.search.SoundPattern.How;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// How all titles are read aloud, with summaries by which nearly all titles that do not sound like
/// a pattern are passed over without a look at their characters: 64 bits each for the syllables and
/// the characters of a title, and 64 sets of titles by the first letters of neighbouring syllables.
/// Immutable.
final class TitleSounds {

  private static final short NOT_SAID = 0;
  private static final int FIRST_LETTERS = 26;
  private static final int LATIN_SET = 63;
  private static final long LATIN = 1L << LATIN_SET;

  private final String text;
  private final int[] starts;
  private final short[] sounds;
  private final long[] syllables;
  private final long[][] neighbours;
  private final long[] characters;
  private final int longest;

  /// @param sounds for each character of the text the number of its syllable
  TitleSounds(String text, int[] starts, short[] sounds) {
    this.text = text;
    this.starts = starts;
    this.sounds = sounds;
    int size = starts.length - 1;
    this.syllables = new long[size];
    this.neighbours = new long[Long.SIZE][(size + Long.SIZE - 1) / Long.SIZE];
    this.characters = new long[size];
    int most = 0;
    for (int order = 0; order < size; order++) {
      summarise(order);
      most = Math.max(most, starts[order + 1] - 1 - starts[order]);
    }
    this.longest = most;
  }

  private void summarise(int order) {
    int before = NOT_SAID;
    long beside = 0;
    for (int i = starts[order]; i < starts[order + 1] - 1; i++) {
      char c = text.charAt(i);
      short said = sounds[i];
      characters[order] |= bit(c);
      if (said != NOT_SAID) {
        syllables[order] |= bit(said);
        if (before != NOT_SAID) {
          beside |= neighbours(first(before), first(said));
        }
        before = said;
      } else if (Character.isLetterOrDigit(c)) {
        before = NOT_SAID;
        beside |= isLatin(c) ? LATIN : 0;
      }
    }
    for (long left = beside; left != 0; left &= left - 1) {
      neighbours[Long.numberOfTrailingZeros(left)][order >> 6] |= 1L << order;
    }
  }

  private int size() {
    return starts.length - 1;
  }

  private static long bit(int value) {
    return 1L << (value * 0x9E3779B9 >>> 26);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static int first(int syllable) {
    return Syllables.name(syllable).charAt(0) - 'a';
  }

  private static long neighbours(int first, int second) {
    return 1L << (first * 17 + second) % 63;
  }

  /// Copies the numbers of the syllables from a place on.
  void copy(int from, short[] into, int at, int length) {
    System.arraycopy(sounds, from, into, at, length);
  }

  /// Where a title sounds like the pattern.
  ///
  /// @param end first place after it, 0 where it does not
  record Place(int start, int end) {
    static final Place NOWHERE = new Place(0, 0);

    boolean isSomewhere() {
      return end > 0;
    }
  }

  /// What a pattern asks of a title, ready for looking at many.
  final class Search {

    private final How how;
    private final boolean[][] accepted;
    private final char[] literals;
    private final long[] anySyllable;
    private final long[] literalBits;
    private final long[] candidates;

    Search(SoundPattern pattern) {
      List<Element> elements = pattern.elements();
      int n = elements.size();
      this.how = pattern.how();
      this.accepted = new boolean[n][Syllables.count() + 1];
      this.literals = new char[n];
      this.anySyllable = new long[n];
      this.literalBits = new long[n];
      for (int k = 0; k < n; k++) {
        boolean[] set = accepted[k];
        elements.get(k).syllables().stream().forEach(id -> set[id] = true);
        anySyllable[k] = bits(elements.get(k).syllables());
        literals[k] = elements.get(k).literal();
        literalBits[k] = literals[k] == 0 ? 0 : bit(literals[k]);
      }
      this.candidates = candidates(elements);
    }

    /// The titles that have all neighbours of the pattern, or all but one where it is in two
    /// places.
    private long[] candidates(List<Element> elements) {
      long[] all = new long[neighbours[0].length];
      Arrays.fill(all, elements.size() > longest ? 0 : -1L);
      long[] butOne = all.clone();
      for (int k = 0; k + 1 < elements.size(); k++) {
        long any = neighbourBits(elements.get(k), elements.get(k + 1));
        if (any != -1L) {
          keep(any, all, butOne);
        }
      }
      return how == How.IN_TWO_PLACES ? butOne : all;
    }

    private void keep(long any, long[] all, long[] butOne) {
      for (int i = 0; i < all.length; i++) {
        long held = 0;
        for (long left = any; left != 0; left &= left - 1) {
          held |= neighbours[Long.numberOfTrailingZeros(left)][i];
        }
        butOne[i] = butOne[i] & held | all[i];
        all[i] &= held;
      }
    }

    /// The next title that may answer, from this one on; the number of titles where there is none.
    int next(int from) {
      int word = from >> 6;
      if (word >= candidates.length) {
        return size();
      }
      long left = candidates[word] & -1L << from;
      while (left == 0) {
        if (++word == candidates.length) {
          return size();
        }
        left = candidates[word];
      }
      return Math.min(size(), (word << 6) + Long.numberOfTrailingZeros(left));
    }

    private static long bits(BitSet syllables) {
      return syllables.stream().mapToLong(TitleSounds::bit).reduce(0, (a, b) -> a | b);
    }

    /// All bits where a character may stand for itself, unless it is a letter: of a title that
    /// holds letters nothing is asked.
    private static long neighbourBits(Element one, Element other) {
      if (isAnother(one.literal()) || isAnother(other.literal())) {
        return -1L;
      }
      long bits = LATIN;
      BitSet ones = firsts(one);
      BitSet others = firsts(other);
      for (int a = ones.nextSetBit(0); a >= 0; a = ones.nextSetBit(a + 1)) {
        for (int b = others.nextSetBit(0); b >= 0; b = others.nextSetBit(b + 1)) {
          bits |= neighbours(a, b);
        }
      }
      return bits;
    }

    private static boolean isAnother(char literal) {
      return literal != 0 && !isLatin(literal);
    }

    private static BitSet firsts(Element element) {
      BitSet firsts = new BitSet(FIRST_LETTERS);
      element.syllables().stream().forEach(id -> firsts.set(first(id)));
      return firsts;
    }

    /// The first place in the title from one of its characters on.
    Place in(int order, int from) {
      if (from == 0 && !mayAnswer(order)) {
        return Place.NOWHERE;
      }
      boolean[] first = accepted[0];
      int end = starts[order + 1] - 1;
      for (int i = starts[order] + from; i < end; i++) {
        if (first[sounds[i]] || literals[0] != 0 && text.charAt(i) == literals[0]) {
          int stop = matchAt(i, end);
          if (stop > 0) {
            return new Place(i - starts[order], stop - starts[order]);
          }
        }
      }
      return Place.NOWHERE;
    }

    private boolean mayAnswer(int order) {
      if (starts[order + 1] - 1 - starts[order] < accepted.length) {
        return false;
      }
      long said = syllables[order];
      boolean latin = (neighbours[LATIN_SET][order >> 6] >>> order & 1) != 0;
      for (int k = 0; k < anySyllable.length; k++) {
        if ((said & anySyllable[k]) == 0
            && ((characters[order] & literalBits[k]) == 0 || !latin && isLatin(literals[k]))) {
          return false;
        }
      }
      return true;
    }

    /// Where a match that begins here ends, or -1.
    private int matchAt(int from, int end) {
      Reach reach = reach(0, from, end);
      if (reach.element() == accepted.length) {
        return reach.at();
      }
      int first = reach.element();
      if (how != How.IN_TWO_PLACES
          || first < SoundPattern.STRETCH_MIN
          || accepted.length - first < SoundPattern.STRETCH_MIN) {
        return -1;
      }
      for (int at = reach.at(); at < end; at++) {
        Reach rest = reach(first, at, end);
        if (rest.element() == accepted.length) {
          return rest.at();
        }
      }
      return -1;
    }

    /// Punctuation inside a title is not said and not typed.
    private Reach reach(int element, int from, int end) {
      int at = from;
      int k = element;
      while (k < accepted.length && at < end) {
        if (accepted[k][sounds[at]] || literals[k] != 0 && literals[k] == text.charAt(at)) {
          k++;
        } else if (k == element
            || sounds[at] != NOT_SAID
            || Character.isLetterOrDigit(text.charAt(at))) {
          break;
        }
        at++;
      }
      return new Reach(k, at);
    }
  }

  /// How far a pattern goes.
  private record Reach(int element, int at) {}
}
