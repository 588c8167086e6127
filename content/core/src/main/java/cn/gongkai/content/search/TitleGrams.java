package cn.gongkai.content.search;

import java.util.Arrays;

/// In which titles each pair of neighbouring characters stands. The titles of a pair are kept as
/// the distances between them, one byte for most: about 12 MB for 300,000 titles. Immutable.
final class TitleGrams {

  private static final int[] NONE = {};

  private final int[] pairs;
  private final int[] offsets;
  private final int[] counts;
  private final byte[] distances;

  private TitleGrams(int[] pairs, int[] offsets, int[] counts, byte[] distances) {
    this.pairs = pairs;
    this.offsets = offsets;
    this.counts = counts;
    this.distances = distances;
  }

  /// @param starts where each title begins in the text, and where the last one ends
  static TitleGrams of(String text, int[] starts) {
    Counting counting = new Counting();
    each(text, starts, counting::count);
    int[] pairs = counting.sortedPairs();
    int[] offsets = new int[pairs.length];
    int[] counts = new int[pairs.length];
    int[] places = new int[counting.keys.length];
    int bytes = 0;
    for (int i = 0; i < pairs.length; i++) {
      int slot = counting.slot(pairs[i]);
      places[slot] = i;
      offsets[i] = bytes;
      counts[i] = counting.counts[slot];
      bytes += counting.bytes[slot];
    }
    byte[] distances = new byte[bytes];
    int[] ends = offsets.clone();
    int[] last = new int[pairs.length];
    Arrays.fill(last, -1);
    each(
        text,
        starts,
        (pair, order) -> {
          int i = places[counting.slot(pair)];
          if (last[i] != order) {
            ends[i] = write(distances, ends[i], order - last[i]);
            last[i] = order;
          }
        });
    return new TitleGrams(pairs, offsets, counts, distances);
  }

  private interface Visitor {
    void visit(int pair, int order);
  }

  private static void each(String text, int[] starts, Visitor visitor) {
    for (int order = 0; order + 1 < starts.length; order++) {
      for (int i = starts[order]; i + 2 < starts[order + 1]; i++) {
        visitor.visit(pair(text.charAt(i), text.charAt(i + 1)), order);
      }
    }
  }

  private static int pair(char first, char second) {
    return first << 16 | second;
  }

  private static int bytes(int distance) {
    return Math.max(1, (38 - Integer.numberOfLeadingZeros(distance)) / 7);
  }

  private static int write(byte[] to, int at, int distance) {
    int left = distance;
    int end = at;
    while (left >= 0x80) {
      to[end++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    to[end++] = (byte) left;
    return end;
  }

  /// How many titles hold the pair of characters that begins here.
  int count(String word, int at) {
    int i = Arrays.binarySearch(pairs, pair(word.charAt(at), word.charAt(at + 1)));
    return i < 0 ? 0 : counts[i];
  }

  /// The titles that hold the pair of characters that begins here, in order.
  int[] holders(String word, int at) {
    int i = Arrays.binarySearch(pairs, pair(word.charAt(at), word.charAt(at + 1)));
    if (i < 0) {
      return NONE;
    }
    int[] orders = new int[counts[i]];
    int from = offsets[i];
    int order = -1;
    for (int n = 0; n < orders.length; n++) {
      int shift = 0;
      int distance = 0;
      int part;
      do {
        part = distances[from++];
        distance |= (part & 0x7f) << shift;
        shift += 7;
      } while (part < 0);
      order += distance;
      orders[n] = order;
    }
    return orders;
  }

  /// Pairs with how many titles hold them, in a table that grows.
  private static final class Counting {

    private int[] keys = new int[1 << 12];
    private int[] last = new int[1 << 12];
    private int[] counts = new int[1 << 12];
    private int[] bytes = new int[1 << 12];
    private int used;

    void count(int pair, int order) {
      int slot = slot(pair);
      if (keys[slot] == 0) {
        if (used * 2 >= keys.length) {
          grow();
          slot = slot(pair);
        }
        keys[slot] = pair;
        last[slot] = -1;
        used++;
      }
      if (last[slot] != order) {
        bytes[slot] += TitleGrams.bytes(order - last[slot]);
        counts[slot]++;
        last[slot] = order;
      }
    }

    /// Where the pair stands, or the free place for it; no pair is 0.
    int slot(int pair) {
      int mask = keys.length - 1;
      int slot = (pair * 0x9E3779B9 >>> 8) & mask;
      while (keys[slot] != 0 && keys[slot] != pair) {
        slot = slot + 1 & mask;
      }
      return slot;
    }

    private void grow() {
      int[] oldKeys = keys;
      int[] oldLast = last;
      int[] oldCounts = counts;
      int[] oldBytes = bytes;
      keys = new int[oldKeys.length * 2];
      last = new int[keys.length];
      counts = new int[keys.length];
      bytes = new int[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          last[slot] = oldLast[i];
          counts[slot] = oldCounts[i];
          bytes[slot] = oldBytes[i];
        }
      }
    }

    int[] sortedPairs() {
      return Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
    }
  }
}
