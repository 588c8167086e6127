package cn.gongkai.content.search;

import java.time.Duration;

/// What one search may cost.
///
/// @param batch rows looked up in the index at a time
/// @param batches how many times, for one way to say the query
/// @param titles title hits for one way to say the query
/// @param candidates items read and scored
/// @param enough complete answers that make other ways to say the query needless
/// @param counted results counted for totals and facets
/// @param time after this no further way is tried
/// @param snippet characters of a snippet
/// @param suggestions words offered
public record SearchLimits(
    int batch,
    int batches,
    int titles,
    int candidates,
    int enough,
    int counted,
    Duration time,
    int snippet,
    int suggestions) {

  public static SearchLimits standard() {
    return new SearchLimits(60, 4, 40, 240, 20, 1001, Duration.ofMillis(300), 78, 8);
  }
}
