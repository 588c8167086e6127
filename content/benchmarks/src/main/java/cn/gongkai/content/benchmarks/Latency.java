package cn.gongkai.content.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/// What a number of calls took, in milliseconds on the wall and of the calling thread's processor,
/// and how many of them found what was asked for.
///
/// @param found share from 0 to 1
record Latency(double[] wall, double[] processor, double found) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// @param calls each answers with how much it found
  static Latency of(List<? extends Callable<Integer>> calls) throws Exception {
    double[] wall = new double[calls.size()];
    double[] processor = new double[calls.size()];
    int found = 0;
    for (int i = 0; i < wall.length; i++) {
      long spent = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      found += calls.get(i).call() > 0 ? 1 : 0;
      wall[i] = (System.nanoTime() - start) / 1e6;
      processor[i] = (THREADS.getCurrentThreadCpuTime() - spent) / 1e6;
    }
    Arrays.sort(wall);
    Arrays.sort(processor);
    return new Latency(wall, processor, found / (double) Math.max(1, wall.length));
  }

  static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  /// `p50 / p95 / p99`.
  static String describe(double[] sorted) {
    return "%.1f / %.1f / %.1f".formatted(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
  }
}
