package cn.gongkai.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the program ends: in a process of its own, because JavaFX starts once in a process only.
class KioskEndTest {

  private static final String LEFT = "still running: ";
  private static final int SECONDS_MAX = 120;

  @TempDir Path folder;

  /// Runs the program and then names what JavaFX has left running. A thread that still paints while
  /// the process ends fails with a stack trace, sometimes.
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      int code = Kiosk.run(out, arguments);
      Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(name -> name.startsWith("JavaFX Application") || name.startsWith("QuantumRend"))
          .forEach(name -> out.println(LEFT + name));
      System.exit(code);
    }
  }

  @Test
  void afterATourJavaFxHasEndedBeforeTheProcessDoes() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                "--terminal",
                folder.resolve("terminal").toString(),
                "--tour",
                folder.resolve("pictures").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("out.txt"))
          .content()
          .contains("3 pictures in", "0 failed")
          .doesNotContain(LEFT)
          .doesNotContain("Exception", "\tat ");
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
