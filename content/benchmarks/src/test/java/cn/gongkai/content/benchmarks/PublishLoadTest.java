package cn.gongkai.content.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishLoadTest {

  @Test
  void aSmallSiteIsPublishedAndADayComesToIt(@TempDir Path folder) throws Exception {
    StringWriter report = new StringWriter();
    new PublishLoad(folder, new PrintWriter(report, true)).run(300, 42);
    assertThat(report.toString().lines().filter(line -> line.startsWith("| a day"))).hasSize(3);
    assertThat(Files.readString(folder.resolve("publish.log"))).contains("unchanged");
    assertThat(folder.resolve("site/m/c-lm0.html")).exists();
  }
}
