package cn.gongkai.kiosk.input.ink.train;

import cn.gongkai.kiosk.input.ink.DirectionFeatures;
import cn.gongkai.kiosk.input.ink.InkModel;
import cn.gongkai.kiosk.input.ink.ModelParts;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Trains the classifier: every glyph is written by several hands, a linear discriminant analysis
/// finds the axes along which characters differ and writings of one do not, and the mean of each
/// character is placed along them. Then other writings move the means of characters that are taken
/// for one another apart. The same arguments give the same model on any machine.
///
/// @param samples writings of each character, as many again for the second step
/// @param dimensions axes
/// @param rounds of the second step; 0 leaves it out
public record Training(int samples, int dimensions, int rounds, long seed) {

  private static final int N = DirectionFeatures.COUNT;
  private static final int SHARES = 8;
  private static final double RIDGE = 0.02;
  private static final int LARGEST = Byte.MAX_VALUE;
  private static final double STEP = 0.1;

  /// The hands that write the training's ink, in turn.
  public static final List<Hand> HANDS =
      List.of(
          new Hand(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0),
          new Hand(0.020, 0.08, 0.06, 0.10, 0.08, 0.018, 0.014, 0.004, 0.10, 0, 0, 0, 0.4, 0.6),
          new Hand(0.020, 0.10, 0.08, 0.12, 0.10, 0.022, 0.018, 0.004, 0.10, 0.15, 1, 1, 0.4, 0.6),
          new Hand(0.022, 0.08, 0.06, 0.10, 0.08, 0.018, 0.014, 0.004, 0.10, 0.35, 0, 1, 0.4, 0.6),
          new Hand(0.032, 0.13, 0.10, 0.16, 0.13, 0.028, 0.022, 0.006, 0.15, 0.25, 2, 2, 0.4, 0.6),
          new Hand(0.024, 0.10, 0.08, 0.15, 0.10, 0.024, 0.019, 0.004, 0.20, 0.65, 1, 4, 0.4, 0.6));

  /// The scatter of writings about the mean of their character, and the means, of some characters.
  private record Part(double[][] scatter, float[][] means) {}

  /// @param rarity of a character: negative natural logarithm of how often it is written
  public InkModel train(List<Glyph> glyphs, IntToDoubleFunction rarity) {
    int classes = glyphs.size();
    float[][] means = new float[classes][];
    double[][] within = new double[N][N];
    int share = (classes + SHARES - 1) / SHARES;
    List<Part> parts =
        IntStream.range(0, SHARES)
            .parallel()
            .mapToObj(
                k -> part(glyphs, Math.min(classes, k * share), Math.min(classes, (k + 1) * share)))
            .toList();
    for (int k = 0; k < SHARES; k++) {
      System.arraycopy(
          parts.get(k).means(),
          0,
          means,
          Math.min(classes, k * share),
          parts.get(k).means().length);
      add(within, parts.get(k).scatter());
    }
    finish(within, (double) classes * samples);
    double[] centre = centre(means);
    double[][] lower = Matrices.cholesky(within);
    double[][] axes = axes(means, centre, lower);
    double[][] placed =
        Arrays.stream(means).map(mean -> placed(mean, axes, centre)).toArray(double[][]::new);
    new Rivals(rounds, STEP).settle(placed, others(glyphs, axes, centre), seed);
    return model(glyphs, rarity, placed, centre, axes);
  }

  /// Writings that the axes were not made from, in the space of the classifier.
  private float[][][] others(List<Glyph> glyphs, double[][] axes, double[] centre) {
    return glyphs.parallelStream()
        .map(
            glyph ->
                Arrays.stream(written(glyph, seed + 1, rounds == 0 ? 0 : samples))
                    .map(features -> floats(placed(features, axes, centre)))
                    .toArray(float[][]::new))
        .toArray(float[][][]::new);
  }

  private Part part(List<Glyph> glyphs, int from, int to) {
    double[][] scatter = new double[N][N];
    float[][] means = new float[to - from][];
    for (int k = from; k < to; k++) {
      float[][] written = written(glyphs.get(k), seed, samples);
      float[] mean = new float[N];
      for (float[] features : written) {
        for (int i = 0; i < N; i++) {
          mean[i] += features[i] / samples;
        }
      }
      means[k - from] = mean;
      for (float[] features : written) {
        scatter(scatter, features, mean);
      }
    }
    return new Part(scatter, means);
  }

