package cn.gongkai.content.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// Cuts a text into the tokens of a BERT network: a Chinese character is one, a word of letters and
/// digits is cut into the longest pieces that the vocabulary has, the later ones marked by `##`.
///
/// @param vocabulary numbers of tokens
record BertTokens(Map<String, Integer> vocabulary) {

  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";

  BertTokens {
    vocabulary = Map.copyOf(vocabulary);
    for (String needed : new String[] {BEGIN, END, UNKNOWN}) {
      if (!vocabulary.containsKey(needed)) {
        throw new IllegalArgumentException("the vocabulary has no " + needed);
      }
    }
  }

  /// @param tokenizer a `tokenizer.json` with the vocabulary under `model.vocab`
  /// @throws IOException also where it is no such file
  static BertTokens read(Path tokenizer) throws IOException {
    Map<String, Integer> vocabulary = new HashMap<>();
    JsonNode tokens = new ObjectMapper().readTree(tokenizer.toFile()).path("model").path("vocab");
    tokens.properties().forEach(token -> vocabulary.put(token.getKey(), token.getValue().asInt()));
    try {
      return new BertTokens(vocabulary);
    } catch (IllegalArgumentException e) {
      throw new IOException(tokenizer + ": " + e.getMessage(), e);
    }
  }

  /// The numbers of the text's tokens between those of beginning and end.
  ///
  /// @param most tokens at most, at least 2; what comes later is left out
  long[] of(String text, int most) {
    LongStream.Builder numbers = LongStream.builder();
    String folded = text.toLowerCase(Locale.ROOT);
    int at = 0;
    int used = 0;
    while (at < folded.length() && used < most - 2) {
      int end = endOfWord(folded, at);
      String word = folded.substring(at, end);
      if (!word.isBlank()) {
        for (long number : pieces(word)) {
          if (used < most - 2) {
            numbers.add(number);
            used++;
          }
        }
      }
      at = end;
    }
    return LongStream.concat(
            LongStream.of(number(BEGIN)),
            LongStream.concat(numbers.build(), LongStream.of(number(END))))
        .toArray();
  }

  private static int endOfWord(String text, int at) {
    int end = at;
    while (end < text.length() && isLatin(text.charAt(end))) {
      end++;
    }
    return end > at ? end : text.offsetByCodePoints(at, 1);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private long[] pieces(String word) {
    LongStream.Builder pieces = LongStream.builder();
    int at = 0;
    while (at < word.length()) {
      int end = word.length();
      while (end > at && !vocabulary.containsKey(piece(word, at, end))) {
        end--;
      }
      if (end == at) {
        return new long[] {number(UNKNOWN)};
      }
      pieces.add(number(piece(word, at, end)));
      at = end;
    }
    return pieces.build().toArray();
  }

  private static String piece(String word, int at, int end) {
    return (at > 0 ? "##" : "") + word.substring(at, end);
  }

  private long number(String token) {
    return vocabulary.getOrDefault(token, 0);
  }
}
