package cn.gongkai.kiosk.input.lexicon;

import cn.gongkai.content.search.Synonyms;
import cn.gongkai.kiosk.input.pinyin.Lexicon;
import cn.gongkai.kiosk.input.pinyin.LexiconFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the lexicon file of the pinyin keyboard. Run by `./gongkai` when it is packaged.
@Command(name = "lexicon", description = "Mixes word lists into the keyboard's lexicon.")
public final class BuildLexicon implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(BuildLexicon.class);

  /// Shares of the lists in the whole, as measured to be good on phrases of offices.
  private static final double RIME = 0.4;

  private static final double PINYIN_PRO = 0.2;
  private static final double HANLP_CUSTOM = 0.3;
  private static final double HANLP_CORE = 0.1;
  private static final double OFFICES = 0.1;

  /// Sounds that are no syllables of their own: nobody types them, and single consonants would be
  /// taken for initials.
  private static final Set<String> NOT_TYPED = Set.of("m", "n", "ng", "hm", "hng", "r");

  @Option(
      names = "--rime",
      required = true,
      paramLabel = "FILE",
      description = "pinyin_simp.dict.yaml")
  private @Nullable Path rime;

  @Option(
      names = "--pinyin-pro",
      required = true,
      paramLabel = "DIR",
      description = "Folder with complete.json, modern.json and traditional.json.")
  private @Nullable Path pinyinPro;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The lexicon.")
  private @Nullable Path out;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BuildLexicon()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (rime == null || pinyinPro == null || out == null) {
      return CommandLine.ExitCode.USAGE;
    }
    Lexicon lexicon = mixed(rime, pinyinPro);
    LexiconFile.write(lexicon, out);
    LOG.info("{} words, {} bytes", lexicon.words(), Files.size(out));
    return CommandLine.ExitCode.OK;
  }

  /// The words of residents and of documents that the search knows, each as likely as the other.
  private static Map<String, Integer> ofOffices() {
    Map<String, Integer> words = new HashMap<>();
    Synonyms.standard().words().forEach(word -> words.put(word, 1));
    return words;
  }

  private static Lexicon mixed(Path rime, Path pinyinPro) throws IOException {
    List<Word> android = WordLists.rime(rime);
    StandardCharacters standard =
        new StandardCharacters(
            WordLists.pinyinPro(pinyinPro.resolve("modern.json")),
            WordLists.traditional(pinyinPro.resolve("traditional.json")));
    Set<String> said = new HashSet<>();
    android.forEach(word -> said.addAll(word.syllables()));
    said.removeAll(NOT_TYPED);
    Mixture mixture = new Mixture(standard::areAll, said);
    mixture.add(android, RIME);
    mixture.add(WordLists.pinyinPro(pinyinPro.resolve("complete.json")), PINYIN_PRO);
    mixture.add(WordLists.read(HanLpWords.custom()), HANLP_CUSTOM);
    mixture.add(WordLists.read(HanLpWords.core()), HANLP_CORE);
    mixture.add(WordLists.read(ofOffices()), OFFICES);
    return mixture.lexicon();
  }
}
