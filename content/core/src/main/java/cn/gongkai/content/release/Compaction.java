package cn.gongkai.content.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which listed segments a publisher makes one of, so that the list stays short while a terminal of
/// any age still fetches little. Pure.
///
/// Today's segments stay as they are; of the current ten days (旬) each day becomes one, of the
/// current month each ten days, of the current year each month, and before that each year. A change
/// is rewritten four times in its life, and at most 40 segments are listed after ten years.
///
/// A period is made one only some days after its end, the longer the period the later: a terminal
/// that is switched off over its end must not pay for all of it to get what came in its last hours.
///
/// @param base the base to go on listing, the newest
/// @param groups in order; a group of several is to be merged into one, a group of one stays
public record Compaction(Optional<SegmentRef> base, List<List<SegmentRef>> groups) {

  /// Days begin and end in China.
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  /// For how many days after its end a period still stands in its parts.
  private static final int TEN_DAYS_OPEN = 3;

  private static final int MONTH_OPEN = 10;
  private static final int YEAR_OPEN = 92;

  /// So many publications may a terminal miss on a busy day before it pays for the whole day.
  private static final int NEWEST_APART = 2;

  /// Bounds on the list of a channel.
  ///
  /// @param listed most segments in all, at least 4
  /// @param today most segments of the current day; where there are more, all but the newest two
  ///   become one
  public record Policy(int listed, int today) {
    public static final Policy STANDARD = new Policy(40, 4);
  }

  public Compaction {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /// @param listed what is listed now, in any order
  /// @throws ReleaseException `RELEASE-CHAIN` where the segments do not follow one another
  public static Compaction plan(List<SegmentRef> listed, LocalDate today, Policy policy)
      throws ReleaseException {
    Optional<SegmentRef> base =
        listed.stream().filter(SegmentRef::base).max(Comparator.comparingLong(SegmentRef::to));
    List<SegmentRef> deltas =
        listed.stream()
            .filter(s -> !s.base())
            .sorted(Comparator.comparingLong(SegmentRef::from))
            .toList();
    if (!deltas.isEmpty()) {
      requireChain(deltas);
    }
    List<List<SegmentRef>> groups = byAge(deltas, today, policy);
    shorten(groups, base.map(SegmentRef::to).orElse(0L), policy.listed() - 1);
    return new Compaction(base, groups);
  }

  /// True where nothing has to be merged.
  public boolean isDone() {
    return groups.stream().allMatch(group -> group.size() == 1);
  }

  /// Merges what is to be merged; the new list of the channel.
  public List<SegmentRef> merge(SegmentFolder folder) throws ReleaseException {
    List<SegmentRef> list = new ArrayList<>(base.stream().toList());
    for (List<SegmentRef> group : groups) {
      list.add(group.size() == 1 ? group.getFirst() : folder.merge(group));
    }
    return list;
  }

  /// The segments of which a new base is worth making, because a new terminal would fetch more in
  /// later segments than half of the base; empty where it is not, or where there is no base.
  public List<SegmentRef> rebase() {
    List<SegmentRef> parts = new ArrayList<>();
    long bytes = 0;
    long reached = base.map(SegmentRef::to).orElse(Long.MAX_VALUE);
    for (SegmentRef delta : groups.stream().flatMap(List::stream).toList()) {
      if (delta.to() > reached) {
        parts.add(delta);
        bytes += delta.length();
      }
    }
    boolean worth = base.isPresent() && bytes > base.get().length() / 2;
    parts.addAll(0, base.stream().toList());
    return worth ? List.copyOf(parts) : List.of();
  }

  /// Requires that each segment begins where the one before it ends, or earlier, and ends later.
  static void requireChain(List<SegmentRef> parts) throws ReleaseException {
    for (int i = 1; i < parts.size(); i++) {
      SegmentRef before = parts.get(i - 1);
      SegmentRef after = parts.get(i);
      boolean follows =
          after.channel().equals(before.channel())
              && !after.base()
              && after.from() <= before.to()
              && after.to() > before.to();
      if (!follows) {
        throw ReleaseException.refused(
            "RELEASE-CHAIN", "a segment that goes on from " + before.to(), after.targetPath());
      }
    }
  }

  private static List<List<SegmentRef>> byAge(
      List<SegmentRef> deltas, LocalDate today, Policy policy) {
    long ofToday = deltas.stream().filter(s -> !day(s).isBefore(today)).count();
    int apart = deltas.size() - NEWEST_APART;
    List<List<SegmentRef>> groups = new ArrayList<>();
    String open = "";
    for (int i = 0; i < deltas.size(); i++) {
      SegmentRef delta = deltas.get(i);
      String period = period(delta, today, ofToday > policy.today() && i < apart);
      if (groups.isEmpty() || !period.equals(open)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(delta);
      open = period;
    }
    return groups;
  }

  private static String period(SegmentRef delta, LocalDate today, boolean closed) {
    LocalDate day = day(delta);
    if (!day.isBefore(today)) {
      return closed ? "today" : delta.targetPath();
    }
    if (day.getYear() < today.minusDays(YEAR_OPEN).getYear()) {
      return "year " + day.getYear();
    }
    if (YearMonth.from(day).isBefore(YearMonth.from(today.minusDays(MONTH_OPEN)))) {
      return "month " + YearMonth.from(day);
    }
    LocalDate tenDays = tenDays(day);
    boolean over = tenDays.isBefore(tenDays(today.minusDays(TEN_DAYS_OPEN)));
    return over ? "ten days from " + tenDays : "day " + day;
  }

  private static LocalDate day(SegmentRef segment) {
    return segment.asOf().atOffset(ZONE).toLocalDate();
  }

  /// The first of the ten days (旬) that a day lies in.
  private static LocalDate tenDays(LocalDate day) {
    return day.withDayOfMonth(1 + 10 * Math.min(2, (day.getDayOfMonth() - 1) / 10));
  }

  /// The oldest go first: what a base holds as well is dropped, and what it does not is merged.
  private static void shorten(List<List<SegmentRef>> groups, long baseTo, int most) {
    while (groups.size() > most) {
      List<SegmentRef> oldest = groups.removeFirst();
      if (oldest.getLast().to() > baseTo) {
        oldest.addAll(groups.removeFirst());
        groups.addFirst(oldest);
      }
    }
  }
}
