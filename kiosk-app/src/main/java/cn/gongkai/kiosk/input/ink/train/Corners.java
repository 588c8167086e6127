package cn.gongkai.kiosk.input.ink.train;

import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.input.ink.Stroke.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What hurried hands make of a stroke: bends become corners, corners are cut, hooks are left out.
final class Corners {

  private static final double BEND = 0.02;
  private static final double LONGEST_HOOK = 0.14;

  /// Cosine of the turn into a hook, at most: about a right angle or sharper.
  private static final double TURN = 0.4;

  private Corners() {}

  /// As few straight lines as stay within the tolerance of the stroke (Douglas and Peucker,
  /// "Algorithms for the reduction of the number of points", 1973).
  static Stroke straightened(Stroke stroke, double tolerance) {
    List<Point> points = stroke.points();
    if (points.size() < 3) {
      return stroke;
    }
    BitSet kept = new BitSet();
    kept.set(0);
    kept.set(points.size() - 1);
    keep(points, 0, points.size() - 1, tolerance, kept);
    return new Stroke(kept.stream().mapToObj(points::get).toList());
  }

  /// Without the short line back at its end, where it has one.
  ///
  /// @param size of the character
  static Stroke unhooked(Stroke stroke, double size) {
    List<Point> corners = straightened(stroke, BEND * size).points();
    if (corners.size() < 3) {
      return stroke;
    }
    Point before = corners.get(corners.size() - 3);
    Point corner = corners.get(corners.size() - 2);
    Point end = corners.getLast();
    double into = before.distance(corner);
    double hook = corner.distance(end);
    double turn =
        ((corner.x() - before.x()) * (end.x() - corner.x())
                + (corner.y() - before.y()) * (end.y() - corner.y()))
            / Math.max(into * hook, 1e-9);
    if (hook > LONGEST_HOOK * size || turn > TURN) {
      return stroke;
    }
    int at = stroke.points().indexOf(corner);
    return new Stroke(new ArrayList<>(stroke.points().subList(0, at + 1)));
  }

  private static void keep(List<Point> points, int from, int to, double tolerance, BitSet kept) {
    double farthest = tolerance;
    int at = -1;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(points.get(i), points.get(from), points.get(to));
      if (distance > farthest) {
        farthest = distance;
        at = i;
      }
    }
    if (at > 0) {
      kept.set(at);
      keep(points, from, at, tolerance, kept);
      keep(points, at, to, tolerance, kept);
    }
  }

  /// From a point to the nearest of a straight line between two others.
  private static double distance(Point point, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double square = Math.max(dx * dx + dy * dy, 1e-12);
    double share = ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square;
    double near = Math.clamp(share, 0, 1);
    return point.distance(new Point(from.x() + near * dx, from.y() + near * dy));
  }
}
