package cn.gongkai.kiosk.data;

import cn.gongkai.content.model.Validity;
import java.util.List;

/// What a list can be narrowed to, with counts, in the order in which chips are shown.
public record Choices(
    long total,
    List<Choice<Integer>> years,
    List<Choice<String>> themes,
    List<Choice<String>> offices,
    List<Choice<Validity>> validities) {

  public static final Choices NONE = new Choices(0, List.of(), List.of(), List.of(), List.of());

  /// A value and how many items have it.
  public record Choice<T>(T value, long items) {}

  public Choices {
    years = List.copyOf(years);
    themes = List.copyOf(themes);
    offices = List.copyOf(offices);
    validities = List.copyOf(validities);
  }
}
