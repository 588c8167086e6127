package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.DivisionCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is counted from the index of counts is what the list shows.
class FacetCountsTest {

  private static final ListQuery ALL = ListQuery.all(ContentStoreTest.TODAY);

  @TempDir Path terminal;

  private final Releases desk = new Releases();

  @BeforeEach
  void fill() throws StoreException {
    desk.put(Draft.column("wenjian", ""), Draft.column("zcwj", "wenjian"));
    desk.put(
        Draft.item("a1").at("2022-01-01T00:00:00+08:00").by("教体局"),
        Draft.item("a2")
            .at("2023-01-01T00:00:00+08:00")
            .by("民政局")
            .about(List.of("1401"), List.of()),
        Draft.item("a3").in("wenjian").at("2023-02-01T00:00:00+08:00").by("民政局"),
        Draft.item("nowhere").in("unknown"),
        Draft.item("waits").with(Releases.blob("not here")),
        Draft.item("ended").until("2023-01-01T00:00:00+08:00"),
        Draft.item("370323109-a").of("370323109"));
    try (ContentWriter writer = ContentWriter.open(terminal, Releases.CLOCK)) {
      desk.applyTo(writer);
    }
  }

  @Test
  void everyListHasAsManyItemsAsAreCounted() throws StoreException {
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      for (ListQuery list :
          Stream.of("wenjian", "zcwj", "unknown", "none")
              .map(column -> ALL.inColumn(new ColumnId(column)))
              .flatMap(in -> Stream.of(ALL, in, in.inDivision(new DivisionCode("370323109"))))
              .flatMap(in -> Stream.of(in, in.ofTheme(Optional.of("14"))))
              .flatMap(in -> Stream.of(in, in.ofOffice(Optional.of("民政局"))))
              .flatMap(in -> Stream.of(in, in.ofYear(Optional.of(2023))))
              .toList()) {
        int shown = reader.list(list, OptionalLong.empty(), 20).items().size();
        assertThat(reader.facets(list).total()).as("%s", list).isEqualTo(shown);
      }
      assertThat(reader.facets(ALL).total()).isEqualTo(5);
      assertThat(reader.facets(ALL.inColumn(new ColumnId("wenjian"))).total()).isEqualTo(4);
    }
  }

  @Test
  void countingReadsTheIndexAlone() throws StoreException {
    try (Database database = open()) {
      for (ListQuery list : List.of(ALL, ALL.inColumn(new ColumnId("wenjian")))) {
        assertThat(plan(database, list)).contains("COVERING INDEX item_facets");
      }
    }
  }

  @Test
  void aStoreWithoutTheIndexIsCountedAllTheSameAndGetsIt() throws StoreException {
    try (Database database = open()) {
      database.run("DROP INDEX item_facets");
    }
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK)) {
      assertThat(reader.facets(ALL).total()).isEqualTo(5);
    }
    ContentWriter.open(terminal, Releases.CLOCK).close();
    try (Database database = open()) {
      assertThat(plan(database, ALL)).contains("COVERING INDEX item_facets");
    }
  }

  @Test
  void aFullDiskKeepsNobodyFromTheStore() throws StoreException {
    try (Database database = open()) {
      database.run("DROP INDEX item_facets");
      database.run("VACUUM");
      long pages = database.number("PRAGMA page_count");
      database.run("PRAGMA max_page_count=" + pages);
      Schema.addFacets(database);
      assertThat(plan(database, ALL)).doesNotContain("item_facets");
      database.run("PRAGMA max_page_count=" + (pages + 100));
      Schema.addFacets(database);
      assertThat(plan(database, ALL)).contains("item_facets");
    }
  }

  private Database open() throws StoreException {
    return Database.toWrite(ContentFile.in(terminal), StoreLimits.TERMINAL);
  }

  private static String plan(Database database, ListQuery list) throws StoreException {
    ListSql sql = ListSql.counted(list, 0);
    String counting = "EXPLAIN QUERY PLAN SELECT i.year, i.publisher, i.classes " + sql.from();
    return String.join("\n", database.list(counting, r -> r.getString(4), sql.values().toArray()));
  }
}
