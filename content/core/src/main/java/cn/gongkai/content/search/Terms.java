package cn.gongkai.content.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The tokens under which a text is found. A Chinese character makes one token together with the
/// character after it, or alone at the end of a run; a run of letters and digits is one token.
/// Document and index numbers make further tokens, see [NumberTokens].
///
/// Works with an FTS5 table of `tokenize='ascii', detail=none, prefix='1'`. Such an index knows
/// only that all tokens occur: whoever asks it must look again with [String#indexOf].
public final class Terms {

  /// Tokens of one query that are looked up; more would not narrow it further.
  static final int QUERY_TOKENS_MAX = 24;

  private static final int WORD_CHARACTERS_MAX = 64;
  private static final int DISTINCTIVE_RUN = 5;

  private Terms() {}

  /// The text with every character replaced by the form it is compared in, of the same length.
  public static String normalise(String text) {
    return Folding.fold(text);
  }

  /// The tokens of a text in order, separated by spaces, for insertion into the index.
  public static String tokens(String text) {
    String folded = normalise(text);
    StringBuilder tokens = new StringBuilder(folded.length() * 3 + 16);
    each(folded, token -> tokens.append(token).append(' '));
    NumberTokens.of(folded).forEach(token -> tokens.append(token).append(' '));
    return tokens.toString().stripTrailing();
  }

  /// An FTS5 MATCH expression for texts that hold all the words. Every token is quoted, so nothing
  /// typed is ever read as syntax. A lone character matches every token that begins with it.
  ///
  /// @param words as typed, separated by blanks
  /// @return empty where there is nothing to look for
  public static Optional<String> match(String words) {
    SequencedSet<String> terms = new LinkedHashSet<>();
    for (String word : normalise(words).split(" +")) {
      terms.addAll(queryTokens(word));
    }
    return expression(terms);
  }

  /// The quoted tokens joined by AND, at most [#QUERY_TOKENS_MAX] of them.
  static Optional<String> expression(SequencedSet<String> quoted) {
    return quoted.isEmpty()
        ? Optional.empty()
        : Optional.of(quoted.stream().limit(QUERY_TOKENS_MAX).collect(Collectors.joining(" AND ")));
  }

  /// The quoted tokens of one folded word. Characters that stand alone are left out where there is
  /// anything better: they would cost time and narrow little.
  static List<String> queryTokens(String word) {
    List<String> tokens = new ArrayList<>();
    each(word, tokens::add);
    List<String> strong = new ArrayList<>();
    for (String token : tokens) {
      if (!isLoneHan(token)) {
        strong.add(quoted(token));
      }
    }
    if (!strong.isEmpty()) {
      return strong;
    }
    return tokens.stream().limit(2).map(token -> '"' + token + "\" *").toList();
  }

  /// The token of a quoted one.
  static String unquoted(String quoted) {
    return quoted.substring(1, quoted.indexOf('"', 1));
  }

  static boolean isHan(int c) {
    return c >= 0x4e00 && c <= 0x9fff
        || c >= 0x3400 && c <= 0x4dbf
        || c >= 0x20000 && c <= 0x3ffff
        || c >= 0xf900 && c <= 0xfaff
        || c == '〇'
        || c == '々';
  }

  private static String quoted(String token) {
    boolean han = isHan(token.codePointAt(0));
    boolean prefix = !han && (token.length() == 1 || token.length() >= DISTINCTIVE_RUN);
    return '"' + token + (prefix ? "\" *" : "\"");
  }

  private static boolean isLoneHan(String token) {
    int first = token.codePointAt(0);
    return isHan(first) && token.length() == Character.charCount(first);
  }

  private static void each(String folded, Consumer<String> to) {
    int at = 0;
    while (at < folded.length()) {
      int c = folded.codePointAt(at);
      int end = at + Character.charCount(c);
      if (isHan(c)) {
        to.accept(folded.substring(at, endOfBigram(folded, end)));
        at = end;
      } else if (Character.isLetterOrDigit(c)) {
        end = endOfRun(folded, end);
        to.accept(folded.substring(at, Math.min(end, at + WORD_CHARACTERS_MAX)));
        at = end;
      } else {
        at = end;
      }
    }
  }

  private static int endOfBigram(String folded, int at) {
    if (at < folded.length()) {
      int next = folded.codePointAt(at);
      return isHan(next) ? at + Character.charCount(next) : at;
    }
    return at;
  }

  private static int endOfRun(String folded, int from) {
    int at = from;
    while (at < folded.length()) {
      int c = folded.codePointAt(at);
      if (isHan(c) || !Character.isLetterOrDigit(c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
