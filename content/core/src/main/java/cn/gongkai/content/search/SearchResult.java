package cn.gongkai.content.search;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Validity;
import java.util.List;
import java.util.Map;

/// What was found, best first, and what to offer where little was.
///
/// @param hits best first
/// @param total how many were found, counted up to 1001; above 1000 show "1000+"
/// @param understood readings of the query that were used besides its own words, for example 低保 →
///   最低生活保障
/// @param columns counts over all results by column; each of the counts leaves its own filter out,
///   so that the other choices stay visible
/// @param years counts over all results by year
/// @param offices counts over all results by publisher
/// @param validities counts over all results
/// @param suggestions words to try instead; never empty where hits is
public record SearchResult(
    List<Hit> hits,
    int total,
    List<Reading> understood,
    Map<ColumnId, Integer> columns,
    Map<Integer, Integer> years,
    Map<String, Integer> offices,
    Map<Validity, Integer> validities,
    List<String> suggestions) {

  /// True where all there is was found by its meaning alone.
  public boolean isMeantOnly() {
    return !hits.isEmpty() && hits.stream().allMatch(Hit::meant);
  }

  /// A result.
  ///
  /// @param item summary, see [Item#summary]
  /// @param title the title with marks
  /// @param snippet the place in the text, with marks
  /// @param score higher is better; only the order means anything
  /// @param reasons why it is where it is, in plain English, for `--explain`
  /// @param meant true where nothing of it is what was typed, but its meaning is near
  public record Hit(
      Item item, Marked title, Marked snippet, double score, List<String> reasons, boolean meant) {}

  /// Text with the stretches that answer the query.
  public record Marked(String text, List<Span> marks) {}

  /// Characters `start` to `end` (exclusive) of a text.
  public record Span(int start, int end) {}

  /// A word of the query and what it was read as.
  public record Reading(String typed, String readAs) {}
}
