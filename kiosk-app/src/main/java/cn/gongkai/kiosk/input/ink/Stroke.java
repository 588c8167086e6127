package cn.gongkai.kiosk.input.ink;

import java.util.ArrayList;
import java.util.List;

/// The way of the pen from where it touched to where it was lifted, in order. Never empty.
public record Stroke(List<Point> points) {

  /// A place, y downward, in any unit: only the shape counts.
  public record Point(double x, double y) {

    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("not a place: " + x + ", " + y);
      }
    }

    public double distance(Point other) {
      return Math.hypot(other.x - x, other.y - y);
    }
  }

  public Stroke {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a stroke without a point");
    }
    points = List.copyOf(points);
  }

  /// The same way with its points so far apart along it; the first and the last stay.
  ///
  /// @param step more than 0
  public Stroke spaced(double step) {
    List<Point> spaced = new ArrayList<>(List.of(points.getFirst()));
    double toNext = step;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double length = a.distance(b);
      double at = toNext;
      for (; at <= length; at += step) {
        double share = at / length;
        spaced.add(new Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share));
      }
      toNext = at - length;
    }
    if (spaced.getLast().distance(points.getLast()) > step * 0.3) {
      spaced.add(points.getLast());
    }
    return new Stroke(spaced);
  }

  /// The same way without its tremble: each inner point moves between its neighbours.
  public Stroke smoothed() {
    if (points.size() < 3) {
      return this;
    }
    List<Point> smooth = new ArrayList<>(points.size());
    smooth.add(points.getFirst());
    for (int i = 1; i < points.size() - 1; i++) {
      Point a = points.get(i - 1);
      Point p = points.get(i);
      Point b = points.get(i + 1);
      smooth.add(new Point((a.x + 2 * p.x + b.x) / 4, (a.y + 2 * p.y + b.y) / 4));
    }
    smooth.add(points.getLast());
    return new Stroke(smooth);
  }
}
