package cn.gongkai.content.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchLoadTest {

  @Test
  void aSmallCorpusIsBuiltAndSearchedByEveryEngine(@TempDir Path folder) throws Exception {
    StringWriter report = new StringWriter();
    new SearchLoad(new SearchLoad.Size(500, 5), 42, new PrintWriter(report, true)).run(folder);
    assertThat(report.toString())
        .contains("| store |", "| lucene-cjk |", "| fts5-trigram |", "| pinyin | store |")
        .doesNotContain("| title | store | 0 %");
  }
}
