package cn.gongkai.kiosk.input.pinyin;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A lexicon of a few words, given as `先 xian 5`: word, syllables, cost.
public final class TinyLexicon {

  private static final List<String> WORDS =
      List.of(
          "先 xian 6",
          "县 xian 6.5",
          "西 xi 7",
          "安 an 7",
          "西安 xi an 9",
          "西岸 xi an 12",
          "略 lve 8",
          "策略 ce lve 10",
          "虐 nve 8",
          "绿 lv 8",
          "路 lu 7",
          "女 nv 7",
          "养 yang 8",
          "老 lao 7",
          "养老 yang lao 9",
          "保险 bao xian 8",
          "养老保险 yang lao bao xian 10",
          "补贴 bu tie 9",
          "不 bu 4",
          "铁 tie 8",
          "知道 zhi dao 7",
          "字 zi 8",
          "子 zi 7",
          "只 zhi 7",
          "到 dao 6",
          "蓝 lan 8",
          "南 nan 8",
          "心 xin 8",
          "星 xing 8",
          "阿 a 9",
          "饿 e 9");

  private TinyLexicon() {}

  /// The words above and some more.
  public static Lexicon with(String... more) {
    List<String> lines = new ArrayList<>(WORDS);
    lines.addAll(List.of(more));
    TreeSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.addAll(syllables(line)));
    Syllables syllables = Syllables.of(names);
    return Lexicon.of(
        syllables, lines.stream().map(line -> entry(line, syllables)).toList(), false);
  }

  static Entry entry(String line, Syllables syllables) {
    String[] parts = line.split(" ");
    List<String> names = syllables(line);
    short[] ids = new short[names.size()];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = (short) syllables.find(names.get(k)).orElseThrow();
    }
    return new Entry(parts[0], ids, Double.parseDouble(parts[parts.length - 1]));
  }

  private static List<String> syllables(String line) {
    String[] parts = line.split(" ");
    return List.of(parts).subList(1, parts.length - 1);
  }
}
