package cn.gongkai.content.benchmarks;

import java.util.Arrays;

/// Counts the answers of an interval. Thread-safe.
final class FleetTally {

  private static final int FIRST = 1 << 14;

  private long[] nanos = new long[FIRST];
  private int requests;
  private int unchanged;
  private int failures;
  private long bytes;

  /// @param nanos sorted times from connecting to the last byte
  record Sum(long[] nanos, int unchanged, int failures, long bytes) {

    int requests() {
      return nanos.length;
    }

    double millisAt(double share) {
      return nanos.length == 0
          ? 0
          : nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
    }
  }

  synchronized void answered(long took, int status, long received) {
    if (requests == nanos.length) {
      nanos = Arrays.copyOf(nanos, nanos.length * 2);
    }
    nanos[requests++] = took;
    unchanged += status == 304 ? 1 : 0;
    failures += status == 200 || status == 304 ? 0 : 1;
    bytes += received;
  }

  /// What was counted since the last time.
  synchronized Sum take() {
    long[] sorted = Arrays.copyOf(nanos, requests);
    Arrays.sort(sorted);
    Sum sum = new Sum(sorted, unchanged, failures, bytes);
    requests = 0;
    unchanged = 0;
    failures = 0;
    bytes = 0;
    return sum;
  }
}
