package cn.gongkai.kiosk.input.ink.train;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.kiosk.input.ink.Stroke;
import cn.gongkai.kiosk.input.ink.Stroke.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CornersTest {

  private static final long SEED = 20_261_126;
  private static final double SIZE = 100;

  @Test
  void theHookAtTheEndIsLeftOut() {
    Stroke hooked = stroke(50, 0, 50, 40, 50, 90, 42, 84);
    assertThat(Corners.unhooked(hooked, SIZE)).isEqualTo(stroke(50, 0, 50, 40, 50, 90));
  }

  @Test
  void aLongLastLineABendAndAStraightStrokeStay() {
    for (Stroke stroke :
        List.of(
            stroke(10, 10, 80, 10, 80, 90),
            stroke(50, 0, 50, 80, 55, 90),
            stroke(0, 0, 50, 0, 100, 0),
            stroke(5, 5))) {
      assertThat(Corners.unhooked(stroke, SIZE)).isEqualTo(stroke);
    }
  }

  @Test
  void aStraightenedStrokeKeepsItsEndsAndStaysNear() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Stroke stroke = wandering(random);
      double tolerance = random.nextDouble() * 10;
      Stroke straight = Corners.straightened(stroke, tolerance);
      assertThat(straight.points().getFirst()).isEqualTo(stroke.points().getFirst());
      assertThat(straight.points().getLast()).isEqualTo(stroke.points().getLast());
      assertThat(stroke.points()).containsSubsequence(straight.points());
      List<Point> dense = straight.spaced(0.2).points();
      assertThat(stroke.points())
          .as("seed " + SEED + ", round " + round)
          .allMatch(
              point -> dense.stream().anyMatch(near -> near.distance(point) <= tolerance + 0.2));
    }
  }

  private static Stroke wandering(Random random) {
    List<Point> points = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (int k = 1 + random.nextInt(30); k > 0; k--) {
      points.add(new Point(x, y));
      x += random.nextGaussian() * 5;
      y += random.nextGaussian() * 5;
    }
    return new Stroke(points);
  }

  private static Stroke stroke(double... numbers) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new Point(numbers[i], numbers[i + 1]));
    }
    return new Stroke(points);
  }
}
