package cn.gongkai.content.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./gongkai bench kill N`: kills the packaged agent N times at random moments of its work and
/// looks at the terminal after each, see [KillRun].
///
/// Usage: `KillLoad AGENT_JAR KILLS [SEED]`. Exit code 1 at the first fault; the folder stays then.
public final class KillLoad {

  private static final int SAY_EVERY = 100;

  private KillLoad() {}

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: KillLoad AGENT_JAR KILLS [SEED]");
      System.exit(2);
    }
    int kills = Integer.parseInt(args[1]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
    Path folder = Files.createTempDirectory("kill-load");
    System.out.println("seed " + seed + ", in " + folder);
    long began = System.nanoTime();
    try (KillRun run = new KillRun(Path.of(args[0]), folder, seed)) {
      for (int kill = 1; kill <= kills; kill++) {
        List<String> faults = run.kill();
        if (!faults.isEmpty()) {
          System.out.println("after " + kill + " kills: " + faults);
          System.exit(1);
        }
        if (kill % SAY_EVERY == 0 || kill == kills) {
          System.out.printf(
              "%d kills, %d runs were quicker, no fault, %d s%n",
              kill, run.finished(), (System.nanoTime() - began) / 1_000_000_000);
        }
      }
    }
    Folders.delete(folder);
  }
}
