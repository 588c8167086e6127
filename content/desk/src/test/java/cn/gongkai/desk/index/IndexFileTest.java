package cn.gongkai.desk.index;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.HeadDigest;
import cn.gongkai.desk.authoring.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFileTest {

  private static final String RULES = "rules";
  private static final int ITEMS = 500;

  @TempDir Path folder;
  private Path file;
  private Path log;
  private NameTable columns = new NameTable();
  private NameTable channels = new NameTable();
  private final SortedMap<String, Integer> items = new TreeMap<>();
  private long sequence;

  @BeforeEach
  void writeFirst() throws IOException {
    file = folder.resolve("publish.index");
    log = folder.resolve("publish.index.log");
    for (int n = 0; n < ITEMS; n++) {
      items.put("zc-" + n, 1);
    }
    new IndexFile(file).write(index());
  }

  /// An index of the items as they are now.
  private PublisherIndex index() throws IOException {
    PublisherIndex empty = PublisherIndex.empty(RULES);
    sequence++;
    List<IndexRow> rows =
        items.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    return new PublisherIndex(
        RULES,
        new TreeMap<>(
            Map.of(
                Channel.COUNTY, new HeadDigest().toHead(Channel.COUNTY, sequence, Instant.EPOCH))),
        empty.structure(),
        empty.pages(),
        new HashMap<>(Map.of("ch/county/x." + sequence, new FileStamp(sequence, 2, 3))),
        columns,
        channels,
        rows);
  }

  private IndexRow row(String id, int revision) {
    ItemFacts facts =
        new ItemFacts(
            "items/" + id + ".md",
            new FileStamp(10, revision, 1),
            HeadDigest.hash("source"),
            List.of(),
            new ItemId(id),
            HeadDigest.hash(id + revision),
            revision,
            new ColumnId("lm" + revision % 5),
            "标题" + revision,
            "县政府",
            OffsetDateTime.parse("2024-01-05T09:00:00+08:00"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try {
      return IndexRow.of(facts, columns, channels);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// What another publication finds, with the tables it goes on with.
  private IndexFile reopen() {
    IndexFile next = new IndexFile(file);
    PublisherIndex found = next.read(RULES).orElseThrow();
    columns = found.columns();
    channels = found.channels();
    return next;
  }

  private void requireSame(String what) {
    PublisherIndex found = new IndexFile(file).read(RULES).orElseThrow();
    assertThat(found.heads().get(Channel.COUNTY).sequence()).as(what).isEqualTo(sequence);
    assertThat(found.segments()).as(what).containsOnlyKeys("ch/county/x." + sequence);
    Map<String, Integer> revisions = new TreeMap<>();
    String last = "";
    for (IndexRow row : found.rows()) {
      ItemFacts facts = row.facts(found.columns());
      assertThat(row.id()).as(what + " in order").isGreaterThan(last);
      assertThat(facts.column().value()).as(what).isEqualTo("lm" + facts.revision() % 5);
      assertThat(facts.hash()).as(what).isEqualTo(HeadDigest.hash(row.id() + facts.revision()));
      revisions.put(row.id(), facts.revision());
      last = row.id();
    }
    assertThat(revisions).as(what).isEqualTo(items);
  }

  @Test
  void anySequenceOfChangesIsReadAsItWasWritten() throws Exception {
    long seed = System.nanoTime();
    System.out.println("IndexFileTest seed " + seed);
    Random random = new Random(seed);
    for (int step = 0; step < 60; step++) {
      IndexFile opened = reopen();
      for (int n = random.nextInt(30); n > 0; n--) {
        String id = "zc-" + random.nextInt(2 * ITEMS);
        if (random.nextInt(3) == 0) {
          items.remove(id);
        } else {
          items.merge(id, 1, Integer::sum);
        }
      }
      opened.write(index());
      requireSame("seed " + seed + " step " + step);
    }
  }

  @Test
  void aSmallChangeLeavesTheFileAsItIs() throws Exception {
    byte[] before = Files.readAllBytes(file);
    IndexFile opened = reopen();
    items.merge("zc-7", 1, Integer::sum);
    items.remove("zc-8");
    opened.write(index());
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(Files.size(log)).isLessThan(before.length / 50);
    requireSame("after a small change");
  }

  @Test
  void aLongLogIsFoldedIntoTheFile() throws Exception {
    IndexFile opened = reopen();
    items.replaceAll((id, revision) -> revision + 1);
    opened.write(index());
    assertThat(log).doesNotExist();
    requireSame("after many changes");
  }

  @Test
  void theDamagedEndOfALogIsAsGoodAsNotThere() throws Exception {
    IndexFile opened = reopen();
    items.merge("zc-7", 1, Integer::sum);
    opened.write(index());
    byte[] whole = Files.readAllBytes(log);
    long reached = sequence;
    for (int length = 0; length < whole.length; length++) {
      Files.write(log, java.util.Arrays.copyOf(whole, length));
      PublisherIndex found = new IndexFile(file).read(RULES).orElseThrow();
      assertThat(found.heads().get(Channel.COUNTY).sequence()).isEqualTo(reached - 1);
    }
    byte[] flipped = whole.clone();
    flipped[flipped.length / 2] ^= 4;
    Files.write(log, flipped);
    reopen().write(index());
    assertThat(log).doesNotExist();
    requireSame("after a damaged log");
  }

  @Test
  void aLogOfAnotherFileIsNotRead() throws Exception {
    IndexFile opened = reopen();
    items.merge("zc-7", 1, Integer::sum);
    opened.write(index());
    byte[] old = Files.readAllBytes(log);
    items.replaceAll((id, revision) -> revision + 1);
    reopen().write(index());
    Files.write(log, old);
    requireSame("with the log of an earlier file");
  }

  @Test
  void whatAnotherPublicationHasWrittenMeanwhileIsNotBuiltUpon() throws Exception {
    IndexFile first = reopen();
    IndexFile second = new IndexFile(file);
    second.read(RULES);
    items.merge("zc-7", 1, Integer::sum);
    second.write(index());
    items.merge("zc-9", 1, Integer::sum);
    first.write(index());
    requireSame("written by both");
  }

  @Test
  void aDamagedFileIsNone() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 1;
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(new IndexFile(file).read(RULES)).isEmpty();
    assertThat(new IndexFile(folder.resolve("none")).read(RULES)).isEmpty();
  }

  @Test
  void anotherProgramsRulesAreNotTaken() {
    assertThat(new IndexFile(file).read("other")).isEmpty();
  }
}
