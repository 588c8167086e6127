package cn.gongkai.kiosk.input.ink.train;

import cn.gongkai.kiosk.input.ink.Ink;
import cn.gongkai.kiosk.input.ink.Stroke;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Somebody's way to write: how far it strays from the copybook. Shares are of the character's
/// size; what is drawn from a normal distribution is given as its standard deviation.
///
/// @param shift of each stroke
/// @param swell of each stroke's length
/// @param turn of each stroke and of the whole, in radians
/// @param slant of the whole to the side
/// @param stretch of the whole in width and in height
/// @param wave bend of the whole
/// @param squeeze how much wider some parts of the whole are than others, and higher
/// @param tremble of each point
/// @param cut share of a stroke's length that may be missing at either end
/// @param joins probability that the pen is not lifted between two strokes
/// @param swaps pairs of neighbouring strokes that change places, at most
/// @param rounded how often the corners are cut
/// @param unhooked probability that the hook at the end of a stroke is left out
/// @param straight probability that a stroke's bends become straight lines with corners
public record Hand(
    double shift,
    double swell,
    double turn,
    double slant,
    double stretch,
    double wave,
    double squeeze,
    double tremble,
    double cut,
    double joins,
    int swaps,
    int rounded,
    double unhooked,
    double straight) {

  private static final double SPACING = 1 / 40.0;
  private static final double LONGEST_WAVE = 0.35;
  private static final double SHORTEST_WAVE = 0.12;

  /// How far a straight line may be from the bend it replaces.
  private static final double STRAIGHTEST = 0.06;

  /// @return the same for the same state of `random`
  public Ink write(Ink copybook, Random random) {
    Ink.Box box = copybook.box();
    double size = Math.max(box.size(), 1);
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : copybook.strokes()) {
      Stroke hurried = hurried(stroke, size, random);
      strokes.add(moved(cut(hurried.spaced(size * SPACING), random), size, random));
    }
    Whole whole = new Whole(this, box, random);
    strokes.replaceAll(stroke -> whole.of(stroke, random));
    swap(strokes, random);
    return new Ink(joined(strokes, random).stream().map(this::round).toList());
  }

  private Stroke hurried(Stroke stroke, double size, Random random) {
    Stroke hurried =
        unhooked > 0 && random.nextDouble() < unhooked ? Corners.unhooked(stroke, size) : stroke;
    return straight > 0 && random.nextDouble() < straight
        ? Corners.straightened(hurried, STRAIGHTEST * size * random.nextDouble())
        : hurried;
  }

  private Stroke cut(Stroke stroke, Random random) {
    int points = stroke.points().size();
    int from = (int) (points * cut * random.nextDouble());
    int to = points - (int) (points * cut * random.nextDouble());
    return to - from < 2 ? stroke : new Stroke(stroke.points().subList(from, to));
  }

  private Stroke moved(Stroke stroke, double size, Random random) {
    double x = random.nextGaussian() * shift * size;
    double y = random.nextGaussian() * shift * size;
    double scale = 1 + random.nextGaussian() * swell;
    double angle = random.nextGaussian() * turn;
    double middleX = stroke.points().stream().mapToDouble(Stroke.Point::x).average().orElse(0);
    double middleY = stroke.points().stream().mapToDouble(Stroke.Point::y).average().orElse(0);
    List<Stroke.Point> moved = new ArrayList<>();
    for (Stroke.Point point : stroke.points()) {
      double dx = (point.x() - middleX) * scale;
      double dy = (point.y() - middleY) * scale;
      moved.add(
          new Stroke.Point(
              middleX + x + dx * Math.cos(angle) - dy * Math.sin(angle),
              middleY + y + dx * Math.sin(angle) + dy * Math.cos(angle)));
    }
    return new Stroke(moved);
  }

  private void swap(List<Stroke> strokes, Random random) {
    for (int k = swaps == 0 ? 0 : random.nextInt(swaps + 1); k > 0 && strokes.size() > 1; k--) {
      int at = random.nextInt(strokes.size() - 1);
      Collections.swap(strokes, at, at + 1);
    }
  }

  private List<Stroke> joined(List<Stroke> strokes, Random random) {
    List<Stroke> joined = new ArrayList<>();
    for (Stroke stroke : strokes) {
      if (!joined.isEmpty() && random.nextDouble() < joins) {
        List<Stroke.Point> points = new ArrayList<>(joined.removeLast().points());
        points.addAll(stroke.points());
        joined.add(new Stroke(points));
      } else {
        joined.add(stroke);
      }
    }
    return joined;
  }

  private Stroke round(Stroke stroke) {
    double length = 0;
    List<Stroke.Point> points = stroke.points();
    for (int i = 1; i < points.size(); i++) {
      length += points.get(i - 1).distance(points.get(i));
    }
    Stroke round = rounded == 0 || length == 0 ? stroke : stroke.spaced(length / points.size());
    for (int k = 0; k < rounded; k++) {
      round = round.smoothed();
    }
    return round;
  }

  /// What happens to the character as a whole.
  private static final class Whole {

    /// A sine over one axis: how far, over which length, from where.
    private record Wave(double far, double length, double phase) {

      private static final Wave NONE = new Wave(0, 1, 0);

      static Wave of(double far, double size, Random random) {
        if (far == 0) {
          return NONE;
        }
        double drawn = random.nextGaussian() * far * size;
        double phase = random.nextDouble() * 2 * Math.PI;
        double share = SHORTEST_WAVE + random.nextDouble() * (LONGEST_WAVE - SHORTEST_WAVE);
        return new Wave(drawn, size * share, phase);
      }

      double at(double along) {
        return far * Math.sin(along / length + phase);
      }
    }

    private final Hand hand;
    private final Ink.Box box;
    private final double angle;
    private final double slant;
    private final double width;
    private final double height;
    private final Wave bendX;
    private final Wave bendY;
    private final Wave squeezeX;
    private final Wave squeezeY;

    Whole(Hand hand, Ink.Box box, Random random) {
      this.hand = hand;
      this.box = box;
      this.angle = random.nextGaussian() * hand.turn();
      this.slant = random.nextGaussian() * hand.slant();
      this.width = 1 + random.nextGaussian() * hand.stretch();
      this.height = 1 + random.nextGaussian() * hand.stretch();
      this.bendX = Wave.of(hand.wave(), box.size(), random);
      this.bendY = Wave.of(hand.wave(), box.size(), random);
      this.squeezeX = Wave.of(hand.squeeze(), box.size(), random);
      this.squeezeY = Wave.of(hand.squeeze(), box.size(), random);
    }

    Stroke of(Stroke stroke, Random random) {
      double middleX = (box.left() + box.right()) / 2;
      double middleY = (box.top() + box.bottom()) / 2;
      double tremble = hand.tremble() * box.size();
      List<Stroke.Point> points = new ArrayList<>();
      for (Stroke.Point point : stroke.points()) {
        double x = point.x() + bendX.at(point.y()) + squeezeX.at(point.x());
        double y = point.y() + bendY.at(point.x()) + squeezeY.at(point.y());
        double dx = x - middleX + random.nextGaussian() * tremble;
        double dy = y - middleY + random.nextGaussian() * tremble;
        points.add(
            new Stroke.Point(
                width * (dx * Math.cos(angle) - dy * Math.sin(angle)) + slant * dy,
                height * (dx * Math.sin(angle) + dy * Math.cos(angle))));
      }
      return new Stroke(points);
    }
  }
}
