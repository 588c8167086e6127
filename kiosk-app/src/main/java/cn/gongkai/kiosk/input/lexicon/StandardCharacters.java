package cn.gongkai.kiosk.input.lexicon;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Standard simplified characters: those of GB 2312 and the rarer ones of modern word lists,
/// without traditional forms.
final class StandardCharacters {

  private final CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
  private final Set<String> rarer = new HashSet<>();
  private final Set<String> traditional;

  /// @param modern words of a list of modern Chinese; its single characters count
  StandardCharacters(List<Word> modern, Map<String, String> traditional) {
    this.traditional = traditional.keySet();
    modern.stream().map(Word::text).filter(text -> text.length() == 1).forEach(rarer::add);
  }

  boolean areAll(String text) {
    return text.chars().allMatch(c -> isStandard((char) c));
  }

  private boolean isStandard(char c) {
    return gb2312.canEncode(c)
        || rarer.contains(String.valueOf(c)) && !traditional.contains(String.valueOf(c));
  }
}
