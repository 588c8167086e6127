package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What a fleet asks of a web server. Each terminal polls `timestamp.json` once in a period, at a
/// moment of its own, over a connection of its own, and with the tag of what it has; half-way a
/// release comes out, and a share of the terminals that see it fetch the day's change.
///
/// Arguments: terminals (40000), seconds into which a period is pressed (60), share of terminals
/// that fetch, in percent (1), URL (by default nginx is started on loopback over a small site). A
/// period of 15 minutes pressed into 60 s is 15 times the load of a fleet that size.
public final class FleetLoad {

  private static final int CONNECTIONS = 128;
  private static final int INTERVALS = 6;
  private static final int PERIOD_SECONDS = 15 * 60;

  private final Fleet fleet;
  private final PrintWriter out;
  private final SplittableRandom random = new SplittableRandom(42);

  /// @param seconds into which a period is pressed
  /// @param percent of the terminals that see the release and fetch it
  record Fleet(int terminals, int seconds, int percent) {}

  FleetLoad(Fleet fleet, PrintWriter out) {
    this.fleet = fleet;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    int terminals = args.length > 0 ? Integer.parseInt(args[0]) : 40_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int percent = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    Path folder = Files.createTempDirectory("fleet-load");
    Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Nginx nginx = Nginx.start(folder)) {
      FleetSite site = FleetSite.publish(folder, 300);
      new FleetLoad(new Fleet(terminals, seconds, percent), out).run(site, nginx.port(), nginx);
    }
  }

  /// What the server answered in all.
  record Summary(long requests, long unchanged, long failures) {

    Summary plus(FleetTally.Sum sum) {
      return new Summary(
          requests + sum.requests(), unchanged + sum.unchanged(), failures + sum.failures());
    }
  }

  /// @param meter of the server's processor time
  Summary run(FleetSite site, int port, ServerMeter meter)
      throws IOException, InterruptedException {
    out.printf(
        "%d terminals, a period of %d s pressed into %d s, %d %% fetch a change of %d files%n%n",
        fleet.terminals(), PERIOD_SECONDS, fleet.seconds(), fleet.percent(), site.day().size());
    out.println(
        "| s | requests/s | MB/s | 304 % | p50 ms | p99 ms | failures | server's processor % |");
    out.println("|---|---|---|---|---|---|---|---|");
    long[] due = moments();
    FleetTally tally = new FleetTally();
    FleetClient client = new FleetClient(port, tally);
    String old = client.get("/metadata/timestamp.json", "").tag();
    tally.take();
    Semaphore connections = new Semaphore(CONNECTIONS);
    long begun = System.nanoTime();
    double used = meter.processorSeconds();
    int next = 0;
    Summary all = new Summary(0, 0, 0);
    try (ExecutorService terminals = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int interval = 1; interval <= INTERVALS; interval++) {
        long end = begun + TimeUnit.SECONDS.toNanos(fleet.seconds()) * interval / INTERVALS;
        while (next < due.length && begun + due[next] < end) {
          LockSupport.parkNanos(begun + due[next] - System.nanoTime());
          connections.acquire();
          boolean fetches = random.nextInt(100) < fleet.percent();
          terminals.execute(
              () -> {
                try {
                  poll(client, old, fetches ? site.day() : List.of());
                } finally {
                  connections.release();
                }
              });
          next++;
        }
        LockSupport.parkNanos(end - System.nanoTime());
        double now = meter.processorSeconds();
        FleetTally.Sum sum = tally.take();
        all = all.plus(sum);
        print(interval, sum, now - used);
        used = now;
        if (interval == INTERVALS / 2) {
          site.release();
        }
      }
    }
    return all.plus(tally.take());
  }

  /// The moments of the terminals within the period, in order.
  private long[] moments() {
    long period = TimeUnit.SECONDS.toNanos(fleet.seconds());
    return random.longs(fleet.terminals(), 0, period).sorted().toArray();
  }

  private static void poll(FleetClient client, String known, List<String> day) {
    FleetClient.Answer answer = client.get("/metadata/timestamp.json", known);
    if (answer.status() == 200) {
      day.forEach(file -> client.get(file, ""));
    }
  }

  private void print(int interval, FleetTally.Sum sum, double processor) {
    double seconds = fleet.seconds() / (double) INTERVALS;
    out.printf(
        "| %.0f | %.0f | %.2f | %.1f | %.2f | %.2f | %d | %.1f |%n",
        interval * seconds,
        sum.requests() / seconds,
        sum.bytes() / seconds / 1e6,
        sum.requests() == 0 ? 0 : 100.0 * sum.unchanged() / sum.requests(),
        sum.millisAt(0.50),
        sum.millisAt(0.99),
        sum.failures(),
        100 * processor / seconds);
  }
}
