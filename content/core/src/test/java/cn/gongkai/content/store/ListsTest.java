package cn.gongkai.content.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gongkai.content.model.ColumnId;
import cn.gongkai.content.model.Details;
import cn.gongkai.content.model.Item;
import cn.gongkai.content.model.Validity;
import cn.gongkai.content.store.Facets.Count;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {

  private static final LocalDate TODAY = ContentStoreTest.TODAY;
  private static final ListQuery ALL = ListQuery.all(TODAY);

  @TempDir Path terminal;

  final Releases desk = new Releases();

  private ContentReader applied(Clock clock) throws StoreException {
    try (ContentWriter writer = ContentWriter.open(terminal, clock)) {
      desk.applyTo(writer);
    }
    return ContentReader.open(terminal, clock);
  }

  private static List<String> ids(ContentReader reader, ListQuery query) throws StoreException {
    return reader.list(query, OptionalLong.empty(), 200).items().stream().map(Item::key).toList();
  }

  /// Every way in which the dates can lie around today, with every statement of the publisher.
  private List<Item> everyValidity() {
    List<Optional<LocalDate>> days =
        List.of(
            Optional.empty(),
            Optional.of(TODAY.minusDays(1)),
            Optional.of(TODAY),
            Optional.of(TODAY.plusDays(1)));
    List<Item> items = new ArrayList<>();
    for (Validity stated : Validity.values()) {
      for (Optional<LocalDate> effective : days) {
        for (Optional<LocalDate> expires : days) {
          for (Optional<LocalDate> invalidated : days) {
            if (effective.isPresent()
                && expires.isPresent()
                && expires.get().isBefore(effective.get())) {
              continue;
            }
            items.add(
                Draft.item("v" + items.size())
                    .valid(stated, effective, expires, invalidated)
                    .make());
          }
        }
      }
    }
    return items;
  }

  @Test
  void validityInListsAndCountsIsTheOneThatTheModelComputes() throws StoreException {
    List<Item> items = everyValidity();
    desk.put(items.toArray(Item[]::new));
    StoreLimits wide =
        new StoreLimits(
            1 << 20, 1 << 20, 2, Duration.ofSeconds(5), 1_000, 10, 10, 12, 1024, 100, 5_000, 64);
    applied(Releases.CLOCK).close();
    try (ContentReader reader = ContentReader.open(terminal, Releases.CLOCK, wide)) {
      for (LocalDate day : List.of(TODAY.minusDays(2), TODAY, TODAY.plusDays(1))) {
        ListQuery query = ListQuery.all(day);
        List<Count<Validity>> counts = new ArrayList<>();
        for (Validity validity : Validity.values()) {
          List<String> expected =
              items.stream()
                  .filter(item -> item.metadata().validityOn(day) == validity)
                  .map(Item::key)
                  .toList();
          List<String> found =
              reader
                  .list(query.ofValidity(Optional.of(validity)), OptionalLong.empty(), 1_000)
                  .items()
                  .stream()
                  .map(Item::key)
                  .toList();
          assertThat(found)
              .as("%s on %s", validity, day)
              .containsExactlyInAnyOrderElementsOf(expected);
          if (!expected.isEmpty()) {
            counts.add(new Count<>(validity, expected.size()));
          }
        }
        assertThat(reader.facets(query).validities()).isEqualTo(counts);
      }
    }
  }

  @Test
  void countsLeaveTheirOwnFilterOut() throws StoreException {
    desk.put(
        Draft.item("a1")
            .at("2022-01-01T00:00:00+08:00")
            .by("教体局")
            .about(List.of("1401"), List.of()),
        Draft.item("a2")
            .at("2023-01-01T00:00:00+08:00")
            .by("教体局")
            .about(List.of("1402"), List.of()),
        Draft.item("a3")
            .at("2023-02-01T00:00:00+08:00")
            .by("民政局")
            .about(List.of("1401", "1402", "2104"), List.of()),
        Draft.item("a4").at("2023-03-01T00:00:00+08:00").by("民政局").in("other"));
    try (ContentReader reader = applied(Releases.CLOCK)) {
      Facets open = reader.facets(ALL.inColumn(new ColumnId("zcwj")));
      assertThat(open.total()).isEqualTo(3);
      assertThat(open.years()).containsExactly(new Count<>(2023, 2), new Count<>(2022, 1));
      assertThat(open.themes()).containsExactly(new Count<>("14", 3), new Count<>("21", 1));
      assertThat(open.offices()).containsExactly(new Count<>("教体局", 2), new Count<>("民政局", 1));
      assertThat(open.validities()).containsExactly(new Count<>(Validity.UNSTATED, 3));

      ListQuery narrow =
          ALL.inColumn(new ColumnId("zcwj"))
              .ofYear(Optional.of(2023))
              .ofOffice(Optional.of("民政局"))
              .ofTheme(Optional.of("14"));
      Facets chosen = reader.facets(narrow);
      assertThat(chosen.total()).isEqualTo(1);
      assertThat(chosen.years()).containsExactly(new Count<>(2023, 1));
      assertThat(chosen.offices()).containsExactly(new Count<>("教体局", 1), new Count<>("民政局", 1));
      assertThat(chosen.themes()).containsExactly(new Count<>("14", 1), new Count<>("21", 1));
      assertThat(ids(reader, narrow)).containsExactly("a3");
      assertThat(ids(reader, ALL.ofTheme(Optional.of("1401")))).containsExactly("a3", "a1");
      assertThat(reader.facets(ALL.ofTheme(Optional.of("1401"))).total()).isEqualTo(2);
    }
  }

  @Test
  void anItemIsSeenUntilItsLastMomentOnline() throws StoreException {
    desk.put(
        Draft.item("online").until("2023-11-20T08:00:01+08:00").in("one"),
        Draft.item("ended").until("2023-11-20T08:00:00+08:00").in("two"),
        Draft.item("taken-down")
            .being(
                new Details.CreditEntry(
                    false, "某公司", Optional.empty(), "拖欠", "某法", Optional.of(TODAY))),
        Draft.item("last-day").being(code(TODAY)),
        Draft.item("day-after").being(code(TODAY.minusDays(1))));
    try (ContentReader reader = applied(Releases.CLOCK)) {
      assertThat(ids(reader, ALL)).containsExactlyInAnyOrder("online", "last-day");
      assertThat(reader.facets(ALL).total()).isEqualTo(2);
      assertThat(reader.columnStates().keySet())
          .containsExactlyInAnyOrder(new ColumnId("one"), new ColumnId("zcwj"));
      assertThat(reader.findItem(Draft.item("ended").make().id())).isEmpty();
      assertThat(reader.findItem(Draft.item("online").make().id())).isPresent();
    }
    Clock later = Clock.offset(Releases.CLOCK, Duration.ofSeconds(1));
    try (ContentReader reader = ContentReader.open(terminal, later)) {
      assertThat(ids(reader, ALL)).containsExactly("last-day");
    }
  }

  private static Details code(LocalDate lastDay) {
    return new Details.Code(
        URI.create("https://www.yiyuan.gov.cn/"), "办事", "县政府", "网页", Optional.of(lastDay));
  }

  @Test
  void aClockYearsBehindShowsNothingThatEndedBeforeTheNewestRelease() throws StoreException {
    desk.put(Draft.item("ended").until("2023-01-01T00:00:00+08:00"), Draft.item("open"));
    Clock slow = Clock.fixed(Instant.parse("2013-01-01T00:00:00Z"), ZoneOffset.UTC);
    try (ContentReader reader = applied(slow)) {
      assertThat(ids(reader, ALL)).containsExactly("open");
    }
  }

  @Test
  void moreThanADayHoldsRunsOverWithoutLosingAny() throws StoreException {
    for (int i = 0; i < 5_000; i++) {
      desk.put(Draft.item("d" + i).at("2023-05-30T00:00:00+08:00"));
    }
    desk.put(Draft.item("earlier").at("2023-05-29T23:59:59+08:00"));
    try (ContentReader reader = applied(Releases.CLOCK)) {
      assertThat(reader.facets(ALL).total()).isEqualTo(5_001);
      OptionalLong next = OptionalLong.empty();
      List<String> last = List.of();
      int seen = 0;
      do {
        ItemPage page = reader.list(ALL, next, 200);
        last = page.items().stream().map(Item::key).toList();
        seen += last.size();
        next = page.next();
      } while (next.isPresent());
      assertThat(seen).isEqualTo(5_001);
      assertThat(last.getLast()).isEqualTo("earlier");
    }
  }
}
