package cn.gongkai.kiosk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every word is used and none is missing.
class MessagesTest {

  private static final Path MODULE = Path.of(System.getProperty("gongkai.root"), "kiosk-app");
  private static final Pattern WORD =
      Pattern.compile("\"([a-z]+(?:\\.(?!css|png|json|sqlite)[a-zA-Z]+)+)\"");

  @Test
  void everyKeyInTheCodeHasWords() throws IOException {
    Set<String> known = new TreeSet<>(keys("messages"));
    known.addAll(keys("content"));
    Set<String> sections =
        known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (String key : keysInCode()) {
      if (sections.contains(key.substring(0, key.indexOf('.'))) && !known.contains(key)) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noWordsAreLeftOver() throws IOException {
    Set<String> unused = new TreeSet<>(keys("messages"));
    unused.removeAll(keysInCode());
    assertThat(unused).isEmpty();
  }

  @Test
  void everyKeyStandsOnce() throws IOException {
    List<String> lines =
        Files.readAllLines(bundle("messages")).stream()
            .filter(line -> line.contains("=") && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(lines).doesNotHaveDuplicates();
  }

  private static Set<String> keysInCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(MODULE.resolve("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        WORD.matcher(Files.readString(file))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(keys::add);
      }
    }
    return keys;
  }

  private static Set<String> keys(String name) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle(name), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words.stringPropertyNames();
  }

  private static Path bundle(String name) {
    return MODULE.resolve("src/main/resources/cn/gongkai/kiosk/text/" + name + ".properties");
  }
}
