package cn.gongkai.content.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The packaged agent as processes that are ended by SIGKILL at random moments of their work.
///
/// Their machine starts from a cache of its classes, made by a run of its own, and finds SQLite's
/// library unpacked: what a kill costs is work of the agent. The moment is drawn from when the
/// agent takes the terminal's lock on, so none is wasted on the start of the machine and all of the
/// work is met: looking the store through, fetching, applying, keeping trust, purging, receipts.
/// How long that work is follows from the runs, so that about one in seven is quicker than its
/// kill.
final class KilledAgent {

  private static final String LOCK = "content.lock";
  private static final int WAITS_FOR_THE_LOCK = 24_000;
  private static final int LOOK_MILLIS = 5;
  private static final int SLICE_MILLIS = 50;

  /// A wait that took so much longer than asked for was a pause of the whole group of processes.
  private static final int PAUSE_MILLIS = 3_000;

  private static final double LONGER = 1.02;
  private static final double SHORTER = 0.87;
  private static final int WORK_MILLIS_MIN = 30;
  private static final int WORK_MILLIS_MAX = 20_000;

  private final Path jar;
  private final Path folder;
  private final Random random;
  private double workMillis = 800;
  private boolean paused;

  /// What became of a process.
  enum End {
    KILLED,
    /// It came to its end before its kill.
    BY_ITSELF,
    /// It gave up after the whole group had been stopped for a while, which is no fault of its own.
    DISTURBED
  }

  /// @param jar the built `quarkus-run.jar`
  /// @param folder for its log, its library and the cache of classes
  KilledAgent(Path jar, Path folder, Random random) {
    this.jar = jar;
    this.folder = folder;
    this.random = random;
  }

  private Path cache() {
    return folder.resolve("agent.aot");
  }

  private Path log() {
    return folder.resolve("agent.log");
  }

  /// Runs to the end once, and keeps the classes that took.
  void rehearse(String site, Path terminal) throws IOException, InterruptedException {
    endWell(start(List.of("-XX:AOTCacheOutput=" + cache()), site, terminal));
  }

  /// Runs to the end once.
  void finish(String site, Path terminal) throws IOException, InterruptedException {
    endWell(start(List.of("-XX:AOTCache=" + cache()), site, terminal));
  }

  private void endWell(Process process) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IOException("the agent ended with " + process.exitValue() + ": " + said());
    }
  }

  /// Runs it once, for a random part of its work.
  ///
  /// @param asked whether the site has been asked for something
  End run(String site, Path terminal, BooleanSupplier asked)
      throws IOException, InterruptedException {
    Process process = start(List.of("-XX:AOTCache=" + cache()), site, terminal);
    paused = false;
    for (int i = 0; i < WAITS_FOR_THE_LOCK && !isAtWork(process, terminal, asked); i++) {
      await(process, LOOK_MILLIS);
    }
    double left = random.nextDouble() * workMillis;
    while (left > 0 && process.isAlive()) {
      left -= await(process, (int) Math.ceil(Math.min(left, SLICE_MILLIS)));
    }
    if (process.isAlive()) {
      process.destroyForcibly().waitFor();
      workMillis = Math.min(WORK_MILLIS_MAX, workMillis * LONGER);
      return End.KILLED;
    }
    workMillis = Math.max(WORK_MILLIS_MIN, workMillis * SHORTER);
    if (process.exitValue() == 0) {
      return End.BY_ITSELF;
    }
    if (paused) {
      return End.DISTURBED;
    }
    throw new IOException("the agent ended with " + process.exitValue() + ": " + said());
  }

  private Process start(List<String> options, String site, Path terminal) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Djava.io.tmpdir=" + folder,
            "-Dorg.sqlite.lib.path=" + SqliteLibrary.in(folder),
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "--site", site));
    command.addAll(List.of("--terminal", terminal.toString(), "--once"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  /// @return milliseconds, without those of a pause
  private double await(Process process, int millis) throws InterruptedException {
    long began = System.nanoTime();
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    double took = (System.nanoTime() - began) / 1e6;
    paused |= took > millis + PAUSE_MILLIS;
    return Math.min(took, millis + PAUSE_MILLIS);
  }

  private static boolean isAtWork(Process process, Path terminal, BooleanSupplier asked) {
    if (!process.isAlive() || asked.getAsBoolean()) {
      return true;
    }
    Path lock = terminal.resolve(LOCK).toAbsolutePath();
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return open.anyMatch(file -> leadsTo(file, lock));
    } catch (IOException e) {
      return false; // it has just ended, or this is not Linux: the first request tells then
    }
  }

  private static boolean leadsTo(Path file, Path lock) {
    try {
      return Files.readSymbolicLink(file).equals(lock);
    } catch (IOException e) {
      return false; // closed in the meantime
    }
  }

  private String said() throws IOException {
    String said = Files.readString(log());
    return said.substring(Math.max(0, said.length() - 2_000));
  }
}
