package cn.gongkai.content.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.common.Term;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How a text is read aloud: for each of its characters one syllable without tone. HanLP cuts the
/// text into words, houbb pinyin reads each word, and `pinyin-words.txt` corrects them where places
/// and words of offices are read another way.
///
/// The first use loads dictionaries (about half a second). Thread-safe.
public final class Pinyin {

  private static final int WORD_MAX = 8;
  private static final Map<String, short[]> CORRECTED = corrected();

  private Pinyin() {}

  /// The syllable of each character, `""` where it has none. `v` stands for ü.
  public static String[] syllables(String text) {
    short[] ids = ids(text);
    String[] names = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      names[i] = Syllables.name(ids[i]);
    }
    return names;
  }

  /// The first letters of its syllables, with letters and digits as they are: `ylbx` for 养老保险.
  public static String initials(String text) {
    String folded = Terms.normalise(text);
    short[] ids = ids(text);
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != 0) {
        initials.append(Syllables.name(ids[i]).charAt(0));
      } else if (Character.isLetterOrDigit(folded.charAt(i)) && !Terms.isHan(folded.charAt(i))) {
        initials.append(folded.charAt(i));
      }
    }
    return initials.toString();
  }

  /// The number of each character's syllable in [Syllables], 0 where it has none.
  static short[] ids(String text) {
    String folded = Terms.normalise(text);
    short[] ids = new short[folded.length()];
    int at = 0;
    for (Term term : HanLP.segment(folded)) {
      int found = folded.indexOf(term.word, at);
      if (found >= 0) {
        read(term.word, found, ids);
        at = found + term.word.length();
      }
    }
    correct(folded, ids);
    return ids;
  }

  /// The numbers of all syllables a character may be read as.
  static BitSet allIds(char c) {
    BitSet ids = new BitSet();
    for (String said : PinyinHelper.toPinyinList(c, PinyinStyleEnum.NORMAL)) {
      short id = id(said);
      if (id != 0) {
        ids.set(id);
      }
    }
    return ids;
  }

  private static void read(String word, int at, short[] ids) {
    if (!Terms.isHan(word.charAt(0))) {
      return;
    }
    String[] said = PinyinHelper.toPinyin(word, PinyinStyleEnum.NORMAL, " ").split(" ");
    if (said.length == word.length()) {
      for (int i = 0; i < said.length; i++) {
        ids[at + i] = id(said[i]);
      }
    }
  }

  private static short id(String said) {
    String letters = said.toLowerCase(Locale.ROOT).replace('ü', 'v');
    return Syllables.findId(letters).map(Integer::shortValue).orElse((short) 0);
  }

  private static void correct(String folded, short[] ids) {
    int at = 0;
    while (at < folded.length() - 1) {
      at += correctAt(folded, at, ids);
    }
  }

  /// Corrects the longest known word that begins here.
  ///
  /// @return how many characters to go on
  private static int correctAt(String folded, int at, short[] ids) {
    for (int length = Math.min(WORD_MAX, folded.length() - at); length >= 2; length--) {
      short[] syllables = CORRECTED.get(folded.substring(at, at + length));
      if (syllables != null) {
        System.arraycopy(syllables, 0, ids, at, length);
        return length;
      }
    }
    return 1;
  }

  private static Map<String, short[]> corrected() {
    Map<String, short[]> words = new HashMap<>();
    for (String line : Resource.lines("pinyin-words.txt")) {
      String[] parts = line.split(" ");
      short[] syllables = new short[parts.length - 1];
      for (int i = 0; i < syllables.length; i++) {
        syllables[i] = id(parts[i + 1]);
      }
      words.put(parts[0], syllables);
    }
    return words;
  }
}
