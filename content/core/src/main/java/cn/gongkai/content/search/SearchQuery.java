package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.Validity;
import java.time.LocalDate;
import java.util.Optional;

/// What a resident looks for.
///
/// @param words as typed: any length, any characters; at most the first 64 characters count
/// @param home division of the terminal, whose items rank first
/// @param column, year, office, validity filters over the results
/// @param today the day for which validity is computed
/// @param limit results wanted, 1 to 100
public record SearchQuery(
    String words,
    Optional<DivisionCode> home,
    Optional<ColumnId> column,
    Optional<Integer> year,
    Optional<String> office,
    Optional<Validity> validity,
    LocalDate today,
    int limit) {

  public static final int CHARACTERS_MAX = 64;

  public SearchQuery {
    words =
        words.codePointCount(0, words.length()) <= CHARACTERS_MAX
            ? words
            : words.substring(0, words.offsetByCodePoints(0, CHARACTERS_MAX));
    limit = Math.clamp(limit, 1, 100);
  }

  public static SearchQuery of(String words, LocalDate today) {
    return new SearchQuery(
        words,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        today,
        20);
  }
}
