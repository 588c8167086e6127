package cn.gongkai.content.store;

import cn.gongkai.content.model.Validity;
import java.util.List;

/// How many items of a list carry each value of a filter, in the order in which chips are shown.
/// Each list leaves its own filter out, so that the other choices stay visible.
public record Facets(
    long total,
    List<Count<Integer>> years,
    List<Count<String>> themes,
    List<Count<String>> offices,
    List<Count<Validity>> validities) {

  /// A value and how many items have it.
  public record Count<T>(T value, long items) {}
}
