package cn.gongkai.kiosk.input.ink.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/// Moves the means of characters that are taken for one another apart: each writing draws its own
/// mean nearer and pushes the nearest other one away, the more the less it was told from it
/// (generalised learning vector quantisation; Sato and Yamada, 1995).
///
/// @param rounds times every writing is looked at; 0 leaves the means as they are
/// @param step share of the way a mean goes at first; less in each round
record Rivals(int rounds, double step) {

  /// How many characters are looked at as rivals of one.
  private static final int NEAREST = 40;

  private static final double STEEPNESS = 10;

  /// A writing of a character, in the space of the classifier.
  private record Writing(int character, float[] at) {}

  /// @param means moved in place
  /// @param writings of each character, in the space of the means
  void settle(double[][] means, float[][][] writings, long seed) {
    if (rounds == 0) {
      return;
    }
    int[][] rivals =
        IntStream.range(0, means.length)
            .parallel()
            .mapToObj(of -> nearest(means, of))
            .toArray(int[][]::new);
    List<Writing> shuffled = new ArrayList<>();
    for (int of = 0; of < writings.length; of++) {
      for (float[] at : writings[of]) {
        shuffled.add(new Writing(of, at));
      }
    }
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(shuffled, random);
      double now = step * (1 - round / (double) rounds);
      for (Writing writing : shuffled) {
        learn(means, rivals[writing.character()], writing, now);
      }
    }
  }

  private static void learn(double[][] means, int[] rivals, Writing writing, double step) {
    int nearest = -1;
    double apart = Double.MAX_VALUE;
    for (int rival : rivals) {
      double distance = distance(means[rival], writing.at(), apart);
      if (distance < apart) {
        apart = distance;
        nearest = rival;
      }
    }
    double[] own = means[writing.character()];
    double near = distance(own, writing.at(), Double.MAX_VALUE);
    double both = near + apart;
    if (nearest < 0 || both <= 0) {
      return;
    }
    double told = 1 / (1 + Math.exp(-STEEPNESS * (near - apart) / both));
    double much = step * 4 * told * (1 - told);
    move(own, writing.at(), much * apart / both);
    move(means[nearest], writing.at(), -much * near / both);
  }

  private static void move(double[] mean, float[] to, double share) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] += share * (to[i] - mean[i]);
    }
  }

  /// Squared; not finished where it is no less than the bound.
  private static double distance(double[] mean, float[] at, double bound) {
    double sum = 0;
    for (int i = 0; i < mean.length && sum < bound; i++) {
      double apart = mean[i] - at[i];
      sum += apart * apart;
    }
    return sum;
  }

  private static int[] nearest(double[][] means, int of) {
    double[] distances =
        Arrays.stream(means).mapToDouble(mean -> squared(mean, means[of])).toArray();
    PriorityQueue<Integer> nearest =
        new PriorityQueue<>((a, b) -> Double.compare(distances[b], distances[a]));
    for (int other = 0; other < means.length; other++) {
      if (other != of) {
        nearest.add(other);
      }
      if (nearest.size() > NEAREST) {
        nearest.remove();
      }
    }
    return nearest.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