  private static float[][] written(Glyph glyph, long seed, int count) {
    Random random = new Random(seed * 31 + glyph.character());
    return IntStream.range(0, count)
        .mapToObj(k -> HANDS.get(k % HANDS.size()).write(glyph.ink(), random))
        .map(DirectionFeatures::of)
        .toArray(float[][]::new);
  }

  private static void scatter(double[][] into, float[] features, float[] mean) {
    double[] apart = new double[N];
    for (int i = 0; i < N; i++) {
      apart[i] = features[i] - mean[i];
    }
    for (int i = 0; i < N; i++) {
      double here = apart[i];
      if (here != 0) {
        double[] row = into[i];
        for (int j = 0; j <= i; j++) {
          row[j] += here * apart[j];
        }
      }
    }
  }

  private static void add(double[][] into, double[][] more) {
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        into[i][j] += more[i][j];
      }
    }
  }

  /// Mirrors the lower triangle and lifts the diagonal, so that no direction counts without bound.
  private static void finish(double[][] within, double writings) {
    double trace = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        within[i][j] /= writings;
        within[j][i] = within[i][j];
      }
      trace += within[i][i];
    }
    for (int i = 0; i < N; i++) {
      within[i][i] += RIDGE * trace / N + 1e-9;
    }
  }

  private static double[] centre(float[][] means) {
    double[] centre = new double[N];
    for (float[] mean : means) {
      for (int i = 0; i < N; i++) {
        centre[i] += mean[i] / (double) means.length;
      }
    }
    return centre;
  }

  /// Rows that bring features minus the centre into the space of the classifier.
  private double[][] axes(float[][] means, double[] centre, double[][] lower) {
    double[][] whitened =
        IntStream.range(0, means.length)
            .parallel()
            .mapToObj(k -> Matrices.forward(lower, apart(means[k], centre)))
            .toArray(double[][]::new);
    double[][] between =
        IntStream.range(0, N).parallel().mapToObj(i -> row(whitened, i)).toArray(double[][]::new);
    double[][] base = Matrices.largest(between, dimensions, seed);
    double[][] axes = new double[dimensions][];
    for (int d = 0; d < dimensions; d++) {
      axes[d] = Matrices.backward(lower, base[d]);
    }
    return axes;
  }

  private static double[] row(double[][] whitened, int i) {
    double[] row = new double[N];
    for (double[] mean : whitened) {
      double here = mean[i] / whitened.length;
      for (int j = 0; j < N; j++) {
        row[j] += here * mean[j];
      }
    }
    return row;
  }

  private static double[] apart(float[] features, double[] centre) {
    double[] apart = new double[N];
    for (int i = 0; i < N; i++) {
      apart[i] = features[i] - centre[i];
    }
    return apart;
  }

  private static double[] placed(float[] features, double[][] axes, double[] centre) {
    double[] apart = apart(features, centre);
    return Arrays.stream(axes).mapToDouble(axis -> Matrices.dot(axis, apart)).toArray();
  }

  private static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  private InkModel model(
      List<Glyph> glyphs,
      IntToDoubleFunction rarity,
      double[][] placed,
      double[] centre,
      double[][] axes) {
    int classes = glyphs.size();
    double farthest =
        Arrays.stream(placed).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(1);
    float unit = (float) (Math.max(farthest, 1e-6) / LARGEST);
    byte[] quantised = new byte[classes * dimensions];
    int[] characters = new int[classes];
    short[] rarities = new short[classes];
    for (int k = 0; k < classes; k++) {
      characters[k] = glyphs.get(k).character();
      rarities[k] = InkModel.storedRarity(rarity.applyAsDouble(characters[k]));
      for (int d = 0; d < dimensions; d++) {
        quantised[k * dimensions + d] =
            (byte) Math.clamp(Math.round(placed[k][d] / unit), -LARGEST, LARGEST);
      }
    }
    float[] flat = new float[dimensions * N];
    float[] middle = new float[N];
    for (int i = 0; i < N; i++) {
      middle[i] = (float) centre[i];
      for (int d = 0; d < dimensions; d++) {
        flat[d * N + i] = (float) axes[d][i];
      }
    }
    return new InkModel(new ModelParts(characters, rarities, middle, flat, unit, quantised));
  }
}
