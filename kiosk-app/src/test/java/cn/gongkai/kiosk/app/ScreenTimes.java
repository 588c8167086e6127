package cn.gongkai.kiosk.app;

import cn.gongkai.content.model.Item;
import cn.gongkai.kiosk.data.Outline;
import cn.gongkai.kiosk.nav.Route;
import cn.gongkai.kiosk.reading.Fx;
import cn.gongkai.kiosk.theme.Panel;
import cn.gongkai.kiosk.theme.TextSize;
import cn.gongkai.kiosk.theme.Theme;
import cn.gongkai.kiosk.ui.KineticList;
import cn.gongkai.testkit.ManualClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javafx.scene.Node;
import javax.management.JMException;
import javax.management.ObjectName;

/// Prints how long each screen takes from the touch to the laid-out page, how long a frame of a
/// scrolled list takes, and what is in memory through a day of use: `ScreenTimes TERMINAL
/// [OPENINGS]`. A program, not a test: times depend on the machine. Painting is not in it, since a
/// machine without a display paints in software.
final class ScreenTimes {

  private static final long SEED = 20231122L;
  private static final int ROUNDS = 20;
  private static final int FRAMES = 600;
  private static final int STRETCHES = 5;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final SampleKiosk kiosk;
  private final List<TourStop> stops;

  private ScreenTimes(SampleKiosk kiosk, List<TourStop> stops) {
    this.kiosk = kiosk;
    this.stops = stops;
  }

  public static void main(String[] arguments) {
    Fx.start();
    int openings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
    ManualClock clock = ManualClock.at("2026-11-23T01:30:00Z");
    ScreenTimes times =
        Fx.on(
            () -> {
              SampleKiosk kiosk =
                  new SampleKiosk(
                      Path.of(arguments[0]),
                      clock,
                      Panel.portrait43(),
                      TextSize.NORMAL,
                      Theme.PAPER);
              return new ScreenTimes(kiosk, stops(kiosk));
            });
    times.openings();
    times.typing();
    times.frames();
    times.day(openings);
    System.exit(0);
  }

  private static List<TourStop> stops(SampleKiosk kiosk) {
    List<TourStop> stops = new ArrayList<>();
    Terminal terminal = kiosk.terminal();
    terminal
        .catalogue()
        .load(
            terminal.catalogue().lane(),
            TourPlan::itemsOfEachKind,
            (Map<String, Item> items) -> {
              Outline outline = terminal.catalogue().outline().orElseThrow();
              stops.addAll(TourPlan.of(terminal, outline, items));
            },
            fault -> {
              throw new IllegalStateException(fault.toString());
            });
    return stops;
  }

  private void openings() {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    List<Double> all = new ArrayList<>();
    for (int round = -3; round < ROUNDS; round++) {
      for (TourStop stop : stops) {
        double took = Fx.on(() -> open(stop));
        if (round >= 0) {
          times.computeIfAbsent(stop.name(), name -> new ArrayList<>()).add(took);
          all.add(took);
        }
      }
    }
    times.forEach((name, took) -> print("open " + name, took));
    print("open all", all);
  }

  private double open(TourStop stop) {
    kiosk.terminal().session().reset();
    long began = CPU.getCurrentThreadCpuTime();
    stop.go().run();
    layoutOnce();
    return (CPU.getCurrentThreadCpuTime() - began) / 1e6;
  }

  /// As a frame does it.
  private void layoutOnce() {
    kiosk.terminal().canvas().canvas().applyCss();
    kiosk.terminal().canvas().canvas().layout();
  }

  private void typing() {
    List<Double> times = new ArrayList<>();
    String letters = "abcdefghijklmnopqrstuvwxyz";
    Random random = new Random(SEED);
    for (int word = 0; word < 60; word++) {
      Fx.on(
          () -> {
            kiosk.terminal().navigator().reset(new Route.Search(""));
            kiosk.layout();
            for (int i = 0; i < 5; i++) {
              String key = String.valueOf(letters.charAt(random.nextInt(letters.length())));
              long began = CPU.getCurrentThreadCpuTime();
              kiosk.press(key);
              times.add((CPU.getCurrentThreadCpuTime() - began) / 1e6);
            }
            return true;
          });
    }
    print("key with search, suggestions and layout, one thread", times);
  }

  private void frames() {
    List<Double> times = new ArrayList<>();
    Fx.on(
        () -> {
          kiosk.terminal().navigator().reset(new Route.Newest());
          kiosk.layout();
          return true;
        });
    for (int i = 0; i < FRAMES; i++) {
      double step = i / 100 % 2 == 0 ? 60 : -60;
      times.add(
          Fx.on(
              () -> {
                Node found = kiosk.terminal().canvas().canvas().lookup(".kinetic-list");
                long began = CPU.getCurrentThreadCpuTime();
                ((KineticList<?>) found).moveBy(step);
                layoutOnce();
                return (CPU.getCurrentThreadCpuTime() - began) / 1e6;
              }));
    }
    print("frame of a scrolled list", times);
  }

  private void day(int openings) {
    Random random = new Random(SEED);
    System.out.printf(Locale.ROOT, "heap before the day %.1f MB%n", heap());
    for (int stretch = 1; stretch <= STRETCHES; stretch++) {
      for (int i = 0; i < openings / STRETCHES; i++) {
        TourStop stop = stops.get(random.nextInt(stops.size()));
        Fx.on(
            () -> {
              stop.go().run();
              kiosk.layout();
              if (random.nextInt(8) == 0) {
                kiosk.terminal().session().reset();
              }
              return true;
            });
      }
      Fx.on(
          () -> {
            kiosk.terminal().session().reset();
            kiosk.layout();
            return true;
          });
      System.out.printf(
          Locale.ROOT,
          "heap after %d openings %.1f MB%n",
          stretch * (openings / STRETCHES),
          heap());
    }
  }

  /// What can still be reached, in MB: the sum of a class histogram, which collects first.
  private static double heap() {
    try {
      String histogram =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      String[] total = histogram.substring(histogram.lastIndexOf("Total")).trim().split(" +");
      return Long.parseLong(total[2]) / 1048576.0;
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String name, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-60s p50 %6.1f ms, p95 %6.1f ms, worst %6.1f ms%n",
        name,
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
        sorted.getLast());
  }
}
