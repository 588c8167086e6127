package cn.gongkai.kiosk.input.pinyin;

import cn.gongkai.content.search.Pinyin;
import cn.gongkai.kiosk.work.FaultException;
import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Engines for the tests: with the packaged lexicon, with the sample site, and a tiny one.
final class Engines {

  static final Set<FuzzyPair> ALL = EnumSet.allOf(FuzzyPair.class);
  static final Set<FuzzyPair> NONE = EnumSet.noneOf(FuzzyPair.class);

  private static final Pattern NAME = Pattern.compile("\\bname: *([^,}]+)");
  private static final Pattern WORDS = Pattern.compile("\\bwords: *\\[([^]]*)]");
  private static final Pattern TITLE = Pattern.compile("(?m)^title: *\"?(.+?)\"?$");
  private static final Pattern KEYWORDS = Pattern.compile("(?m)^keywords: *\\[([^]]*)]");

  private Engines() {}

  /// The packaged lexicon: where `GONGKAI_LEXICON` says, or in the cache of the tree.
  static Optional<Lexicon> packaged() throws FaultException, IOException {
    String said = System.getenv("GONGKAI_LEXICON");
    if (said != null) {
      return Optional.of(LexiconFile.read(Path.of(said)));
    }
    Path cache = root().resolve(".cache/lexicon");
    if (!Files.isDirectory(cache)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(cache)) {
      Optional<Path> newest =
          files.filter(file -> file.toString().endsWith(".lexicon")).max(Path::compareTo);
      return newest.isEmpty() ? Optional.empty() : Optional.of(LexiconFile.read(newest.get()));
    }
  }

  /// A lexicon of what the sample content calls its things.
  static Lexicon site(Syllables syllables) throws IOException {
    SitePhrases phrases =
        new SitePhrases(syllables, Pinyin::syllables, Engines::words, SitePhrases.Limits.DEFAULT);
    Path sample = root().resolve("content/sample");
    String topics = Files.readString(sample.resolve("topics.yaml"));
    all(NAME, topics).forEach(phrases::addTopic);
    all(WORDS, topics).flatMap(Engines::listed).forEach(phrases::addName);
    all(NAME, Files.readString(sample.resolve("columns.yaml"))).forEach(phrases::addName);
    all(NAME, Files.readString(sample.resolve("halls.yaml"))).forEach(phrases::addPlace);
    try (Stream<Path> files = Files.walk(sample.resolve("items"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String text = Files.readString(file);
        all(TITLE, text).limit(1).forEach(phrases::addTitle);
        all(KEYWORDS, text).flatMap(Engines::listed).forEach(phrases::addName);
      }
    }
    return phrases.lexicon();
  }

  /// Rows of a list beside the tests: two columns, `#` begins a comment.
  static List<Row> rows(String name) {
    try {
      Path file =
          root()
              .resolve("kiosk-app/src/test/resources/cn/gongkai/kiosk/input/pinyin")
              .resolve(name);
      return Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t"))
          .map(columns -> new Row(columns[0], List.of(columns[1].split(" "))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param text what is meant
  /// @param syllables how it is typed
  record Row(String text, List<String> syllables) {

    String whole() {
      return String.join("", syllables);
    }

    String initials() {
      StringBuilder initials = new StringBuilder();
      syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
      return initials.toString();
    }
  }

  private static List<String> words(String text) {
    return HanLP.segment(text).stream().map(term -> term.word).toList();
  }

  private static Path root() {
    return Path.of(System.getProperty("gongkai.root", "."));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1).strip());
  }

  private static Stream<String> listed(String list) {
    return Pattern.compile(",").splitAsStream(list).map(String::strip);
  }
}
