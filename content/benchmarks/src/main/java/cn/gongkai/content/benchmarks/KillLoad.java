package cn.gongkai.content.benchmarks;

import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.StoreCheck;
import cn.gongkai.content.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Kills the real agent at random moments, thousands of times, and looks at the terminal after it.
///
/// Usage: `KillLoad AGENT_JAR SITE TERMINAL KILLS [SEED]`, where AGENT_JAR is the built
/// `quarkus-run.jar` and SITE a URL or a folder. Half of the runs begin with an empty terminal: a
/// terminal that is up to date has little left to be killed at. Exit code 1 at the first fault.
public final class KillLoad {

  private static final int RUN_MILLIS = 8_000;

  private final Path agent;
  private final String site;
  private final Path terminal;
  private final Random random;
  private long sequence;

  private KillLoad(Path agent, String site, Path terminal, long seed) {
    this.agent = agent;
    this.site = site;
    this.terminal = terminal;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 4) {
      System.err.println("usage: KillLoad AGENT_JAR SITE TERMINAL KILLS [SEED]");
      System.exit(2);
    }
    long seed = args.length > 4 ? Long.parseLong(args[4]) : System.nanoTime();
    System.out.println("seed " + seed);
    KillLoad load = new KillLoad(Path.of(args[0]), args[1], Path.of(args[2]), seed);
    System.exit(load.run(Integer.parseInt(args[3])) ? 0 : 1);
  }

  private boolean run(int kills) throws IOException, InterruptedException {
    int done = 0;
    int finished = 0;
    while (done < kills) {
      if (sequence > 0 && random.nextBoolean()) {
        delete(terminal);
        sequence = 0;
      }
      if (runOnce()) {
        finished++;
      } else {
        done++;
      }
      List<String> faults = faults();
      if (!faults.isEmpty()) {
        System.out.println("after " + done + " kills: " + faults);
        return false;
      }
      if (done % 100 == 0) {
        System.out.println(done + " kills, " + finished + " runs were quicker, no fault");
      }
    }
    return true;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// @return true where it was quicker than the kill
  private boolean runOnce() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                agent.toString(),
                "--site",
                site,
                "--terminal",
                terminal.toString(),
                "--once")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor(1 + random.nextInt(RUN_MILLIS), TimeUnit.MILLISECONDS)) {
      return true;
    }
    process.destroyForcibly().waitFor();
    return false;
  }

  private List<String> faults() {
    if (!Files.exists(terminal.resolve("content.sqlite"))) {
      return List.of();
    }
    StoreCheck check = StoreCheck.of(terminal, StoreCheck.Depth.QUICK);
    List<String> faults =
        check.problems().stream()
            .filter(problem -> sequence > 0 || !problem.code().equals("STORE-MISSING"))
            .map(Object::toString)
            .toList();
    if (!faults.isEmpty() || !check.isSound()) {
      return faults;
    }
    try (ContentReader reader = ContentReader.open(terminal)) {
      long now =
          reader.state().heads().stream()
              .filter(head -> head.channel().equals(Channel.COUNTY))
              .mapToLong(ChannelHead::sequence)
              .findFirst()
              .orElse(0);
      if (now < sequence) {
        return List.of("the head went from " + sequence + " back to " + now);
      }
      sequence = now;
      return List.of();
    } catch (StoreException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
