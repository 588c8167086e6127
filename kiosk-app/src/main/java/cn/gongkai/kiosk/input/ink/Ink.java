package cn.gongkai.kiosk.input.ink;

import java.util.ArrayList;
import java.util.List;

/// What was written: strokes in the order they were written. Lives in memory only.
public record Ink(List<Stroke> strokes) {

  public static final Ink NONE = new Ink(List.of());

  /// The smallest upright rectangle around ink.
  public record Box(double left, double top, double right, double bottom) {

    public double width() {
      return right - left;
    }

    public double height() {
      return bottom - top;
    }

    /// The longer side.
    public double size() {
      return Math.max(width(), height());
    }
  }

  public Ink {
    strokes = List.copyOf(strokes);
  }

  public boolean isEmpty() {
    return strokes.isEmpty();
  }

  public Ink plus(Stroke stroke) {
    List<Stroke> more = new ArrayList<>(strokes);
    more.add(stroke);
    return new Ink(more);
  }

  /// Without the stroke written last.
  public Ink minusLast() {
    return isEmpty() ? this : new Ink(strokes.subList(0, strokes.size() - 1));
  }

  /// @throws IllegalStateException where there is no ink
  public Box box() {
    if (isEmpty()) {
      throw new IllegalStateException("no ink");
    }
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (Stroke stroke : strokes) {
      for (Stroke.Point point : stroke.points()) {
        left = Math.min(left, point.x());
        right = Math.max(right, point.x());
        top = Math.min(top, point.y());
        bottom = Math.max(bottom, point.y());
      }
    }
    return new Box(left, top, right, bottom);
  }

  /// As much of it as is looked at.
  public Ink within(InkLimits limits) {
    return new Ink(
        strokes.stream()
            .limit(limits.strokesMax())
            .map(
                stroke ->
                    stroke.points().size() <= limits.pointsMax()
                        ? stroke
                        : new Stroke(stroke.points().subList(0, limits.pointsMax())))
            .toList());
  }
}
