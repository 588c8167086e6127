package cn.gongkai.kiosk.input.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxReaderTest {

  private static final int SECONDS_MAX = 120;

  @TempDir Path temp;

  /// A process of its own: ONNX Runtime looks at the machine once in a process, and where that
  /// fails no test can tell of it any more.
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      System.exit(OnnxReader.open(Path.of(arguments[0])).signs().isEmpty() ? 2 : 0);
    }
  }

  @Test
  void theReaderOpensFromAThreadWithLittleStack() throws Exception {
    Optional<Path> folder = InkSets.packaged();
    assumeTrue(
        folder.isPresent() && Files.exists(folder.get().resolve(OnnxReader.NETWORK)),
        "no line reader is installed");
    Path out = temp.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xss400k",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.get().toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
