package cn.gongkai.kiosk.input.pinyin;

import cn.gongkai.kiosk.input.pinyin.Spellings.Meaning;
import cn.gongkai.kiosk.input.pinyin.Spellings.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// All ways to cut an input into syllables.
final class Lattice {

  /// Who types no zh, ch and sh at all is likely to mean some; who types one is not. On nine keys
  /// accents only add to the choice.
  private static final Pattern CAREFUL = Pattern.compile("[zcs]h|[2-9]");

  private static final double CAREFUL_FACTOR = 1.3;
  private static final double CARELESS_FACTOR = 0.75;

  private final String input;
  private final double accentFactor;
  private final List<List<Arc>> arcs = new ArrayList<>();

  /// @param initials whether a letter may stand for a whole syllable
  Lattice(String input, Spellings spellings, boolean initials) {
    this.input = input;
    this.accentFactor = CAREFUL.matcher(input).find() ? CAREFUL_FACTOR : CARELESS_FACTOR;
    for (int from = 0; from < input.length(); from++) {
      arcs.add(arcs(from, spellings, initials));
    }
  }

  int length() {
    return input.length();
  }

  List<Arc> from(int at) {
    return arcs.get(at);
  }

  /// Whether some cut into syllables reaches the end.
  boolean complete() {
    boolean[] reached = new boolean[length() + 1];
    reached[0] = true;
    for (int at = 0; at < length(); at++) {
      if (reached[at]) {
        from(at).forEach(arc -> reached[arc.end()] = true);
      }
    }
    return reached[length()];
  }

  /// The next place where a syllable may begin.
  int skip(int at) {
    int next = at;
    while (next < length() && input.charAt(next) == Layout.SEPARATOR) {
      next++;
    }
    return next;
  }

  private List<Arc> arcs(int from, Spellings spellings, boolean initials) {
    List<Arc> found = new ArrayList<>();
    int furthest = Math.min(length(), from + Syllables.LETTERS_MAX);
    for (int to = from + 1; to <= furthest; to++) {
      if (input.charAt(to - 1) == Layout.SEPARATOR) {
        break;
      }
      int next = skip(to);
      for (Meaning meaning : spellings.of(input.substring(from, to))) {
        if (fits(meaning.reading(), to == length(), initials)) {
          found.add(new Arc(next, meaning.syllables(), penalty(meaning)));
        }
      }
    }
    return found;
  }

  private double penalty(Meaning meaning) {
    return meaning.reading() == Reading.ACCENTED
        ? meaning.penalty() * accentFactor
        : meaning.penalty();
  }

  private static boolean fits(Reading reading, boolean last, boolean initials) {
    return switch (reading) {
      case WHOLE, ACCENTED -> true;
      case BEGUN -> last;
      case INITIAL -> initials;
    };
  }
}
