package cn.gongkai.content.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// What items mean: the direction of each row, a byte a number, so that 20,000 items take 10 MB.
/// Immutable.
public final class Meanings {

  /// No items.
  public static final Meanings NONE = new Meanings(new long[0], new int[0], new byte[0]);

  private static final int SIZE = Embedder.DIMENSIONS;
  private static final double SCALE = 127;

  private final long[] rows;
  private final int[] stamps;
  private final byte[] directions;
  private final Map<Long, Integer> places = new HashMap<>();

  /// A row that means nearly what was asked.
  ///
  /// @param likeness cosine of the two directions, -1 to 1
  public record Near(long row, double likeness) {}

  /// A row to be added.
  ///
  /// @param stamp of the text that the direction was made of
  public record Meant(long row, int stamp, float[] direction) {}

  private Meanings(long[] rows, int[] stamps, byte[] directions) {
    this.rows = rows;
    this.stamps = stamps;
    this.directions = directions;
    for (int i = 0; i < rows.length; i++) {
      places.put(rows[i], i);
    }
  }

  public int size() {
    return rows.length;
  }

  /// True where the row is here, made of a text with this stamp.
  public boolean has(long row, int stamp) {
    int place = places.getOrDefault(row, -1);
    return place >= 0 && stamps[place] == stamp;
  }

  /// Only these of the rows that are here.
  public Meanings only(List<Long> kept) {
    Meanings less = sized(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      int place = places.getOrDefault(kept.get(i), -1);
      if (place < 0) {
        throw new IllegalArgumentException("row " + kept.get(i) + " is not here");
      }
      less.rows[i] = rows[place];
      less.stamps[i] = stamps[place];
      System.arraycopy(directions, place * SIZE, less.directions, i * SIZE, SIZE);
    }
    return new Meanings(less.rows, less.stamps, less.directions);
  }

  /// These and more, of other rows.
  public Meanings with(List<Meant> more) {
    int size = rows.length + more.size();
    long[] allRows = Arrays.copyOf(rows, size);
    int[] allStamps = Arrays.copyOf(stamps, size);
    byte[] all = Arrays.copyOf(directions, size * SIZE);
    for (int i = 0; i < more.size(); i++) {
      int place = rows.length + i;
      allRows[place] = more.get(i).row();
      allStamps[place] = more.get(i).stamp();
      System.arraycopy(packed(more.get(i).direction()), 0, all, place * SIZE, SIZE);
    }
    return new Meanings(allRows, allStamps, all);
  }

  private static Meanings sized(int size) {
    return new Meanings(new long[size], new int[size], new byte[size * SIZE]);
  }

  /// The rows that mean most nearly this, the nearest first.
  public List<Near> nearest(float[] direction, int limit) {
    PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::likeness));
    byte[] asked = packed(direction);
    for (int i = 0; i < rows.length; i++) {
      best.add(new Near(rows[i], product(asked, i * SIZE) / (SCALE * SCALE)));
      if (best.size() > limit) {
        best.poll();
      }
    }
    return best.stream().sorted(Comparator.comparingDouble(Near::likeness).reversed()).toList();
  }

  private int product(byte[] asked, int at) {
    int sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += asked[i] * directions[at + i];
    }
    return sum;
  }

  private static byte[] packed(float[] direction) {
    byte[] packed = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      packed[i] = (byte) Math.round(direction[i] * SCALE);
    }
    return packed;
  }
}
