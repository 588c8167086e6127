package cn.gongkai.kiosk.input.ink;

import cn.gongkai.kiosk.input.ink.InkSets.Sample;
import cn.gongkai.kiosk.input.ink.train.Glyph;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Prints how long the reading after a stroke takes, and what the handwriting weighs on disk and in
/// memory. A program, not a test: times depend on the machine.
final class InkTimes {

  private static final long SEED = 3;
  private static final int CHARACTERS = 150;
  private static final int WARM = 2;

  private InkTimes() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = InkSets.packaged().orElseThrow();
    List<Glyph> copybook = InkSets.copybook(folder);
    InkModel forDraw = InkModelFile.read(folder.resolve(InkModelFile.NAME));
    List<Sample> samples =
        InkSets.written(InkSets.usual(copybook, forDraw, CHARACTERS, SEED), InkSets.CLEAN, SEED);
    copybook = List.of();
    forDraw = null;
    long heap = heap();
    InkModel model = InkModelFile.read(folder.resolve(InkModelFile.NAME));
    InkRecogniser alone = InkRecogniser.of(model, InkLimits.DEFAULT);
    System.out.printf(
        Locale.ROOT,
        "model %d bytes, heap %.1f MB%n",
        Files.size(folder.resolve(InkModelFile.NAME)),
        (heap() - heap) / 1048576.0);
    times("classifier", alone, samples);
    long resident = resident();
    long began = System.nanoTime();
    InkRecogniser both = InkRecogniser.open(folder, InkLimits.DEFAULT);
    System.out.printf(
        Locale.ROOT,
        "%s opens in %.0f ms, resident %+d kB%n",
        both.description(),
        (System.nanoTime() - began) / 1e6,
        resident() - resident);
    times("both", both, samples);
    System.out.printf(Locale.ROOT, "after the readings: resident %+d kB%n", resident() - resident);
  }

  private static void times(String label, InkRecogniser recogniser, List<Sample> samples) {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < WARM; round++) {
      times.clear();
      for (Sample sample : samples) {
        Ink ink = Ink.NONE;
        for (Stroke stroke : sample.ink().strokes()) {
          ink = ink.plus(stroke);
          long from = System.nanoTime();
          recogniser.read(ink);
          times.add((System.nanoTime() - from) / 1e6);
        }
      }
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: %d readings, p50 %.1f ms, p95 %.1f ms, worst %.1f ms%n",
        label,
        times.size(),
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.getLast());
  }

  private static long heap() {
    for (int k = 0; k < 4; k++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// Resident memory of the process in kB.
  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
