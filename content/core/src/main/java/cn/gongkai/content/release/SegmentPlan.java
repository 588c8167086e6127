package cn.gongkai.content.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a terminal has to do to come to a channel's head: pure, from what it has applied and what
/// is listed.
public sealed interface SegmentPlan {

  /// What one more file costs, in bytes of the same line time: a request, its answer's head and the
  /// wait between them.
  long REQUEST_BYTES = 16 << 10;

  /// The terminal stands at the head. Whether it really holds what it should is for the digest.
  record AtHead() implements SegmentPlan {}

  /// The segments to apply, in this order, each fitting where the one before it ends.
  record Steps(List<SegmentRef> segments) implements SegmentPlan {
    public Steps {
      segments = List.copyOf(segments);
    }

    public long bytes() {
      return segments.stream().mapToLong(SegmentRef::length).sum();
    }
  }

  /// The terminal is ahead of the published head: an old release is being offered. Code
  /// `RELEASE-BEHIND`.
  record Behind(long applied, long head) implements SegmentPlan {}

  /// No chain of listed segments leads to the head: the desk's listing is wrong. Code
  /// `RELEASE-CHAIN`.
  record NoWay(long applied, long head) implements SegmentPlan {}

  /// @param applied sequence the terminal has applied, 0 for none
  static SegmentPlan of(long applied, long head, List<SegmentRef> listed) {
    if (applied > head) {
      return new Behind(applied, head);
    }
    return applied == head ? new AtHead() : cheapest(applied, head, listed);
  }

  /// The way to build the channel anew from its base, whatever the terminal holds.
  static SegmentPlan fromBase(long head, List<SegmentRef> listed) {
    return head == 0 ? new AtHead() : cheapest(0, head, listed);
  }

  /// Every step leads to a higher number, so in the order of their ends each step meets only
  /// finished starts.
  private static SegmentPlan cheapest(long applied, long head, List<SegmentRef> listed) {
    record Way(long cost, List<SegmentRef> steps) {}
    Map<Long, Way> best = new HashMap<>();
    best.put(applied, new Way(0, List.of()));
    List<SegmentRef> byEnd =
        listed.stream()
            .filter(s -> s.to() > applied && s.to() <= head)
            .sorted(Comparator.comparingLong(SegmentRef::to))
            .toList();
    for (SegmentRef segment : byEnd) {
      Way cheapest = best.get(segment.to());
      for (Map.Entry<Long, Way> start : List.copyOf(best.entrySet())) {
        long cost = start.getValue().cost() + segment.length() + REQUEST_BYTES;
        boolean fits = segment.from() <= start.getKey() && start.getKey() < segment.to();
        if (fits && (cheapest == null || cost < cheapest.cost())) {
          List<SegmentRef> steps = new ArrayList<>(start.getValue().steps());
          steps.add(segment);
          cheapest = new Way(cost, steps);
        }
      }
      if (cheapest != null) {
        best.put(segment.to(), cheapest);
      }
    }
    Way way = best.get(head);
    return way == null ? new NoWay(applied, head) : new Steps(way.steps());
  }
}
