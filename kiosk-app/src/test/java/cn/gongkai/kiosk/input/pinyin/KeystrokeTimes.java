package cn.gongkai.kiosk.input.pinyin;

import cn.gongkai.kiosk.input.pinyin.Engines.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Prints how much processor time a keystroke takes, what the lexicon weighs and how long it loads.
/// A program, not a test: times depend on the machine.
final class KeystrokeTimes {

  private static final int WARM = 3;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private KeystrokeTimes() {}

  public static void main(String[] arguments) throws Exception {
    long before = heap();
    long began = System.nanoTime();
    Lexicon lexicon = Engines.packaged().orElseThrow();
    double load = (System.nanoTime() - began) / 1e6;
    PinyinEngine engine = PinyinEngine.of(lexicon, Engines.ALL, DecoderLimits.DEFAULT);
    System.out.printf(
        Locale.ROOT,
        "%d words, load %.0f ms, heap %.1f MB with the spelling tables%n",
        lexicon.words(),
        load,
        (heap() - before) / 1048576.0);
    PinyinEngine home = engine.with(Engines.site(lexicon.syllables()));
    times("full pinyin", home, Layout.LETTERS, "general.tsv", Row::whole);
    times("accented", home, Layout.LETTERS, "accented.tsv", Row::whole);
    times("initials", home, Layout.LETTERS, "site.tsv", Row::initials);
    times("nine keys", home, Layout.NINE_KEYS, "general.tsv", nine(Row::whole));
    times("nine keys, initials", home, Layout.NINE_KEYS, "site.tsv", nine(Row::initials));
    for (String worst : List.of("9", "7", "94", "4")) {
      worst("nine keys", home, Layout.NINE_KEYS, worst);
    }
    for (String worst : List.of("s", "y", "zhs", "xian", "jx")) {
      worst("letters", home, Layout.LETTERS, worst);
    }
  }

  private static Function<Row, String> nine(Function<Row, String> letters) {
    return row -> Layout.NINE_KEYS.typed(letters.apply(row));
  }

  private static void times(
      String label, PinyinEngine engine, Layout layout, String file, Function<Row, String> typed) {
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < WARM; round++) {
      times.clear();
      for (Row row : Engines.rows(file)) {
        String input = typed.apply(row);
        for (int k = 1; k <= input.length(); k++) {
          times.add(time(engine, layout, input.substring(0, k)));
        }
      }
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-22s %5d keystrokes: p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
        label,
        times.size(),
        times.get(times.size() / 2),
        times.get(times.size() * 99 / 100),
        times.getLast());
  }

  private static void worst(String label, PinyinEngine engine, Layout layout, String piece) {
    double slowest = 0;
    String input = piece.repeat(100).substring(0, DecoderLimits.DEFAULT.inputMax());
    for (int k = 1; k <= input.length(); k++) {
      slowest = Math.max(slowest, time(engine, layout, input.substring(0, k)));
    }
    System.out.printf(
        Locale.ROOT,
        "%s, up to %d keys of '%s': worst %.1f ms%n",
        label,
        input.length(),
        piece,
        slowest);
  }

  private static double time(PinyinEngine engine, Layout layout, String input) {
    long began = CPU.getCurrentThreadCpuTime();
    engine.decode(input, layout);
    return (CPU.getCurrentThreadCpuTime() - began) / 1e6;
  }

  private static long heap() {
    for (int k = 0; k < 4; k++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
