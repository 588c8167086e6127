package cn.gongkai.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.benchmarks.DeltaLoad;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./gongkai bench delta` on a small site, with the packaged agent; OSTree and casync take part
/// where the machine has them.
class DeltaLoadTest {

  private static final Pattern OURS = Pattern.compile("\\| this agent \\| (\\d+) \\| (\\d+) \\|");

  @TempDir Path folder;

  @Test
  void aDayOnASmallSiteIsCountedForTheAgentAndForTheOtherSchemes() throws Exception {
    Path agent = Programs.root().resolve("sync-agent/target/quarkus-app/quarkus-run.jar");
    StringWriter report = new StringWriter();
    new DeltaLoad(folder, agent, new PrintWriter(report, true)).run(60);
    Matcher ours = OURS.matcher(report.toString());
    assertThat(ours.find()).as(report.toString()).isTrue();
    assertThat(Integer.parseInt(ours.group(1))).as("requests").isBetween(8, 11);
    assertThat(Integer.parseInt(ours.group(2))).as("bytes").isBetween(2_500_000, 2_700_000);
    assertThat(report.toString().lines().filter(line -> line.matches("\\|.*\\d+ \\|")))
        .allMatch(row -> row.matches("\\| [^|]+ \\| [1-9]\\d* \\| [1-9]\\d{2,} \\|"));
  }
}
