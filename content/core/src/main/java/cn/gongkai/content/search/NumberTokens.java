package cn.gongkai.content.search;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tokens of the document and index numbers that a text mentions, so that a number is found in
/// whatever brackets it stands. 源政发〔2021〕6号 gives `政发2021x6`, `源政发2021x6`, the same without the
/// year, `政发x6`, `源政发x6`, and `2021x6`. Where a prefix begins cannot be seen in running text, so
/// each of its endings of 2 to 6 characters counts; an index number gives `2024x5428775`.
final class NumberTokens {

  static final int PREFIX_MIN = 2;
  static final int PREFIX_MAX = 6;
  private static final int NUMBERS_MAX = 200;

  private static final Pattern DOCUMENT =
      Pattern.compile("\\( ?((?:19|20)\\d{2}) ?年? ?\\) ?第? ?0{0,4}([1-9]\\d{0,4}) ?号");
  private static final Pattern INDEX =
      Pattern.compile("[0-9a-z]{18} ?/ ?((?:19|20)\\d{2})-(\\d{1,12})");

  private NumberTokens() {}

  /// @param folded text after [Folding#fold]
  static SequencedSet<String> of(String folded) {
    SequencedSet<String> tokens = new LinkedHashSet<>();
    Matcher document = DOCUMENT.matcher(folded);
    for (int n = 0; n < NUMBERS_MAX && document.find(); n++) {
      String year = document.group(1);
      String serial = document.group(2);
      tokens.add(bare(year, serial));
      int prefix = prefixBefore(folded, document.start());
      for (int k = PREFIX_MIN; k <= prefix; k++) {
        String organ = folded.substring(document.start() - k, document.start());
        tokens.add(organ + year + 'x' + serial);
        tokens.add(organ + 'x' + serial);
      }
    }
    Matcher index = INDEX.matcher(folded);
    for (int n = 0; n < NUMBERS_MAX && index.find(); n++) {
      tokens.add(bare(index.group(1), index.group(2)));
    }
    return tokens;
  }

  static String bare(String year, String serial) {
    return year + 'x' + serial;
  }

  /// The longest ending of an organ's prefix that is indexed.
  static String ending(String prefix) {
    return prefix.substring(Math.max(0, prefix.length() - PREFIX_MAX));
  }

  private static int prefixBefore(String folded, int bracket) {
    int k = 0;
    while (k < PREFIX_MAX && bracket - k > 0 && isHanAt(folded, bracket - k - 1)) {
      k++;
    }
    return k;
  }

  private static boolean isHanAt(String folded, int at) {
    char c = folded.charAt(at);
    return c >= 0x4e00 && c <= 0x9fff;
  }
}
