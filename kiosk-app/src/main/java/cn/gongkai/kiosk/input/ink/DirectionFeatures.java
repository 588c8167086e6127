package cn.gongkai.kiosk.input.ink;

import java.util.ArrayList;
import java.util.List;

/// How much of the ink goes where in which direction: eight directions on a blurred grid of 8 × 8.
/// The order of strokes does not count, and a line between two joined strokes counts for no more
/// than its length. (Direction features after Bai and Huo, "A study on the use of 8-directional
/// features for online handwritten Chinese character recognition", ICDAR 2005.)
public final class DirectionFeatures {

  private static final int GRID = 8;
  private static final int DIRECTIONS = 8;

  /// How many numbers describe an ink.
  public static final int COUNT = DIRECTIONS * GRID * GRID;

  private static final double STEPS_A_SIDE = 48;
  private static final double BLUR_CELLS = 0.62;
  private static final double THINNEST = 0.02;
  private static final double DOT = 0.03;
  private static final double SCALE = 10;

  /// A short straight piece of ink.
  private record Piece(double x, double y, double dx, double dy) {

    double length() {
      return Math.hypot(dx, dy);
    }
  }

  private final float[] features = new float[COUNT];

  private DirectionFeatures() {}

  /// [#COUNT] numbers, none negative; all 0 where there is no ink.
  public static float[] of(Ink ink) {
    DirectionFeatures made = new DirectionFeatures();
    if (!ink.isEmpty()) {
      made.add(pieces(ink));
    }
    for (int i = 0; i < COUNT; i++) {
      made.features[i] = (float) Math.sqrt(made.features[i]);
    }
    return made.features;
  }

  private static List<Piece> pieces(Ink ink) {
    double size = Math.max(ink.box().size(), 1e-6);
    List<Piece> pieces = new ArrayList<>();
    for (Stroke stroke : ink.strokes()) {
      List<Stroke.Point> points = stroke.spaced(size / STEPS_A_SIDE).smoothed().points();
      Stroke.Point first = points.getFirst();
      if (points.size() <= 2 && first.distance(points.getLast()) < size * THINNEST) {
        pieces.add(new Piece(first.x(), first.y(), size * DOT, size * DOT));
        continue;
      }
      for (int i = 1; i < points.size(); i++) {
        Stroke.Point a = points.get(i - 1);
        Stroke.Point b = points.get(i);
        pieces.add(
            new Piece((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, b.x() - a.x(), b.y() - a.y()));
      }
    }
    return pieces;
  }

  /// Brings the ink to one size by its middle and spread, which tremble less than its edges; narrow
  /// ink is widened, but stays narrower than wide ink.
  private void add(List<Piece> pieces) {
    double total = 0;
    double x = 0;
    double y = 0;
    for (Piece piece : pieces) {
      total += piece.length();
      x += piece.length() * piece.x();
      y += piece.length() * piece.y();
    }
    total = Math.max(total, 1e-9);
    x /= total;
    y /= total;
    double spreadX = 0;
    double spreadY = 0;
    for (Piece piece : pieces) {
      spreadX += piece.length() * (piece.x() - x) * (piece.x() - x);
      spreadY += piece.length() * (piece.y() - y) * (piece.y() - y);
    }
    double width = 4 * Math.sqrt(spreadX / total);
    double height = 4 * Math.sqrt(spreadY / total);
    double larger = Math.max(Math.max(width, height), 1e-9);
    double narrow = Math.max(Math.min(width, height) / larger, THINNEST);
    double widened = Math.sqrt(Math.sin(Math.PI / 2 * narrow));
    double scaleX = (width >= height ? 1 : widened) / Math.max(width, larger * THINNEST);
    double scaleY = (height > width ? 1 : widened) / Math.max(height, larger * THINNEST);
    for (Piece piece : pieces) {
      spread(
          new Piece(
              ((piece.x() - x) * scaleX + 0.5) * GRID - 0.5,
              ((piece.y() - y) * scaleY + 0.5) * GRID - 0.5,
              piece.dx() * scaleX,
              piece.dy() * scaleY));
    }
  }

  /// Divides a piece between its two nearest directions and the cells around it.
  private void spread(Piece piece) {
    if (piece.length() < 1e-9) {
      return;
    }
    double turn = Math.atan2(piece.dy(), piece.dx()) / (Math.PI / 4);
    double direction = turn < 0 ? turn + DIRECTIONS : turn;
    int one = (int) direction % DIRECTIONS;
    int other = (one + 1) % DIRECTIONS;
    double toOther = direction - Math.floor(direction);
    for (int row = first(piece.y()); row <= last(piece.y()); row++) {
      double share = near(row - piece.y()) * piece.length() * SCALE;
      for (int column = first(piece.x()); column <= last(piece.x()); column++) {
        double here = share * near(column - piece.x());
        features[(one * GRID + row) * GRID + column] += (float) (here * (1 - toOther));
        features[(other * GRID + row) * GRID + column] += (float) (here * toOther);
      }
    }
  }

  private static int first(double at) {
    return Math.max(0, (int) Math.floor(at) - 1);
  }

  private static int last(double at) {
    return Math.min(GRID - 1, (int) Math.floor(at) + 2);
  }

  private static double near(double cells) {
    return Math.exp(-cells * cells / (2 * BLUR_CELLS * BLUR_CELLS));
  }
}
