package cn.gongkai.content.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.Item;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import cn.gongkai.content.store.ContentReader;
import cn.gongkai.content.store.ContentWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersWhileWritingTest {

  private static final int SIZE = 120;

  @TempDir private Path folder;
  private final StringWriter report = new StringWriter();
  private CorpusRelease release;
  private StoreEngine engine;
  private ChannelHead base;

  @BeforeEach
  void build() throws Exception {
    release = new CorpusRelease(folder.resolve("targets"));
    release.write(corpus(SIZE, 1), SIZE);
    engine = new StoreEngine(folder.resolve("store"), release);
    engine.build(corpus(SIZE, 1));
    base = stored();
  }

  @Test
  void aKeptStoreEndsAsItBegan() throws Exception {
    read();
    assertThat(report.toString()).contains("5 days of 75 items are applied");
    assertTrueBase();
  }

  @Test
  void whatARunThatWasCutOffLeftIsTakenOutFirst() throws Exception {
    leaveSome(new CorpusRelease(folder.resolve("cut-off")));
    assertThat(stored().digest()).isNotEqualTo(base.digest());
    ReadersWhileWriting.takeBack(engine.folder(), release);
    assertTrueBase();
    read();
    assertTrueBase();
  }

  @Test
  void aTrueStoreIsLeftAsItIs() throws Exception {
    ReadersWhileWriting.takeBack(engine.folder(), release);
    assertThat(stored()).isEqualTo(base);
  }

  /// What a run does before it is killed: it applies and takes nothing back.
  private void leaveSome(CorpusRelease killed) throws Exception {
    killed.read(corpus(SIZE, 1));
    List<Change> changes = new ArrayList<>();
    corpus(40, 9)
        .forEachRemaining(
            item -> changes.add(killed.put(ReadersWhileWriting.later(item, changes.size()))));
    try (ContentWriter writer = ContentWriter.open(engine.folder(), Clock.systemUTC());
        ContentWriter.Apply apply = writer.begin()) {
      for (Change change : changes) {
        apply.change(Channel.COUNTY, change);
      }
      apply.commit(List.of(killed.head(base.sequence() + 1)));
    }
  }

  private void read() throws Exception {
    engine.open();
    try {
      new ReadersWhileWriting(engine, release, List.of("低保", "公告"), new PrintWriter(report, true))
          .run(corpus(80 + 5 * ReadersWhileWriting.DAY, 2), 80);
    } finally {
      engine.close();
    }
  }

  private void assertTrueBase() throws Exception {
    ChannelHead now = stored();
    assertThat(now.digest()).isEqualTo(base.digest());
    assertThat(now.entities()).isEqualTo(base.entities());
  }

  private ChannelHead stored() throws Exception {
    try (ContentReader reader = ContentReader.open(engine.folder())) {
      return reader.state().heads().getFirst();
    }
  }

  private static Iterator<Item> corpus(int size, long seed) throws Exception {
    return new Corpus(new Vocabulary(), size, seed);
  }
}
