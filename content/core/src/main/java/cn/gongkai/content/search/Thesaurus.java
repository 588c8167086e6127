package cn.gongkai.content.search;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;

/// Words of the general language that mean the same: 父母 for 爹妈, 祭扫 for 上坟. It is the extended Cilin
/// (同义词词林) that comes with HanLP, of which only groups of true synonyms are used. For words that
/// neither documents nor [Synonyms] know; most of what it offers no document says either.
///
/// Kept as one text of about 1 MB, which the first use loads; a look takes some 0.1 ms.
final class Thesaurus {

  private static final String TEXT = load();

  private Thesaurus() {}

  /// Other words for this one, in the order of the groups it is in; empty where it is not known.
  static List<String> others(String word) {
    SequencedSet<String> others = new LinkedHashSet<>();
    String sought = ' ' + word + ' ';
    for (int at = TEXT.indexOf(sought); at >= 0; at = TEXT.indexOf(sought, at + 1)) {
      int begin = TEXT.lastIndexOf('\n', at) + 1;
      int end = TEXT.indexOf('\n', at);
      others.addAll(List.of(TEXT.substring(begin, end).strip().split(" ")));
    }
    others.remove(word);
    return List.copyOf(others);
  }

  /// Lines of the groups `Ah04C01= 父母 双亲 …`, each word between blanks.
  private static String load() {
    String name = "/data/dictionary/synonym/CoreSynonym.txt";
    try (InputStream in = Objects.requireNonNull(HanLP.class.getResourceAsStream(name))) {
      StringBuilder text = new StringBuilder("\n");
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("= "))
          .forEach(line -> text.append(line.substring(line.indexOf(' '))).append(" \n"));
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
