package cn.gongkai.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often each of many has come within a minute. Thread-safe; of more than are remembered, those
/// that came longest ago are forgotten.
final class Paces {

  private static final int REMEMBERED = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int most;
  private final Clock clock;
  private final Map<String, Pace> paces =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Pace(Instant since, int times) {}

  /// @param most times in a minute
  Paces(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /// Counts once more.
  ///
  /// @return false where that is more than may be
  synchronized boolean count(String who) {
    Pace pace = of(who);
    paces.put(who, new Pace(pace.since(), Math.min(most, pace.times()) + 1));
    return pace.times() < most;
  }

  /// True where the next one would be too many.
  synchronized boolean isUsedUp(String who) {
    return of(who).times() >= most;
  }

  private Pace of(String who) {
    Instant now = clock.instant();
    Pace pace = paces.getOrDefault(who, new Pace(now, 0));
    boolean counts = !now.isBefore(pace.since()) && now.isBefore(pace.since().plus(MINUTE));
    return counts ? pace : new Pace(now, 0);
  }
}
