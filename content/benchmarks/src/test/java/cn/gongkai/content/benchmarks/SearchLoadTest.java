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
    new SearchLoad(Options.of(500, 5), new PrintWriter(report, true)).run(folder);
    assertThat(report.toString())
        .contains("| ours |", "| lucene |", "| trigram |", "| pinyin | ours |", "x bare SQLite")
        .contains("nothing is written", "5 days of 75 items are applied")
        .containsPattern("\\| title \\| ours \\|.*\\| 100 % \\|");
    StringWriter again = new StringWriter();
    Options kept = Options.parse("500", "--queries", "3", "--engines", "ours", "--no-readers");
    new SearchLoad(kept, new PrintWriter(again, true)).run(folder);
    assertThat(again.toString()).contains("| ours | built before |").doesNotContain("lucene");
  }
}
