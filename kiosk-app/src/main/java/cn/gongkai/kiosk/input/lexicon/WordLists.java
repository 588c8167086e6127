package cn.gongkai.kiosk.input.lexicon;

import cn.gongkai.content.search.Pinyin;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the word lists a lexicon is mixed from.
final class WordLists {

  private static final double RAREST = 0.3;
  private static final Pattern TONES = Pattern.compile("[\\u0300-\\u0304\\u0306\\u0307\\u030c]");

  private WordLists() {}

  /// The Android Pinyin list as rime ships it: after the line `...`, word, syllables and frequency,
  /// with tabs between them.
  static List<Word> rime(Path dictionary) throws IOException {
    List<Word> words = new ArrayList<>();
    for (String line : Files.readAllLines(dictionary)) {
      String[] columns = line.split("\t");
      if (columns.length == 3 && !line.startsWith("#")) {
        double weight = Math.max(RAREST, Double.parseDouble(columns[2]));
        add(words, columns[0], List.of(columns[1].split(" ")), weight);
      }
    }
    return words;
  }

  /// pinyin-pro's `complete.json`: `{"word": ["pīn yīn", probability], …}`.
  static List<Word> pinyinPro(Path json) throws IOException {
    List<Word> words = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
      expect(parser, JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String text = parser.currentName();
        expect(parser, JsonToken.START_ARRAY);
        expect(parser, JsonToken.VALUE_STRING);
        List<String> syllables = List.of(withoutTones(parser.getText()).split(" "));
        parser.nextToken();
        double weight = parser.getDoubleValue();
        expect(parser, JsonToken.END_ARRAY);
        add(words, text, syllables, Math.max(RAREST * 1e-12, weight));
      }
    }
    return words;
  }

  /// pinyin-pro's `traditional.json`: `{"traditional": "simplified", …}`.
  static Map<String, String> traditional(Path json) throws IOException {
    Map<String, String> simplified = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
      expect(parser, JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String text = parser.currentName();
        expect(parser, JsonToken.VALUE_STRING);
        simplified.put(text, parser.getText());
      }
    }
    return simplified;
  }

  /// Words without pinyin of their own, read aloud by the search's reader.
  static List<Word> read(Map<String, Integer> frequencies) {
    List<Word> words = new ArrayList<>();
    frequencies.forEach(
        (text, frequency) -> {
          if (isChinese(text)) {
            add(words, text, List.of(Pinyin.syllables(text)), Math.max(RAREST, frequency));
          }
        });
    return words;
  }

  private static void add(List<Word> words, String text, List<String> said, double weight) {
    List<String> syllables = said.stream().map(WordLists::spelled).toList();
    boolean pronounced =
        syllables.stream().allMatch(s -> !s.isEmpty() && s.chars().allMatch(WordLists::isLetter));
    if (pronounced && syllables.size() == text.length() && isChinese(text)) {
      words.add(new Word(text, syllables, weight));
    }
  }

  /// One spelling for lüe and nüe, whichever the list uses.
  private static String spelled(String syllable) {
    String letters = syllable.toLowerCase(Locale.ROOT).replace('ü', 'v');
    return letters.equals("lue") || letters.equals("nue")
        ? letters.charAt(0) + "ve"
        : letters.replace("ê", "e");
  }

  static String withoutTones(String pinyin) {
    String bare = TONES.matcher(Normalizer.normalize(pinyin, Normalizer.Form.NFD)).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isChinese(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static void expect(JsonParser parser, JsonToken token) throws IOException {
    if (parser.nextToken() != token) {
      throw new IOException(
          "expected " + token + " at line " + parser.currentLocation().getLineNr());
    }
  }
}
