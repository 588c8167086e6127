package cn.gongkai.content.search;

import java.util.BitSet;
import java.util.List;

/// What one reading of typed letters asks of a title: for each of its characters the syllables it
/// may have, or the character itself.
///
/// @param how in which way the letters were read
record SoundPattern(How how, List<Element> elements) {

  /// Ways to read letters, the surest first.
  enum How {
    SYLLABLES,
    INITIALS,
    MIXED,
    ACCENTED,
    LETTER_DROPPED,
    IN_TWO_PLACES,
    SAME_SOUND,
    ONE_OF_THE_WORDS
  }

  /// One character of a title.
  ///
  /// @param syllables numbers of [Syllables]
  /// @param literal the folded character it may be instead; 0 for none
  record Element(BitSet syllables, char literal) {

    static Element of(BitSet syllables) {
      return new Element(syllables, '\0');
    }

    static Element of(char literal) {
      return new Element(new BitSet(), literal);
    }

    Element accented() {
      return new Element(Syllables.accents(syllables), literal);
    }
  }

  SoundPattern {
    elements = List.copyOf(elements);
  }

  /// Stretches of [#inTwo] have at least this many characters.
  static final int STRETCH_MIN = 2;

  /// True where first letters stand for whole syllables.
  boolean isOfFirstLetters() {
    return how == How.INITIALS || how == How.MIXED;
  }

  /// True where it is long enough for two stretches.
  boolean isForTwo() {
    return elements.size() >= 2 * STRETCH_MIN;
  }

  /// The same, but other characters may stand between two stretches of at least two.
  SoundPattern inTwo() {
    return new SoundPattern(How.IN_TWO_PLACES, elements);
  }

  /// The same, as one of several words.
  SoundPattern weaker() {
    return new SoundPattern(How.ONE_OF_THE_WORDS, elements);
  }

  SoundPattern accented() {
    return new SoundPattern(How.ACCENTED, elements.stream().map(Element::accented).toList());
  }
}
