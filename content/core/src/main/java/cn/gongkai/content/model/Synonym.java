package cn.gongkai.content.model;

import java.util.List;

/// Words of residents (同义词) and what documents write for them: 公益岗 and 公益性岗位. The county's own come
/// before those that every terminal knows.
///
/// @param said what residents say, 1 to 20 words; the first names the entity
/// @param written what documents write, the likeliest first; none means that what residents say is
///   looked for as it is
public record Synonym(List<String> said, List<String> written) implements Entity {

  /// Characters of a word.
  public static final int WORD_MAX = 16;

  public static final int WORDS_MAX = 20;

  public Synonym {
    said = List.copyOf(said == null ? List.of() : said);
    written = List.copyOf(written == null ? List.of() : written);
    InvalidValue.require(!said.isEmpty(), "MODEL-SYNONYM", "words that residents say are required");
    check(said);
    check(written);
  }

  private static void check(List<String> words) {
    InvalidValue.require(
        words.size() <= WORDS_MAX,
        "MODEL-SYNONYM",
        "%d words, at most %d are allowed",
        words.size(),
        WORDS_MAX);
    for (String word : words) {
      InvalidValue.require(
          word.length() >= 2 && word.length() <= WORD_MAX && word.equals(word.strip()),
          "MODEL-SYNONYM",
          "a word has 2 to %d characters, not '%s'",
          WORD_MAX,
          word);
    }
  }

  @Override
  public String key() {
    return said.getFirst();
  }
}
