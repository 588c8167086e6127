package cn.gongkai.content.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Smaller words of a word, for texts that say it in other words: 居民, 医保 and 缴费 of 居民医保缴费. A word
/// that is not made of others is taken apart into pairs of characters.
final class WordParts {

  private static final int PARTS_MAX = 6;

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
}
