package cn.gongkai.content.search;

import cn.gongkai.content.search.SearchResult.Span;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Smaller words of a word, for texts that say it in other words: 居民, 医保 and 缴费 of 居民医保缴费. A word
/// that is not made of others is taken apart into pairs of characters. And where words begin and
/// end.
final class WordParts {

  private static final int PARTS_MAX = 6;
  private static final int AROUND = 6;

  private WordParts() {}

  static List<String> of(String word) {
    List<String> parts = new ArrayList<>();
    for (Term term : HanLP.segment(word)) {
      if (term.word.length() > 1) {
        parts.add(term.word);
      }
    }
    if (parts.size() == 1 && parts.getFirst().equals(word)) {
      parts.clear();
    }
    if (parts.isEmpty() && word.length() > 2) {
      for (int i = 0; i + 2 <= word.length(); i++) {
        parts.add(word.substring(i, i + 2));
      }
    }
    return parts.stream().distinct().limit(PARTS_MAX).toList();
  }

  /// Whether a place in a text begins and ends where words do, and holds nothing but words.
  static boolean isOfWholeWords(String text, Span place) {
    for (int i = place.start(); i < place.end(); i++) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    int at = Math.max(0, place.start() - AROUND);
    String near = text.substring(at, Math.min(text.length(), place.end() + AROUND));
    boolean begins = false;
    for (Term term : HanLP.segment(near)) {
      begins |= at == place.start();
      at += term.word.length();
      if (at >= place.end()) {
        return begins && at == place.end();
      }
    }
    return false;
  }
}
