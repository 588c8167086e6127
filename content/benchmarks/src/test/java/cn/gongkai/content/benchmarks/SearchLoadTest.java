package cn.gongkai.content.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.search.Embedder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchLoadTest {

  @Test
  void aSmallCorpusIsBuiltAndSearchedByEveryEngine(@TempDir Path folder) throws Exception {
    StringWriter report = new StringWriter();
    Options all =
        Options.parse("500", "--queries", "5", "--engines", String.join(",", Options.ENGINES));
    new SearchLoad(all, new PrintWriter(report, true), () -> SearchLoadTest::direction).run(folder);
    assertThat(report.toString())
        .contains("| ours |", "| lucene |", "| trigram |", "| pinyin | ours |", "x bare SQLite")
        .contains("| meaning |", "| whole questions | ours |", "75 items are withdrawn")
        .contains("nothing is written", "5 days of 75 items are applied", "taken back in")
        .containsPattern("\\| title \\| ours \\|.*\\| 100 % \\|");
    StringWriter again = new StringWriter();
    Options kept = Options.parse("500", "--queries", "3", "--engines", "ours", "--no-readers");
    new SearchLoad(kept, new PrintWriter(again, true), SearchLoadTest::none).run(folder);
    assertThat(again.toString()).contains("| ours | built before |").doesNotContain("lucene");
  }

  private static Optional<float[]> direction(String text) {
    float[] direction = new float[Embedder.DIMENSIONS];
    direction[text.length() % 2] = 1;
    return Optional.of(direction);
  }

  private static Embedder none() {
    throw new IllegalStateException("not asked for");
  }
}
