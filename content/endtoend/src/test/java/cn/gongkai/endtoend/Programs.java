package cn.gongkai.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The project's programs and the tools of the machine, as processes.
final class Programs {

  private static final Path ROOT = Path.of(System.getProperty("gongkai.root"));

  private Programs() {}

  static Path root() {
    return ROOT;
  }

  /// What a program that ended has said.
  record Ended(int code, String output) {}

  static Ended desk(String... arguments) {
    return run(deskCommand(arguments));
  }

  /// With the network that finds by meaning, as the front door starts a search.
  static Ended search(Path network, Path runtime, String... arguments) {
    List<String> command = deskCommand(arguments);
    int classes = command.indexOf("-cp") + 1;
    command.set(classes, command.get(classes) + ":" + runtime.resolve("onnxruntime.jar"));
    command.add(1, "-Dgongkai.meaning=" + network);
    command.add(1, "-Dgongkai.ink=" + runtime);
    return run(command);
  }

  static Process startDesk(Path log, String... arguments) {
    try {
      return new ProcessBuilder(deskCommand(arguments))
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ended agent(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-jar");
    command.add(ROOT.resolve("sync-agent/target/quarkus-app/quarkus-run.jar").toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /// The page at an address as a phone's browser has it after its scripts ran.
  static String browse(String address) {
    return run(List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + temporaryFolder(),
            "--window-size=390,844",
            "--virtual-time-budget=2000",
            "--dump-dom",
            address))
        .output();
  }

  /// The code in a picture as zbar reads it.
  static String zbar(Path picture) {
    return run(List.of("zbarimg", "-q", "--raw", picture.toString())).output();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> deskCommand(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(
        ROOT.resolve("content/desk/target/gongkai-desk.jar")
            + ":"
            + ROOT.resolve("content/desk/target/lib")
            + "/*");
    command.add("cn.gongkai.desk.cli.Desk");
    command.addAll(List.of(arguments));
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Ended run(List<String> command) {
    try {
      Path output = Files.createTempFile("program", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(!command.getFirst().equals("chromium"))
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(180, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("not ended after three minutes: " + command);
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("chromium");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
