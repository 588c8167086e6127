package cn.gongkai.kiosk.input.ink;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The classifier: ink is brought into a space in which writings of one character lie close
/// together and characters apart, and the nearest means are its readings. Immutable, thread-safe.
public final class InkModel {

  private static final double RARITY_UNITS = 100;

  private final ModelParts parts;
  private final Map<Integer, Integer> classes = new HashMap<>();

  /// @throws IllegalArgumentException where a character stands twice
  public InkModel(ModelParts parts) {
    this.parts = parts;
    for (int k = 0; k < parts.characters().length; k++) {
      classes.put(parts.characters()[k], k);
    }
    if (classes.size() != parts.characters().length) {
      throw new IllegalArgumentException("a character stands twice");
    }
  }

  ModelParts parts() {
    return parts;
  }

  /// The characters it knows, as code points.
  public Set<Integer> characters() {
    return Set.copyOf(classes.keySet());
  }

  /// Bytes of its arrays.
  public long bytes() {
    return parts.bytes();
  }

  OptionalInt find(int character) {
    Integer found = classes.get(character);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  String text(int of) {
    return Character.toString(parts.characters()[of]);
  }

  /// Negative natural logarithm of how often the character of a class is written.
  double rarity(int of) {
    return Short.toUnsignedInt(parts.rarity()[of]) / RARITY_UNITS;
  }

  public static short storedRarity(double rarity) {
    return (short) Math.round(Math.clamp(rarity, 0, 0xffff / RARITY_UNITS) * RARITY_UNITS);
  }

  /// How far an ink is from each class: squared, in units of how much writings of one character
  /// differ. Takes a millisecond or two.
  float[] distances(Ink ink) {
    float[] at = placed(DirectionFeatures.of(ink));
    int dimensions = at.length;
    float[] inUnits = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      inUnits[d] = at[d] / parts.unit();
    }
    float square = parts.unit() * parts.unit();
    float[] distances = new float[parts.characters().length];
    byte[] means = parts.means();
    for (int k = 0; k < distances.length; k++) {
      float sum = 0;
      int row = k * dimensions;
      for (int d = 0; d < dimensions; d++) {
        float apart = inUnits[d] - means[row + d];
        sum += apart * apart;
      }
      distances[k] = sum * square;
    }
    return distances;
  }

  /// The nearest classes, nearest first.
  static int[] nearest(float[] distances, int most) {
    int[] best = new int[Math.min(most, distances.length)];
    int n = 0;
    for (int k = 0; k < distances.length; k++) {
      if (n < best.length || distances[k] < distances[best[n - 1]]) {
        int at = n < best.length ? n++ : n - 1;
        while (at > 0 && distances[best[at - 1]] > distances[k]) {
          best[at] = best[at - 1];
          at--;
        }
        best[at] = k;
      }
    }
    return Arrays.copyOf(best, n);
  }

  private float[] placed(float[] features) {
    float[] at = new float[parts.dimensions()];
    for (int d = 0; d < at.length; d++) {
      float sum = 0;
      int row = d * DirectionFeatures.COUNT;
      for (int i = 0; i < DirectionFeatures.COUNT; i++) {
        sum += parts.axes()[row + i] * (features[i] - parts.centre()[i]);
      }
      at[d] = sum;
    }
    return at;
  }
}
