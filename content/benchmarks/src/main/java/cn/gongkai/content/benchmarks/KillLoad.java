package cn.gongkai.content.benchmarks;

import cn.gongkai.content.release.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// `./gongkai bench kill N`: kills the packaged agent N times at random moments of its work and
/// looks at the terminal after each, see [KillRun].
///
/// Usage: `KillLoad AGENT_JAR KILLS [--dir DIR] [--seed N] [--lanes N]`. With a folder, a run that
/// was stopped goes on where it was; several lanes are several terminals at once. Exit code 1 at
/// the first fault; the folder stays then.
public final class KillLoad {

  private final Path agent;
  private final int kills;
  private final Path folder;
  private final long seed;
  private final KillProgress progress;
  private final AtomicBoolean failed = new AtomicBoolean();

  private KillLoad(Path agent, int kills, Path folder, long seed) throws IOException {
    this.agent = agent;
    this.kills = kills;
    this.folder = folder;
    this.seed = seed;
    this.progress = KillProgress.in(folder.resolve("progress"));
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 2 || args.length % 2 != 0) {
      System.err.println("usage: KillLoad AGENT_JAR KILLS [--dir DIR] [--seed N] [--lanes N]");
      System.exit(2);
    }
    String dir = option(args, "--dir", "");
    Path folder = dir.isEmpty() ? Files.createTempDirectory("kill-load") : Path.of(dir);
    Files.createDirectories(folder);
    long seed = Long.parseLong(option(args, "--seed", Long.toString(System.nanoTime())));
    int lanes = Integer.parseInt(option(args, "--lanes", "1"));
    KillLoad load =
        new KillLoad(Path.of(args[0]), Integer.parseInt(args[1]), folder.toAbsolutePath(), seed);
    if (!load.run(lanes)) {
      System.exit(1);
    }
    if (dir.isEmpty()) {
      Folders.delete(folder);
    }
  }

  private static String option(String[] args, String name, String otherwise) {
    for (int i = 2; i + 1 < args.length; i += 2) {
      if (args[i].equals(name)) {
        return args[i + 1];
      }
    }
    return otherwise;
  }

  /// @return false where there was a fault
  private boolean run(int lanes) throws InterruptedException, ExecutionException {
    System.out.printf(
        "seed %d, %d lanes, in %s, %d kills before%n", seed, lanes, folder, progress.before());
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(lanes)) {
      for (int lane = 0; lane < lanes; lane++) {
        int number = lane;
        running.add(
            executor.submit(
                () -> {
                  runLane(number);
                  return number;
                }));
      }
      for (Future<?> lane : running) {
        lane.get();
      }
    }
    return !failed.get();
  }

  private void runLane(int lane) throws IOException, InterruptedException, ReleaseException {
    long its = seed + progress.before() + lane;
    Path place = folder.resolve("lane-" + lane);
    try (KillRun run = new KillRun(agent, place, its)) {
      int quicker = 0;
      int damages = 0;
      while (progress.kills() < kills && !failed.get()) {
        List<String> faults = run.kill();
        if (!faults.isEmpty()) {
          failed.set(true);
          System.out.printf(
              "fault after %d kills, in %s, seed %d: %s%n", progress.kills(), place, its, faults);
          return;
        }
        String said = progress.killed(run.finished() - quicker, run.damages() - damages, kills);
        quicker = run.finished();
        damages = run.damages();
        if (!said.isEmpty()) {
          System.out.println(said);
        }
      }
    } catch (IOException | ReleaseException | RuntimeException e) {
      failed.set(true);
      throw e;
    }
  }
}
