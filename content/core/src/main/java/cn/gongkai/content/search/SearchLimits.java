package cn.gongkai.content.search;

import java.time.Duration;

/// What one search may cost.
///
/// @param batch rows looked up in the index at a time
/// @param batches how many times, for one way to say the query
/// @param titles title hits for one way to say the query
/// @param patternsInTwo readings of letters that are looked for in two places of a title
/// @param candidates items kept and scored
/// @param read items read to see whether they hold what was asked, for all ways to say the query
/// @param partial items read because they hold a part of it, the likeliest
/// @param tokens looked up for one way to say it, the rarest; what is found is looked at again
/// @param enough complete answers that make other ways to say the query needless
/// @param counted results counted for totals and facets
/// @param time after this no further way is tried
/// @param snippet characters of a snippet
/// @param suggestions words offered
public record SearchLimits(
    int batch,
    int batches,
    int titles,
    int patternsInTwo,
    int candidates,
    int read,
    int partial,
    int tokens,
    int enough,
    int counted,
    Duration time,
    int snippet,
    int suggestions) {

  public static SearchLimits standard() {
    return new SearchLimits(60, 4, 40, 4, 240, 150, 40, 5, 20, 1001, Duration.ofMillis(300), 78, 8);
  }
}
