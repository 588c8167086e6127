package cn.gongkai.content.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentPlanTest {

  private static final Instant THEN = Instant.parse("2024-01-05T01:00:00Z");

  private static SegmentRef segment(long from, long to, long length, Instant asOf) {
    return new SegmentRef(
        new SegmentHeader(Channel.COUNTY, from, to, from == 0),
        asOf,
        1,
        length,
        length,
        "0".repeat(64));
  }

  private static SegmentRef segment(long from, long to, long length) {
    return segment(from, to, length, THEN);
  }

  private static List<SegmentRef> steps(SegmentPlan plan) {
    assertThat(plan).isInstanceOf(SegmentPlan.Steps.class);
    return ((SegmentPlan.Steps) plan).segments();
  }

  @Test
  void aTerminalAtTheHeadHasNothingToDo() {
    assertThat(SegmentPlan.of(5, 5, List.of())).isInstanceOf(SegmentPlan.AtHead.class);
    assertThat(SegmentPlan.of(0, 0, List.of())).isInstanceOf(SegmentPlan.AtHead.class);
  }

  @Test
  void anOlderHeadIsNoted() {
    assertThat(SegmentPlan.of(6, 5, List.of(segment(0, 5, 10))))
        .isEqualTo(new SegmentPlan.Behind(6, 5));
  }

  @Test
  void aListThatDoesNotLeadToTheHeadIsNoted() {
    assertThat(SegmentPlan.of(3, 9, List.of(segment(3, 8, 10))))
        .isEqualTo(new SegmentPlan.NoWay(3, 9));
  }

  @Test
  void aTerminalInTheMiddleOfASegmentMayTakeIt() {
    SegmentRef base = segment(0, 50, 1_000_000);
    SegmentRef month = segment(40, 60, 5_000);
    SegmentRef day = segment(60, 61, 100);
    assertThat(steps(SegmentPlan.of(47, 61, List.of(day, base, month))))
        .containsExactly(month, day);
  }

  @Test
  void aTerminalOlderThanTheListTakesTheBase() {
    SegmentRef base = segment(0, 50, 1_000_000);
    SegmentRef month = segment(40, 60, 5_000);
    assertThat(steps(SegmentPlan.of(7, 60, List.of(base, month)))).containsExactly(base, month);
    assertThat(steps(SegmentPlan.fromBase(60, List.of(base, month)))).containsExactly(base, month);
  }

  @Test
  void aFewBytesMoreAreBetterThanManyRequests() {
    List<SegmentRef> listed = new ArrayList<>();
    for (int i = 10; i < 20; i++) {
      listed.add(segment(i, i + 1, 1_000));
    }
    SegmentRef all = segment(9, 20, 20_000);
    listed.add(all);
    assertThat(steps(SegmentPlan.of(10, 20, listed))).containsExactly(all);
  }

  @Test
  void tenYearsOfDailyPublicationStayWithinTheList() throws Exception {
    List<SegmentRef> listed = new ArrayList<>();
    long sequence = 100;
    listed.add(segment(0, sequence, 900_000_000, at(LocalDate.of(2024, 1, 1), 8)));
    Random random = new Random(7);
    int most = 0;
    for (LocalDate day = LocalDate.of(2024, 1, 2);
        day.isBefore(LocalDate.of(2034, 1, 1));
        day = day.plusDays(1)) {
      for (int n = random.nextInt(7); n > 0; n--) {
        listed.add(segment(sequence, sequence + 5, 50_000, at(day, 8 + n)));
        sequence += 5;
      }
      listed = merged(Compaction.plan(listed, day, Compaction.Policy.STANDARD));
      most = Math.max(most, listed.size());
      for (long applied = 0; applied < sequence; applied += 1 + random.nextInt(4_000)) {
        assertThat(steps(SegmentPlan.of(applied, sequence, listed))).isNotEmpty();
      }
    }
    assertThat(most).isLessThanOrEqualTo(40);
  }

  /// Three years of two publications a day. A terminal was switched off at noon, between the two of
  /// a day, and comes back in the evening of a later one.
  @Test
  void whoWasAwayPaysForLittleMoreThanWasMissed() throws Exception {
    long one = 50_000;
    LocalDate begin = LocalDate.of(2024, 1, 1);
    List<SegmentRef> listed = List.of(segment(0, 1, 1 << 30, at(begin, 8)));
    Map<LocalDate, Long> atNoon = new HashMap<>();
    long sequence = 1;
    for (LocalDate day = begin.plusDays(1); day.getYear() < 2027; day = day.plusDays(1)) {
      for (int hour : new int[] {9, 17}) {
        List<SegmentRef> longer = new ArrayList<>(listed);
        longer.add(segment(sequence, sequence + 1, one, at(day, hour)));
        sequence++;
        listed = merged(Compaction.plan(longer, day, Compaction.Policy.STANDARD));
        atNoon.putIfAbsent(day, sequence);
      }
      for (int away = 0; atNoon.containsKey(day.minusDays(away)); away += away < 12 ? 1 : 20) {
        long missed = sequence - atNoon.get(day.minusDays(away));
        long spare = away == 0 ? 0 : away <= 3 ? 1 : away <= 10 ? 21 : away <= 92 ? 61 : 731;
        SegmentPlan plan = SegmentPlan.of(sequence - missed, sequence, listed);
        assertThat(((SegmentPlan.Steps) plan).bytes())
            .as("%s, away for %d days", day, away)
            .isBetween(missed * one, (missed + spare) * one);
      }
    }
  }

  @Test
  void onABusyDayWhoMissedTwoPublicationsPaysForTwo() throws Exception {
    LocalDate day = LocalDate.of(2024, 1, 5);
    List<SegmentRef> listed = List.of(segment(0, 1, 1 << 30, at(day.minusDays(1), 8)));
    int most = 0;
    for (long sequence = 1; sequence < 100; sequence++) {
      List<SegmentRef> longer = new ArrayList<>(listed);
      longer.add(segment(sequence, sequence + 1, 50_000, at(day, 9).plusSeconds(sequence)));
      listed = merged(Compaction.plan(longer, day, Compaction.Policy.STANDARD));
      most = Math.max(most, listed.size());
      SegmentPlan plan = SegmentPlan.of(Math.max(1, sequence - 1), sequence + 1, listed);
      assertThat(((SegmentPlan.Steps) plan).bytes()).isLessThanOrEqualTo(100_000);
    }
    assertThat(most).isLessThanOrEqualTo(1 + 4);
  }

  @Test
  void aGapInTheListIsRefused() {
    assertThatThrownBy(
            () ->
                Compaction.plan(
                    List.of(segment(3, 5, 10), segment(6, 7, 10)),
                    LocalDate.of(2024, 1, 5),
                    Compaction.Policy.STANDARD))
        .hasMessageStartingWith("RELEASE-CHAIN");
  }

  @Test
  void aNewBaseIsWorthMakingWhenTheRestHasGrown() throws Exception {
    LocalDate day = LocalDate.of(2024, 1, 5);
    List<SegmentRef> small = List.of(segment(0, 10, 1_000), segment(10, 20, 400));
    List<SegmentRef> large = List.of(segment(0, 10, 1_000), segment(10, 20, 600));
    assertThat(Compaction.plan(small, day, Compaction.Policy.STANDARD).rebase()).isEmpty();
    assertThat(Compaction.plan(large, day, Compaction.Policy.STANDARD).rebase()).isEqualTo(large);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).toInstant(ZoneOffset.ofHours(8));
  }

  private static List<SegmentRef> merged(Compaction plan) {
    List<SegmentRef> list = new ArrayList<>(plan.base().stream().toList());
    for (List<SegmentRef> group : plan.groups()) {
      SegmentRef last = group.getLast();
      long length = group.stream().mapToLong(SegmentRef::length).sum();
      list.add(segment(group.getFirst().from(), last.to(), length, last.asOf()));
    }
    return list;
  }
}
