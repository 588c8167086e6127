package cn.gongkai.kiosk.input.ink;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which signs of a line reader may be offered, and which characters of the classifier they are.
/// Immutable.
final class SignTable {

  private final List<String> texts;
  private final BitSet accepted = new BitSet();
  private final Map<String, Integer> signs = new HashMap<>();

  SignTable(List<String> texts, InkModel model) {
    this.texts = texts;
    for (int sign = 1; sign < texts.size(); sign++) {
      String text = texts.get(sign);
      if (accepts(text, model)) {
        accepted.set(sign);
        signs.putIfAbsent(text, sign);
      }
    }
  }

  int count() {
    return texts.size();
  }

  String text(int sign) {
    return texts.get(sign);
  }

  IntStream accepted() {
    return accepted.stream();
  }

  /// The sign of a character; empty where the reader does not know it.
  OptionalInt find(String text) {
    Integer sign = signs.get(text);
    return sign == null ? OptionalInt.empty() : OptionalInt.of(sign);
  }

  private static boolean accepts(String text, InkModel model) {
    if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
      return false;
    }
    int character = text.codePointAt(0);
    boolean latin =
        character >= 'A' && character <= 'Z'
            || character >= 'a' && character <= 'z'
            || character >= '0' && character <= '9';
    return latin || model.find(character).isPresent();
  }
}
