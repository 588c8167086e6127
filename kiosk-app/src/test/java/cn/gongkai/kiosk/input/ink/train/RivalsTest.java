package cn.gongkai.kiosk.input.ink.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RivalsTest {

  private static final long SEED = 20_261_127;

  @Test
  void writingsComeNearerToTheirOwnMeanThanToTheRivals() {
    double[][] means = {{-1, 0}, {1, 0}, {9, 9}};
    float[][][] writings = {around(0, 0, 0.25), around(1, 0, 0.25), around(9, 9, 0.25)};
    int before = wrong(means, writings);
    new Rivals(8, 0.1).settle(means, writings, SEED);
    assertThat(before).isGreaterThan(5);
    assertThat(wrong(means, writings)).isLessThan(before);
  }

  @Test
  void withoutRoundsTheMeansStay() {
    double[][] means = {{0, 0}, {1, 0}};
    new Rivals(0, 0.1).settle(means, new float[2][0][], SEED);
    assertThat(means).isDeepEqualTo(new double[][] {{0, 0}, {1, 0}});
  }

  @Test
  void theSameSeedGivesTheSameMeans() {
    double[][] one = {{0, 0}, {1, 0}};
    double[][] other = {{0, 0}, {1, 0}};
    float[][][] writings = {around(0, 0, 1), around(1, 0, 1)};
    new Rivals(3, 0.1).settle(one, writings, SEED);
    new Rivals(3, 0.1).settle(other, writings, SEED);
    assertThat(one).isDeepEqualTo(other);
  }

  @Test
  void aMeanThatHasNoRivalStays() {
    double[][] means = {{3, 4}};
    new Rivals(3, 0.1).settle(means, new float[][][] {around(0, 0, 1)}, SEED);
    assertThat(means).isDeepEqualTo(new double[][] {{3, 4}});
  }

  private static float[][] around(double x, double y, double spread) {
    Random random = new Random(SEED);
    float[][] writings = new float[60][];
    Arrays.setAll(
        writings,
        k ->
            new float[] {
              (float) (x + random.nextGaussian() * spread),
              (float) (y + random.nextGaussian() * spread)
            });
    return writings;
  }

  private static int wrong(double[][] means, float[][][] writings) {
    int wrong = 0;
    for (int of = 0; of < writings.length; of++) {
      for (float[] at : writings[of]) {
        int nearest = 0;
        for (int k = 1; k < means.length; k++) {
          if (squared(means[k], at) < squared(means[nearest], at)) {
            nearest = k;
          }
        }
        wrong += nearest == of ? 0 : 1;
      }
    }
    return wrong;
  }

  private static double squared(double[] mean, float[] at) {
    return Math.pow(mean[0] - at[0], 2) + Math.pow(mean[1] - at[1], 2);
  }
}
