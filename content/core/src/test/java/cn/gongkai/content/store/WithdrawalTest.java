package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.BlobRef;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.search.SearchQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is withdrawn cannot be found by searching the terminal's files for it: not its texts, not
/// the words of the search index, not its blobs.
class WithdrawalTest {

  private static final String TITLE = "关于张某某低保待遇的公示";
  private static final String TEXT = "身份证号qzx19501231x004k住址悦庄镇某村第七组";
  private static final String WORD = "qzx19501231x004k";
  private static final String FILE = "附件里的全部内容jwv88210";
  private static final EntityRef SECRET = new EntityRef(EntityKind.ITEM, "secret");

  @TempDir Path terminal;

  final Releases desk = new Releases();

  private ContentWriter filled() throws Exception {
    ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
    BlobRef blob = Releases.deliver(writer, FILE);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      desk.put(Draft.item("item-" + i).saying(words(random)));
      if (i == 150) {
        desk.put(Draft.item("secret").titled(TITLE).saying(TEXT).with(blob));
      }
    }
    desk.applyTo(writer);
    return writer;
  }

  private static String words(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append((char) ('一' + random.nextInt(2_000)));
      if (i % 20 == 0) {
        text.append(Long.toString(random.nextLong() >>> 1, 36));
      }
    }
    return text.toString();
  }

  private List<String> filesWith(String text) throws IOException {
    String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(terminal)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.contains(wanted)) {
          found.add(file.getFileName().toString());
        }
      }
    }
    return found;
  }

  private void assertNothingIsLeft() throws IOException {
    for (String text : List.of(TITLE, TEXT, FILE, "secret", "住址悦庄镇某村第七组")) {
      assertThat(filesWith(text)).as(text).isEmpty();
    }
    // The index keeps a word without the letters it shares with the word before.
    for (int from = 0; from <= 6; from++) {
      assertThat(filesWith(WORD.substring(from))).as(WORD.substring(from)).isEmpty();
    }
  }

  private List<String> found(String words) throws StoreException {
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      SearchQuery query = SearchQuery.of(words, ContentStoreTest.TODAY);
      return reader.search(query).hits().stream().map(hit -> hit.item().key()).toList();
    }
  }

  @Test
  void theTextsAreFoundBeforeTheyAreWithdrawn() throws Exception {
    filled().close();
    assertThat(filesWith(TITLE)).contains("content.sqlite");
    assertThat(filesWith(WORD.substring(6))).contains("content.sqlite");
    assertThat(filesWith(FILE)).hasSize(1);
  }

  @Test
  void nothingOfAWithdrawnItemIsLeftInAnyFile() throws Exception {
    try (ContentWriter writer = filled()) {
      desk.delete(SECRET);
      desk.applyTo(writer);
      assertNothingIsLeft();
      assertThat(writer.purge()).isTrue();
    }
    assertNothingIsLeft();
  }

  @Test
  void nothingOfAnItemThatABaseLeavesOutIsLeft() throws Exception {
    try (ContentWriter writer = filled()) {
      desk.forget(SECRET).base(Channel.COUNTY);
      desk.applyTo(writer);
      assertNothingIsLeft();
    }
  }

  @Test
  void nothingOfManyWithdrawnItemsIsLeftAndTheOthersAreStillFound() throws Exception {
    try (ContentWriter writer = filled()) {
      desk.put(Draft.item("stays").titled("关于春耕的通知").saying("农机补贴照常发放"));
      desk.delete(SECRET);
      for (int i = 0; i < 200; i++) {
        desk.delete(new EntityRef(EntityKind.ITEM, "item-" + i));
      }
      desk.applyTo(writer);
      assertNothingIsLeft();
    }
    assertThat(found("住址悦庄镇")).isEmpty();
    assertThat(found("农机补贴")).containsExactly("stays");
    assertThat(found("关于春耕")).containsExactly("stays");
  }

  @Test
  void nothingOfTheOldTextOfARevisedItemIsLeft() throws Exception {
    try (ContentWriter writer = filled()) {
      desk.put(Draft.item("secret").titled("关于低保待遇的公示").saying("已更正"));
      desk.applyTo(writer);
      for (String text : List.of(TITLE, TEXT, FILE, WORD.substring(6))) {
        assertThat(filesWith(text)).as(text).isEmpty();
      }
    }
  }

  @Test
  void whatAReaderHoldsBackIsPurgedAtTheNextOpportunity() throws Exception {
    StoreLimits impatient =
        new StoreLimits(
            1 << 20,
            1 << 20,
            1,
            java.time.Duration.ofMillis(50),
            10,
            10,
            10,
            12,
            1024,
            100,
            5_000,
            8);
    filled().close();
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK, impatient)) {
      try (Database reader = ContentFile.openToRead(ContentFile.in(terminal), impatient)) {
        reader.run("BEGIN");
        reader.number("SELECT count(*) FROM item");
        desk.delete(SECRET);
        desk.applyTo(writer);
        assertThat(writer.purge()).isFalse();
        reader.run("COMMIT");
      }
      assertThat(writer.purge()).isTrue();
      assertNothingIsLeft();
    }
  }

  @Test
  void whatAnInterruptedProgramLeftIsPurgedWhenTheStoreIsOpened() throws Exception {
    try (ContentWriter writer = filled()) {
      Path keep = ContentFile.in(terminal);
      try (Database other = Database.toWrite(keep, StoreLimits.TERMINAL)) {
        other.update("INSERT INTO doomed_blob(sha) VALUES(?)", Releases.blob("orphan").sha256());
        Meta.set(other, Purge.PENDING, "1");
      }
      Releases.deliver(writer, "orphan");
    }
    assertThat(filesWith("orphan")).hasSize(1);
    ContentWriter.open(terminal, Releases.CLOCK).close();
    assertThat(filesWith("orphan")).isEmpty();
  }

  @Test
  void aBlobThatAnotherItemNamesIsKept() throws Exception {
    try (ContentWriter writer = filled()) {
      BlobRef blob = Releases.blob(FILE);
      desk.put(Draft.item("other").with(blob)).delete(SECRET);
      desk.applyTo(writer);
      assertThat(writer.hasBlob(blob)).isTrue();
      try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
        assertThat(reader.findItem(new ItemId("other"))).isPresent();
        assertThat(
                reader.list(ListQuery.all(ContentStoreTest.TODAY), OptionalLong.empty(), 1).items())
            .hasSize(1);
      }
    }
  }
}
