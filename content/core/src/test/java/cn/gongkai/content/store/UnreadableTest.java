package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.release.Channel;
import cn.gongkai.content.search.SearchQuery;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 11, 20);

  @TempDir Path terminal;

  private final Releases desk = new Releases();

  @BeforeEach
  void fill() throws Exception {
    desk.put(
        Draft.item("first").titled("停水通知一").saying("检修管道。"),
        Draft.item("second")
            .titled("停水通知二")
            .saying("更换水泵。")
            .relating(Relation.Kind.INTERPRETS, "first"),
        Draft.item("third").titled("停水通知三").saying("清洗水塔。"));
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.applyTo(writer);
    }
  }

  private void damage(String table, String key) throws StoreException {
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      int rows =
          database.update(
              "UPDATE "
                  + table
                  + " SET z = x'0000001055aa55aa' WHERE id = (SELECT id FROM item WHERE key = ?)",
              key);
      assertThat(rows).isEqualTo(1);
    }
  }

  private static List<String> listed(ContentReader reader) throws StoreException {
    return reader.list(ListQuery.all(TODAY), OptionalLong.empty(), 10).items().stream()
        .map(Item::key)
        .toList();
  }

  private static List<String> found(ContentReader reader, String words) throws StoreException {
    return reader.search(SearchQuery.of(words, TODAY)).hits().stream()
        .map(hit -> hit.item().key())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"card", "body", "item_json"})
  void oneUnreadableTextIsLeftOutAndAllElseGoesOn(String table) throws Exception {
    damage(table, "second");
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      assertThat(reader.state().unreadable()).isZero();
      assertThat(listed(reader)).contains("first", "third");
      assertThat(found(reader, "停水")).contains("first", "third");
      assertThat(found(reader, "清洗水塔")).containsExactly("third");
      assertThat(reader.relatedTo(new ItemId("first"), Relation.Kind.INTERPRETS))
          .allMatch(item -> !item.title().isEmpty());
      assertThat(reader.findItem(new ItemId("first"))).isPresent();
      reader.findItem(new ItemId("second"));
      assertThat(reader.state().unreadable()).isEqualTo(1);
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("STORE-TEXT"))
        .satisfies(problem -> assertThat(problem.detail()).contains("second"));
  }

  @ParameterizedTest
  @CsvSource({"card", "body", "item_json"})
  void whatIsDamagedIsNotProvenAnyMoreAndComesBackWithTheBase(String table) throws Exception {
    damage(table, "second");
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK);
        ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      assertThat(writer.provenHeads()).isNotEqualTo(writer.state().heads());
      assertThat(listed(reader)).containsExactlyInAnyOrder("first", "third");
      desk.base(Channel.COUNTY).applyTo(writer);
      assertThat(writer.provenHeads()).isEqualTo(writer.state().heads());
      assertThat(listed(reader)).containsExactlyInAnyOrder("first", "second", "third");
      assertThat(found(reader, "更换水泵")).containsExactly("second");
      assertThat(reader.state().unreadable()).isZero();
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
  }

  @Test
  void anotherTextThanTheSignedOneIsDamageToo() throws Exception {
    try (Packer packer = new Packer();
        Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.update(
          "UPDATE body SET z = ? WHERE id = (SELECT id FROM item WHERE key = 'third')",
          packer.pack("另一段话"));
    }
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
        ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      assertThat(writer.provenHeads()).isNotEqualTo(writer.state().heads());
      assertThat(listed(reader)).doesNotContain("third");
      assertThat(found(reader, "清洗水塔")).doesNotContain("third");
    }
  }

  @Test
  void aDamagedColumnComesBackToo() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.column("zcwj", "")).applyTo(writer);
    }
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.run("UPDATE structure SET json = replace(json, '栏目', '木') WHERE kind = 'column'");
    }
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
        ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      assertThat(writer.provenHeads()).isNotEqualTo(writer.state().heads());
      desk.base(Channel.COUNTY).applyTo(writer);
      assertThat(reader.columns()).extracting(column -> column.name()).containsExactly("栏目zcwj");
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
  }

  @Test
  void aDamagedItemCanBeWithdrawn() throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK);
        ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      damage("body", "second");
      desk.delete(new EntityRef(EntityKind.ITEM, "second")).applyTo(writer);
      assertThat(listed(reader)).containsExactlyInAnyOrder("first", "third");
    }
    try (ContentWriter again = ContentWriter.open(terminal, Releases.CLOCK);
        Database database =
            ContentFile.openToRead(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      assertThat(again.provenHeads()).isEqualTo(again.state().heads());
      assertThat(database.number("SELECT count(*) FROM ft WHERE ft MATCH '\"水泵\"'")).isZero();
    }
  }

  private void waitForAFile(String key) throws Exception {
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.put(Draft.item(key).titled("示例：后来的").with(Releases.blob("not here yet")));
      desk.applyTo(writer);
    }
  }

  @Test
  void aLaterStateThatWaitsForItsFilesIsNoDamage() throws Exception {
    waitForAFile("second");
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      assertThat(writer.provenHeads()).isEqualTo(writer.state().heads());
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems()).isEmpty();
  }

  @Test
  void aDamagedLaterStateIsFetchedAnew() throws Exception {
    waitForAFile("second");
    try (Database database = Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL)) {
      database.update("UPDATE next_item SET z = x'0000001055aa55aa'");
    }
    assertThat(StoreCheck.of(terminal, StoreCheck.Depth.FULL).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("STORE-TEXT"));
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      assertThat(writer.provenHeads()).isNotEqualTo(writer.state().heads());
      desk.base(Channel.COUNTY).applyTo(writer);
      assertThat(writer.provenHeads()).isEqualTo(writer.state().heads());
    }
  }

  @Test
  void aLargeStoreIsReadAgainPartByPart() throws Exception {
    StoreLimits one =
        new StoreLimits(
            1 << 20,
            1 << 20,
            1,
            java.time.Duration.ofSeconds(5),
            10,
            10,
            10,
            12,
            1024,
            1,
            5_000,
            8);
    damage("item_json", "third");
    boolean damaged = false;
    for (int opened = 0; opened < 4; opened++) {
      try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK, one)) {
        damaged |= !writer.provenHeads().equals(writer.state().heads());
      }
    }
    assertThat(damaged).isTrue();
  }
}
