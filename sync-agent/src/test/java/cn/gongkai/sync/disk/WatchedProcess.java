package cn.gongkai.sync.disk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The agent in a process of its own behind `diskwatch.c`, see `WatchedAgent`.
public final class WatchedProcess implements AutoCloseable {

  private static final String MAIN = "cn.gongkai.sync.cli.WatchedAgent";

  private final Path folder;
  private final Process process;
  private final Writer lines;
  private final BufferedReader answers;

  /// What is to fail.
  ///
  /// @param from the first request, 0 for none
  /// @param times how many
  /// @param error number of the system's error
  /// @param kinds a bit each
  public record Fault(int from, int times, int error, int kinds) {
    public static final Fault NONE = new Fault(0, 0, 0, DiskWatch.EVERYTHING);
    private static final int EIO = 5;
    private static final int ENOSPC = 28;

    /// A disk without a free block.
    public static Fault full(int from, int times) {
      return new Fault(from, times, ENOSPC, DiskWatch.NEEDS_ROOM);
    }

    /// A disk that fails at whatever it is asked.
    public static Fault broken(int from, int times) {
      return new Fault(from, times, EIO, DiskWatch.EVERYTHING);
    }
  }

  /// What became of a run.
  ///
  /// @param code exit code
  /// @param requests of the kinds that may fail
  /// @param failures how many failed
  /// @param said the last line of the command
  public record Ran(int code, int requests, int failures, String said) {}

  /// @param folder for the library, the log and what is recorded
  public WatchedProcess(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
    builder.environment().put(DiskWatch.PRELOAD, DiskWatch.compile(folder).toString());
    process = builder.redirectError(folder.resolve("agent.log").toFile()).start();
    lines = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Runs the agent once.
  public Ran sync(Path site, Path terminal, Instant now, Fault fault) throws IOException {
    String line =
        String.join(
            "\t",
            site.toString(),
            terminal.toString(),
            now.toString(),
            folder.resolve("recorded").toString(),
            fault.from() + "\t" + fault.times() + "\t" + fault.error() + "\t" + fault.kinds());
    lines.write(line + "\n");
    lines.flush();
    for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
      String[] words = answer.split("\t", 5);
      if (words[0].equals("done")) {
        return new Ran(
            Integer.parseInt(words[1]),
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]),
            words[4]);
      }
    }
    throw new IOException("the agent has ended: " + log());
  }

  /// What the last run has asked of the disk.
  public List<Op> recorded() throws IOException {
    return Recording.read(folder.resolve("recorded"));
  }

  /// What it has logged.
  public String log() throws IOException {
    String all = Files.readString(folder.resolve("agent.log"));
    return all.substring(Math.max(0, all.length() - 4_000));
  }

  @Override
  public void close() throws IOException {
    lines.close();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
