package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gongkai.content.model.EntityJson;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.release.Change;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.release.ChannelHead;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {

  @TempDir Path terminal;

  final Releases desk = new Releases();

  private static void assertCode(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private void assertUnusable(String reading, String writing) {
    assertCode(reading, () -> ContentReader.open(terminal, Releases.CLOCK));
    assertCode(writing, () -> ContentWriter.open(terminal, Releases.CLOCK));
  }

  private void fill(int items) throws StoreException {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      for (int i = 0; i < items; i++) {
        desk.put(Draft.item("item-" + i).saying("内容".repeat(200) + i));
      }
      desk.applyTo(writer);
    }
  }

  @Test
  void readingBeforeTheFirstReleaseSaysMissing() {
    assertCode("STORE-MISSING", () -> ContentReader.open(terminal, Releases.CLOCK));
  }

  @Test
  void anEmptyFileIsMissingToReadAndNewToWrite() throws Exception {
    Files.createFile(ContentFile.in(terminal));
    assertCode("STORE-MISSING", () -> ContentReader.open(terminal, Releases.CLOCK));
    ContentWriter.open(terminal, Releases.CLOCK).close();
    ContentReader.open(terminal, Releases.CLOCK).close();
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefusedAndLeftAlone() throws Exception {
    Path file = ContentFile.in(terminal);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE theirs(x)");
    }
    byte[] before = Files.readAllBytes(file);
    assertUnusable("STORE-FOREIGN", "STORE-FOREIGN");
    assertCode("STORE-FOREIGN", () -> ContentWriter.rebuild(terminal, Releases.CLOCK));
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aStoreOfAnotherVersionIsRefused() throws Exception {
    fill(1);
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.run("PRAGMA user_version=99");
    }
    assertUnusable("STORE-VERSION", "STORE-VERSION");
  }

  @Test
  void aFileThatIsNoDatabaseIsCorrupt() throws Exception {
    Files.writeString(ContentFile.in(terminal), "this is not a database at all".repeat(100));
    assertUnusable("STORE-CORRUPT", "STORE-CORRUPT");
  }

  @Test
  void aTruncatedDatabaseIsCorrupt() throws Exception {
    fill(50);
    Path file = ContentFile.in(terminal);
    for (double part : new double[] {0.9, 0.5, 0.1}) {
      try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
        raw.setLength((long) (raw.length() * part));
      }
      assertUnusable("STORE-CORRUPT", "STORE-CORRUPT");
    }
  }

  @Test
  void damagedPagesAreFoundBeforeAReleaseIsComparedWithThem() throws Exception {
    fill(200);
    overwrite("entity");
    assertCode("STORE-CORRUPT", () -> ContentWriter.open(terminal, Releases.CLOCK));
  }

  private void overwrite(String table) throws StoreException, IOException {
    Path file = ContentFile.in(terminal);
    long page;
    try (Database database = ContentFile.openToRead(file, StoreLimits.TERMINAL)) {
      page = database.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", table);
    }
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek((page - 1) * 4096);
      raw.write(new byte[4096]);
    }
  }

  @Test
  void aHalfWrittenFolderIsCompleted() throws Exception {
    Files.createDirectories(terminal.resolve("blobs/ab"));
    Files.createFile(ContentFile.in(terminal));
    Files.createFile(terminal.resolve("content.sqlite-journal"));
    Files.writeString(terminal.resolve("content.sqlite.rebuild"), "unfinished");
    fill(1);
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
    assertThat(terminal.resolve("content.sqlite.rebuild")).doesNotExist();
  }

  @Test
  void aSecondWriterIsTurnedAway() throws Exception {
    try (ContentWriter first = ContentWriter.open(terminal, Releases.CLOCK)) {
      assertCode("STORE-BUSY", () -> ContentWriter.open(terminal, Releases.CLOCK));
      assertThat(first.state().heads()).isEmpty();
    }
    ContentWriter.open(terminal, Releases.CLOCK).close();
  }

  @Test
  void aReleaseThatDoesNotAddUpChangesNothing() throws Exception {
    fill(3);
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      StoreState before = writer.state();
      desk.put(Draft.item("new")).delete(new EntityRef(EntityKind.ITEM, "item-1"));
      try (ContentWriter.Apply apply = writer.begin()) {
        desk.fill(apply);
        ChannelHead head = desk.heads().getFirst();
        ChannelHead wrong =
            new ChannelHead(
                head.channel(), head.sequence(), head.asOf(), "0".repeat(64), head.entities());
        assertCode("STORE-DIGEST", () -> apply.commit(List.of(wrong)));
      }
      assertThat(writer.state()).isEqualTo(before);
      try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
        assertThat(reader.findItem(new ItemId("new"))).isEmpty();
        assertThat(reader.findItem(new ItemId("item-1"))).isPresent();
      }
      desk.applyTo(writer);
      assertThat(writer.state().generation()).isEqualTo(before.generation() + 1);
    }
  }

  @Test
  void aChangedChannelNeedsAHead() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
        ContentWriter.Apply apply = writer.begin()) {
      desk.put(Draft.item("new"));
      desk.fill(apply);
      assertCode("STORE-DIGEST", () -> apply.commit(List.of()));
    }
  }

  @Test
  void aTownshipCannotTouchWhatIsNotItsOwn() throws Exception {
    Channel town = new Channel("town-370323104");
    Item county = Draft.item("county-item").make();
    Item disguised = Draft.item("370323104-x").of("370323105").make();
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
        ContentWriter.Apply apply = writer.begin()) {
      for (Item item : List.of(county, disguised)) {
        assertCode(
            "STORE-NAMESPACE",
            () -> apply.change(town, new Change.Put(item, EntityJson.write(item))));
      }
      assertCode(
          "STORE-NAMESPACE",
          () -> apply.change(town, new Change.Delete(county.ref(), "x", Releases.NOW)));
    }
  }

  @Test
  void aFullDiskChangesNothingAndRecovers() throws Exception {
    fill(20);
    StoreLimits limits = StoreLimits.TERMINAL;
    Path file = ContentFile.in(terminal);
    try (Packer packer = new Packer();
        Database database = ContentFile.openToWrite(file, 0, limits)) {
      long pages = database.number("PRAGMA page_count");
      database.run("PRAGMA max_page_count=" + (pages + 3));
      ItemRows rows = new ItemRows(database, new BlobFolder(terminal), limits);
      database.run("BEGIN IMMEDIATE");
      rows.begin();
      assertCode(
          "STORE-DISK-FULL",
          () -> {
            for (int i = 0; i < 200; i++) {
              Item item = Draft.item("more-" + i).saying("更多" + "内容".repeat(500) + i).make();
              rows.put(ItemTexts.of(item, EntityJson.write(item), packer));
            }
          });
      database.rollback(new StoreException("STORE-DISK-FULL", "as above"));
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item("after"));
      desk.applyTo(writer);
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).items()).isEqualTo(21);
  }

  @Test
  void aTextThatIsTooLongIsRefused() throws Exception {
    StoreLimits small =
        new StoreLimits(
            2_000, 1 << 20, 1, Duration.ofSeconds(1), 10, 10, 10, 12, 1024, 100, 5_000, 8);
    Item item = Draft.item("long").saying("长".repeat(1_000)).make();
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK, small);
        ContentWriter.Apply apply = writer.begin()) {
      assertCode(
          "STORE-LIMIT",
          () -> apply.change(Channel.COUNTY, new Change.Put(item, EntityJson.write(item))));
    }
  }
}
