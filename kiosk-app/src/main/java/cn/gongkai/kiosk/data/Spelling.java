package cn.gongkai.kiosk.data;

import cn.gongkai.content.search.Pinyin;
import cn.gongkai.content.search.Terms;

/// How a name may be typed: each character as itself, by its syllable, or by the beginning of it.
/// The accents of the region count as equal: z and zh, c and ch, s and sh, n and l, and the endings
/// with and without g.
final class Spelling {

  /// Nothing of what was typed.
  static final int NONE = 0;

  private static final int BEGINS = 1;
  private static final int BEGINS_EXACTLY = 2;
  private static final int WHOLE = 3;

  private final String folded;
  private final String[] said;
  private final String[] heard;

  private Spelling(String folded, String[] said, String[] heard) {
    this.folded = folded;
    this.said = said;
    this.heard = heard;
  }

  static Spelling of(String name) {
    String[] said = Pinyin.syllables(name);
    String[] heard = new String[said.length];
    for (int i = 0; i < said.length; i++) {
      heard[i] = withoutAccent(said[i]);
    }
    return new Spelling(Terms.normalise(name), said, heard);
  }

  /// How well the name begins as typed; larger is better.
  ///
  /// @param typed folded, without spaces, not empty
  int quality(String typed) {
    if (typed.equals(folded) || typed.equals(String.join("", said))) {
      return WHOLE;
    }
    if (begins(typed, 0, 0, said)) {
      return BEGINS_EXACTLY;
    }
    return begins(withoutAccent(typed), 0, 0, heard) ? BEGINS : NONE;
  }

  private boolean begins(String typed, int at, int character, String[] syllables) {
    if (at == typed.length()) {
      return true;
    }
    if (character == folded.length()) {
      return false;
    }
    if (typed.charAt(at) == folded.charAt(character)
        && begins(typed, at + 1, character + 1, syllables)) {
      return true;
    }
    String syllable = syllables[character];
    int most = Math.min(syllable.length(), typed.length() - at);
    for (int k = 1; k <= most && typed.charAt(at + k - 1) == syllable.charAt(k - 1); k++) {
      boolean stops = k == 1 || k == syllable.length() || at + k == typed.length();
      if (stops && begins(typed, at + k, character + 1, syllables)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutAccent(String letters) {
    return letters
        .replace("zh", "z")
        .replace("ch", "c")
        .replace("sh", "s")
        .replace("ng", "n")
        .replace('l', 'n');
  }
}
