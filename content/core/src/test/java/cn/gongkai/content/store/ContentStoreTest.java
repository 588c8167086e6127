package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import cn.gongkai.content.model.EntityKind;
import cn.gongkai.content.model.EntityRef;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.ItemId;
import cn.gongkai.content.model.Relation;
import cn.gongkai.content.model.ShortPath;
import cn.gongkai.content.release.Channel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {

  static final LocalDate TODAY = LocalDate.of(2023, 11, 20);

  @TempDir Path terminal;

  final Releases desk = new Releases();
  ContentWriter writer;
  ContentReader reader;

  @BeforeEach
  void open() throws StoreException {
    writer = ContentWriter.open(terminal, Releases.CLOCK);
    reader = ContentReader.open(terminal, Releases.CLOCK);
  }

  @AfterEach
  void close() {
    reader.close();
    writer.close();
  }

  static List<String> ids(List<Item> items) {
    return items.stream().map(Item::key).toList();
  }

  List<String> listed(ListQuery query) throws StoreException {
    return ids(reader.list(query, OptionalLong.empty(), 100).items());
  }

  @Test
  void aNewStoreIsEmptyAndReadable() throws StoreException {
    assertThat(reader.state().heads()).isEmpty();
    assertThat(reader.findSite()).isEmpty();
    assertThat(listed(ListQuery.all(TODAY))).isEmpty();
  }

  @Test
  void aReleaseIsSeenWholeByAReaderThatIsOpen() throws StoreException {
    long before = reader.state().generation();
    Item item = Draft.item("zc-1").numbered("源政发〔2023〕6号").make();
    desk.put(Draft.column("zcwj", "")).put(item);
    assertThat(reader.changedSince(before)).isFalse();

    desk.applyTo(writer);

    assertThat(reader.changedSince(before)).isTrue();
    assertThat(reader.findItem(item.id())).contains(item);
    assertThat(listed(ListQuery.all(TODAY))).containsExactly("zc-1");
    assertThat(reader.columns()).containsExactly(Draft.column("zcwj", ""));
    assertThat(reader.findByShortPath(ShortPath.of(item.id()))).contains(item.id());
    StoreState state = reader.state();
    assertThat(state.generation()).isEqualTo(before + 1);
    assertThat(state.heads()).extracting(head -> head.channel()).containsExactly(Channel.COUNTY);
    assertThat(state.appliedAt()).contains(Releases.NOW);
  }

  @Test
  void rowsOfAListAreSummariesNewestFirst() throws StoreException {
    desk.put(
        Draft.item("a1").at("2023-01-02T10:00:00+08:00"),
        Draft.item("a3").at("2023-01-02T12:00:00+08:00"),
        Draft.item("a2").at("2023-01-02T11:00:00+08:00"),
        Draft.item("old").at("1965-01-02T11:00:00+08:00"));
    desk.applyTo(writer);
    List<Item> items = reader.list(ListQuery.all(TODAY), OptionalLong.empty(), 100).items();
    assertThat(ids(items)).containsExactly("a3", "a2", "a1", "old");
    assertThat(items).allMatch(item -> item.equals(item.summary()));
  }

  @Test
  void pagesOfAListFollowEachOtherWithoutGapsOrRepeats() throws StoreException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      desk.put(Draft.item("item-" + i));
      expected.addFirst("item-" + i);
    }
    desk.applyTo(writer);
    List<String> seen = new ArrayList<>();
    OptionalLong next = OptionalLong.empty();
    int pages = 0;
    do {
      ItemPage page = reader.list(ListQuery.all(TODAY), next, 5);
      seen.addAll(ids(page.items()));
      next = page.next();
      pages++;
    } while (next.isPresent());
    assertThat(seen).isEqualTo(expected);
    assertThat(pages).isEqualTo(5);
  }

  @Test
  void aColumnShowsTheColumnsBelowItToo() throws StoreException {
    desk.put(Draft.column("top", ""), Draft.column("mid", "top"), Draft.column("leaf", "mid"))
        .put(
            Draft.item("in-leaf").in("leaf").at("2023-02-01T00:00:00+08:00"),
            Draft.item("in-top").in("top").at("2023-01-01T00:00:00+08:00"),
            Draft.item("elsewhere").in("other"));
    desk.applyTo(writer);
    ListQuery all = ListQuery.all(TODAY);
    assertThat(listed(all.inColumn(new ColumnId("top")))).containsExactly("in-leaf", "in-top");
    assertThat(listed(all.inColumn(new ColumnId("mid")))).containsExactly("in-leaf");
    assertThat(listed(all.inColumn(new ColumnId("other")))).containsExactly("elsewhere");
    assertThat(reader.columnStates().get(new ColumnId("top")))
        .isEqualTo(new ColumnState(2, OffsetDateTime.parse("2023-02-01T00:00:00+08:00")));
  }

  @Test
  void movingAColumnMovesItsItems() throws StoreException {
    desk.put(Draft.column("one", ""), Draft.column("two", ""), Draft.column("leaf", "one"))
        .put(Draft.item("in-leaf").in("leaf"));
    desk.applyTo(writer);
    desk.put(Draft.column("leaf", "two"));
    desk.applyTo(writer);
    ListQuery all = ListQuery.all(TODAY);
    assertThat(listed(all.inColumn(new ColumnId("one")))).isEmpty();
    assertThat(listed(all.inColumn(new ColumnId("two")))).containsExactly("in-leaf");
    assertThat(reader.columnStates()).containsOnlyKeys(new ColumnId("two"), new ColumnId("leaf"));
  }

  @Test
  void columnsInACircleDoNotHang() throws StoreException {
    desk.put(Draft.column("aa", "bb"), Draft.column("bb", "aa")).put(Draft.item("in-aa").in("aa"));
    desk.applyTo(writer);
    assertThat(listed(ListQuery.all(TODAY).inColumn(new ColumnId("bb")))).containsExactly("in-aa");
  }

  @Test
  void listsAreNarrowedByTopicAndDivision() throws StoreException {
    desk.put(
        Draft.item("x1").about(List.of(), List.of("yanglao")),
        Draft.item("x2").about(List.of(), List.of("jiaoyu", "yanglao")),
        Draft.item("370323104-x3").of("370323104"));
    desk.applyTo(writer);
    ListQuery all = ListQuery.all(TODAY);
    assertThat(listed(all.inTopic("yanglao"))).containsExactlyInAnyOrder("x1", "x2");
    assertThat(listed(all.inTopic("jiaoyu").inColumn(new ColumnId("zcwj")))).containsExactly("x2");
    assertThat(listed(all.inDivision(new DivisionCode("370323104"))))
        .containsExactly("370323104-x3");
  }

  @Test
  void relationsAreAnsweredBackwards() throws StoreException {
    desk.put(
        Draft.item("policy"),
        Draft.item("explained").relating(Relation.Kind.INTERPRETS, "policy"),
        Draft.item("successor").relating(Relation.Kind.REPEALS, "policy"));
    desk.applyTo(writer);
    ItemId policy = new ItemId("policy");
    assertThat(ids(reader.relatedTo(policy, Relation.Kind.INTERPRETS)))
        .containsExactly("explained");
    assertThat(ids(reader.relatedTo(policy, Relation.Kind.REPEALS))).containsExactly("successor");
    assertThat(reader.relatedTo(policy, Relation.Kind.CITES)).isEmpty();
  }

  @Test
  void aWithdrawnItemIsGoneEverywhere() throws StoreException {
    desk.put(
        Draft.item("policy"),
        Draft.item("explained")
            .relating(Relation.Kind.INTERPRETS, "policy")
            .about(List.of("0801"), List.of("yanglao")));
    desk.applyTo(writer);
    ItemId id = new ItemId("explained");
    assertThat(reader.findItem(id)).isPresent();

    desk.delete(new EntityRef(EntityKind.ITEM, "explained"));
    desk.applyTo(writer);

    assertThat(reader.findItem(id)).isEmpty();
    assertThat(reader.findByShortPath(ShortPath.of(id))).isEmpty();
    assertThat(reader.relatedTo(new ItemId("policy"), Relation.Kind.INTERPRETS)).isEmpty();
    assertThat(listed(ListQuery.all(TODAY).inTopic("yanglao"))).isEmpty();
    assertThat(listed(ListQuery.all(TODAY))).containsExactly("policy");
  }

  @Test
  void aRevisedItemReplacesTheOldOne() throws StoreException {
    desk.put(Draft.item("zc-1").titled("旧标题").at("2023-01-01T00:00:00+08:00"));
    desk.applyTo(writer);
    assertThat(reader.findItem(new ItemId("zc-1"))).map(Item::title).contains("旧标题");
    desk.put(Draft.item("zc-1").titled("新标题").at("2023-01-01T00:00:00+08:00"));
    desk.applyTo(writer);
    assertThat(reader.findItem(new ItemId("zc-1"))).map(Item::title).contains("新标题");
    assertThat(listed(ListQuery.all(TODAY))).containsExactly("zc-1");
  }
}
